import { FILTER_KEYS, matchingEvents } from '../core/derive'
import { type Formatter, formatterOf } from '../core/format'
import { distanceBetween, isMeasurable } from '../core/measure'
import { memoLast } from '../core/memo'
import type { EventId, PlaceId, StoryEvent, Text } from '../core/types'
import type { MeasureBarWords } from '../core/words/measure-bar-words'
import type { AppState, Measure } from '../state/state'
import { bdi, h } from './dom'
import { type Choice, createEndSelect } from './measure-choice'
import { type Dated, endOf, endsOf } from './measure-ends'
import { distanceResult, type Result, timeResult } from './measure-result'
import { playerIcon } from './player-icons'
import type { CreateView, ViewContext } from './view'

const KINDS: readonly Measure['kind'][] = ['time', 'distance']
const KEYS: readonly (keyof AppState)[] = ['measure', ...FILTER_KEYS]
const OUTPUT_ID = 'measure-result'
/** Context and the words of the bar. */
interface Says extends ViewContext {
  readonly bar: MeasureBarWords
}
type Said = readonly (Node | string)[]

/** A sentence of the words with texts of the story in it, each in its own language. */
function sentence(compose: (...names: string[]) => string, ...texts: readonly Text[]): Said {
  const marks = texts.map((_, index) => String.fromCharCode(0xe000 + index))
  return compose(...marks)
    .split(/([\ue000-\ue00f])/)
    .map((part) => {
      const text = texts[marks.indexOf(part)]
      return text ? bdi(text) : part
    })
}

/** In bold what it comes to, then what is counted. `lead` names the ends for those who do not see them beside it. */
const told = (lead: Said, { value, notes }: Pick<Result, 'value' | 'notes'>): Said => [
  h('span', { class: 'unseen' }, ...lead),
  h('b', {}, value),
  notes.length > 0 ? h('span', {}, `. ${notes.join(' ')}`) : '.',
]

function timeSaid(context: Says, state: AppState): Said {
  const { story, words, bar: says } = context
  const { measure } = state
  const [from, to] = endsOf(story, state) ?? [null, null]
  const isGone = (measure?.from != null && from === null) || (measure?.to != null && to === null)
  if (from === null || to === null) return [isGone ? says.gone : from || to ? says.hintOther.time : says.hint.time]
  const result = timeResult(context, from, to)
  const { whenShort } = formatterOf(story, words)
  const lead = sentence(
    (a = '', b = '') => says.fromTo(says.end(a, whenShort(from.when)), says.end(b, whenShort(to.when)), result.isBack),
    from.short,
    to.short,
  )
  return told(lead, result)
}

function distanceSaid(context: Says, { from, to }: { from: PlaceId | null; to: PlaceId | null }): Said {
  const { story, bar: says } = context
  const [a, b] = [from, to].map((id) => (id === null ? undefined : story.places.get(id)))
  const between = from !== null && to !== null ? distanceBetween(story, from, to) : null
  if (!a || !b || between === null) {
    const areas = [...story.places.keys()].some((id) => !isMeasurable(story, id))
    return [a || b ? says.hintOther.distance : says.hint.distance, areas ? ` ${says.onlySea}` : '']
  }
  return told(
    sentence((first = '', second = '') => says.betweenPlaces(first, second), a.name, b.name),
    distanceResult(context, between),
  )
}

/** What can be chosen for an end, and what is. */
function choicesOf({ story, bar: says }: Says, formatter: Formatter) {
  const eventChoice = ({ id, when, short }: StoryEvent): Choice => ({
    id,
    text: says.option(formatter.whenShort(when), short.value),
    lang: short.lang,
  })
  const events = memoLast((all: readonly StoryEvent[]) => all.filter(({ when }) => when !== null).map(eventChoice))
  const places: readonly Choice[] = [...story.places.values()]
    .filter(({ id }) => isMeasurable(story, id))
    .map(({ id, name }) => ({ id, text: name.value, lang: name.lang }))
  const eventEnd = (state: AppState, event: Dated | null): Choice | null => {
    if (event === null) return null
    const choice = eventChoice(event)
    return matchingEvents(story, state).some(({ id }) => id === event.id)
      ? choice
      : { ...choice, text: says.filteredOut(choice.text) }
  }
  return {
    /** The list and what it is made of: the same key means the same list. */
    all: (state: AppState, kind: Measure['kind']) => {
      const matching = matchingEvents(story, state)
      return kind === 'time' ? { key: matching, list: () => events(matching) } : { key: places, list: () => places }
    },
    chosen: (state: AppState, id: Measure['from']): Choice | null => {
      if (state.measure?.kind === 'time') return eventEnd(state, endOf(story, state, id as EventId | null))
      return places.find((place) => place.id === id) ?? null
    },
  }
}

