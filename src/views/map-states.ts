import { findEvent, unplacedCount } from '../core/derive'
import type { Formatter } from '../core/format'
import { relayOf } from '../core/relay'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import { bdi, h, svg, write } from './dom'
import { sourceNode } from './map-carriers'
import type { ViewContext } from './view'

export interface MapStates {
  readonly elements: readonly HTMLElement[]
  readonly relay: HTMLElement
  update(state: AppState): void
}

/** Strokes on a grid of 24. Source: Lucide 1.62 (ISC licence, https://lucide.dev). */
const cross = (): SVGSVGElement =>
  svg(
    'svg',
    { class: 'icon', width: 14, height: 14, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: 'M18 6 6 18M6 6l12 12' }),
  )

const SENTENCE = /^S(\d+)$/

/** Who mediated at the selected talks, and who says so; else what to do to see it. */
function relayNodes({ story, words }: ViewContext, state: AppState): readonly (Node | string)[] {
  const says = words.map
  const event = findEvent(story, state, state.selected)
  const relay = relayOf(story, event)
  if (!relay) return [event?.kind === 'talks' ? says.relayUnsaid : says.relaySelect]
  const { link, seats } = relay
  const [from, via, to] = seats.map(({ short }) => short.value)
  const told = link.text ? [bdi(link.text)] : []
  const sources = link.sources.flatMap((citation) => {
    const source = sourceNode({ story, words }, citation)
    const number = citation.at?.match(SENTENCE)?.[1]
    if (source instanceof HTMLAnchorElement) source.dataset.stop = ''
    return [' (', source, ...(number ? [says.sentence(number)] : []), ')']
  })
  return [...told, h('span', { class: 'unseen' }, says.relayStops(from ?? '', via ?? '', to ?? '')), ...sources]
}

function createToggle(name: string, press: () => void, signal: AbortSignal): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'map-state', 'data-stop': true, hidden: true },
    h('span', {}, name),
    cross(),
  )
  button.addEventListener('click', press, { signal })
  return button
}

function setPressed(button: HTMLButtonElement, isOn: boolean): void {
  button.setAttribute('aria-pressed', String(isOn))
}

/** What is on, told under the map without opening anything, each with the way to switch it off. `back` takes the focus of one that goes. */
export function createMapStates(context: ViewContext, formatter: Formatter, back: HTMLElement, signal: AbortSignal): MapStates {
  const { story, store, words } = context
  const says: Words['map'] = words.map
  const inView = createToggle(
    says.inView,
    () => {
      store.set({ byMap: 'off' })
      back.focus()
    },
    signal,
  )
  const unplaced = createToggle(
    '',
    () => store.set({ byMap: store.state.byMap === 'view' ? 'view-and-unplaced' : 'view' }),
    signal,
  )
  unplaced.title = says.unplacedHint
  const relay = createToggle(
    says.relay,
    () => {
      store.set({ relay: false })
      back.focus()
    },
    signal,
  )
  const relayText = h('p')
  const relayLine = h('div', { class: 'map-relay', hidden: true }, relay, relayText)
  return {
    elements: [inView, unplaced],
    relay: relayLine,
    update(state) {
      const { byMap } = state
      inView.hidden = byMap === 'off'
      setPressed(inView, byMap !== 'off')
      const count = byMap === 'off' ? 0 : unplacedCount(story, state)
      unplaced.hidden = count === 0
      setPressed(unplaced, byMap === 'view-and-unplaced')
      const [name] = unplaced.children
      if (name) write(name, says.unplaced(formatter.count(count)))
      relay.hidden = !state.relay
      setPressed(relay, state.relay)
      relayLine.hidden = !state.relay
      relayText.replaceChildren(...(state.relay ? relayNodes(context, state) : []))
    },
  }
}
