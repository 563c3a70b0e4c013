import { type Round, roundOf } from '../core/compare'
import { isAddition } from '../core/derive'
import type { EventId } from '../core/types'
import type { CompareSays } from './compare-says'
import { h } from './dom'
import { shortDate } from './list-lines'

export interface Choice {
  readonly element: HTMLElement
  show(rounds: readonly Round[], pair: readonly [EventId, EventId]): void
}

const yearOf = ({ event: { when } }: Round): string => {
  const [start, end] = when.extent
  const at = Number.isFinite(start) ? start : end
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: when.timeZone }).format(at)
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
    const years = [...new Set(rounds.map(yearOf))]
    for (const { select } of selects) {
      const groups = years.map((year) =>
        h('optgroup', { label: year }, ...rounds.filter((round) => yearOf(round) === year).map(optionOf)),
      )
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
