import { group } from 'd3-array'
import { type Round, roundOf } from '../core/compare'
import { anchor, isAddition } from '../core/derive'
import type { EventId } from '../core/types'
import type { CompareSays } from './compare-says'
import { h } from './dom'
import { shortDate } from './list-lines'

export interface Choice {
  readonly element: HTMLElement
  show(rounds: readonly Round[], pair: readonly [EventId, EventId]): void
}

/** Rounds by their year, as the reader writes it. */
function byYear(rounds: readonly Round[], locale: string): ReadonlyMap<string, readonly Round[]> {
  const zones = [...new Set(rounds.map(({ event }) => event.when.timeZone))]
  const formats = new Map(zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone })]))
  return group(rounds, ({ event: { when } }) => formats.get(when.timeZone)?.format(anchor(when)) ?? '')
}

/** Two lists of the rounds, by year, with a button between that swaps them. Choosing what the other side shows swaps them too. */
export function createChoice(
  says: CompareSays,
  choose: (pair: readonly [EventId, EventId]) => void,
  signal: AbortSignal,
): Choice {
  const { compare } = says
  let pair: readonly [EventId, EventId] | null = null
  let listed: readonly Round[] | null = null
  const selects = compare.sides.map((side, index) => ({ index, select: h('select', { id: `compare-${index}` }), side }))
  const swap = h('button', { type: 'button', class: 'compare-swap' }, compare.swap)

  const optionOf = (round: Round): HTMLOptionElement => {
    const { event, shown } = round
    const plus = isAddition(says.story, event) ? '+ ' : ''
    const text = compare.option(shortDate(says, event), plus + event.title.value)
    return h('option', { value: event.id }, shown ? text : compare.hiddenOption(text))
  }
  const fill = (rounds: readonly Round[]): void => {
    const years = [...byYear(rounds, says.words.dateLocale)]
    for (const { select } of selects) {
      const groups = years.map(([label, some]) => h('optgroup', { label }, ...some.map(optionOf)))
      select.replaceChildren(h('option', { value: '', disabled: true, hidden: true }, compare.choose), ...groups)
    }
  }
  for (const { select, index } of selects) {
    const choice = (): void => {
      if (pair === null || select.value === '') return
      const id = select.value as EventId
      const other = pair[1 - index]
      const before = pair[index]
      const next = id === other ? before : other
      if (next !== undefined) choose(index === 0 ? [id, next] : [next, id])
    }
    select.addEventListener('change', choice, { signal })
  }
  swap.addEventListener('click', () => pair && choose([pair[1], pair[0]]), { signal })

  const [first, second] = selects.map(({ select, side }) =>
    h('p', { class: 'compare-side' }, h('label', { for: select.id }, side), select),
  )
  return {
    element: h('div', { class: 'compare-choice' }, first ?? null, swap, second ?? null),
    show(rounds, next) {
      if (rounds !== listed) fill(rounds)
      listed = rounds
      pair = next
      for (const { select, index } of selects) select.value = roundOf(rounds, next[index] as EventId)?.event.id ?? ''
    },
  }
}