/** The bar for measuring, open while state measures: what, from where to where, and the result in words. It covers nothing it needs. */
export const createMeasurePanel =
  (says: MeasureBarWords): CreateView =>
  (root, viewContext) => {
    const context: Says = { ...viewContext, bar: says }
    const { story, store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const choices = choicesOf(context, formatterOf(story, words))
    /** What was measured of the other kind: it is there again when the reader comes back to it. */
    const kept = new Map<Measure['kind'], Measure>()
    let opener: HTMLElement | null = null

    const press = (text: string | Node, attributes: Record<string, string>, act: () => void) => {
      const made = h('button', { type: 'button', ...attributes }, text)
      made.addEventListener('click', act, { signal })
      return made
    }
    const kinds = KINDS.map((kind) =>
      press(says.kinds[kind], {}, () => store.set({ measure: kept.get(kind) ?? { kind, from: null, to: null } })),
    )
    const set = (end: 'from' | 'to') => (id: string | null) => {
      const { measure } = store.state
      if (measure === null) return
      const other = end === 'from' ? 'to' : 'from'
      const ends = { [end]: id, [other]: measure[other] === id ? null : measure[other] }
      store.set({ measure: { ...measure, ...ends } as Measure })
    }
    const from = createEndSelect('measure-from', says.from, OUTPUT_ID, set('from'), signal)
    const to = createEndSelect('measure-to', says.to, OUTPUT_ID, set('to'), signal)
    const swap = press(says.swap, { class: 'swap', 'aria-label': says.swapLabel, title: says.swapLabel }, () => {
      const { measure } = store.state
      if (measure) store.set({ measure: { ...measure, from: measure.to, to: measure.from } as Measure })
    })
    const output = h('output', { id: OUTPUT_ID })
    const close = press(playerIcon('close'), { class: 'close', 'aria-label': says.close, title: says.close }, () =>
      store.set({ measure: null }),
    )
    const group = h('span', { class: 'kinds', role: 'group', 'aria-label': says.kind }, ...kinds)
    root.setAttribute('aria-label', says.title)
    root.replaceChildren(group, from.element, to.element, swap, output, close)

    // The page keeps its focus clear of the bar, however many lines its words take.
    const tellSize = (): void => {
      const { height } = root.getBoundingClientRect()
      document.documentElement.style.setProperty('--measure', `${Math.ceil(root.hidden ? 0 : height)}px`)
    }
    const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(tellSize) : null
    sizes?.observe(root)

    function draw(state: AppState, measure: Measure): void {
      kept.set(measure.kind, measure)
      for (const [index, button] of kinds.entries()) button.setAttribute('aria-pressed', String(KINDS[index] === measure.kind))
      const { key, list } = choices.all(state, measure.kind)
      from.show(list, key, choices.chosen(state, measure.from), says.choose[measure.kind])
      to.show(list, key, choices.chosen(state, measure.to), says.choose[measure.kind])
      swap.disabled = measure.from === null && measure.to === null
      const said = measure.kind === 'time' ? timeSaid(context, state) : distanceSaid(context, measure)
      const text = said.map((part) => (typeof part === 'string' ? part : part.textContent)).join('')
      // A live region that is written again with the same words would speak again.
      if (text !== output.textContent) output.replaceChildren(...said)
    }

    /** The focus goes to the first end that is still to be chosen, where the reader asked for the bar; in the end back to where it was. */
    function toggle(measure: Measure | null): void {
      const { activeElement: active, body } = document
      opener = active instanceof HTMLElement && active !== body ? active : null
      if (measure !== null) {
        if (opener) (measure.from === null ? from : to).select.focus({ preventScroll: true })
        return
      }
      output.replaceChildren()
      kept.clear()
    }

    return {
      update(state, changed) {
        const { measure } = state
        if (measure === null && root.hidden) return
        if (root.hidden === (measure === null) && !KEYS.some((key) => changed.has(key))) return
        const wasInside = root.contains(document.activeElement)
        const back = opener
        const toggles = root.hidden !== (measure === null)
        root.hidden = measure === null
        if (measure) draw(state, measure)
        tellSize()
        if (toggles) toggle(measure)
        if (measure === null && wasInside) (back ?? document.querySelector<HTMLElement>('#timeline [tabindex="0"]'))?.focus()
      },
      destroy() {
        abort.abort()
        sizes?.disconnect()
        root.hidden = true
        tellSize()
        root.replaceChildren()
      },
    }
  }
