import { findEvent } from '../core/derive'
import { formatterOf } from '../core/format'
import { countOf, stopAt } from '../core/stops'
import { REACH_LIMIT_MS } from '../core/track'
import type { Instant, StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import { bdi, h } from './dom'
import { createField } from './player-field'
import { type PlayerIcon, playerIcon } from './player-icons'
import { isKnownOnly, lineTo, stopsFor } from './player-line'
import { createRun, type Speed } from './player-run'
import type { ViewContext } from './view'

const SPEEDS: readonly Speed[] = ['slow', 'normal', 'fast']

export interface Player {
  /** The row with all that moves the now-line. */
  readonly element: HTMLElement
  /** For the row of tools: opens the player and plays. Hidden while the player is open. */
  readonly button: HTMLButtonElement
  /** Puts the now-line where the reader wants it; a play ends. */
  moveTo(at: Instant): void
  /** Opens the row without playing. */
  open(): void
  update(state: AppState, changed: Changed<AppState>): void
}

export interface PlayerPort {
  /** The row has come or gone. */
  toggled(isOpen: boolean): void
}

/** Plays, steps and types the now-line. Nothing moves before the reader says so. */
export function createPlayer(context: ViewContext, port: PlayerPort, signal: AbortSignal): Player {
  const { story, store, words } = context
  const says = words.player
  let isOpen = false
  let isFirst = true
  const knownOnly = (state: AppState = store.state): boolean => isOpen && isKnownOnly(state)

  const press = (name: PlayerIcon, label: string, act: () => void) => {
    const made = h('button', { type: 'button', 'aria-label': label, title: label }, playerIcon(name))
    made.addEventListener('click', act, { signal })
    return made
  }
  const button = h('button', { type: 'button', class: 'play' }, playerIcon('play'), says.play)
  const previous = press('previous', says.previous, () => run.step(-1))
  const toggle = press('play', says.play, () => (store.state.playing ? store.set({ playing: false }) : run.play()))
  const next = press('next', says.next, () => run.step(1))
  const speed = h('select', { 'aria-label': says.speed }, ...SPEEDS.map((one) => h('option', { value: one }, says.speeds[one])))
  speed.value = 'normal'
  const sentence = h('p', { class: 'player-sentence', 'aria-live': 'polite' })
  const field = createField(context, { typing: () => store.set({ playing: false }), commit: (at) => moveTo(at) }, signal)
  const back = h('button', { type: 'button', class: 'player-back' }, says.back(dayOf(story.now)))
  const known = h('input', { type: 'checkbox', role: 'switch' })
  const close = press('close', says.close, () => shut())
  const element = h(
    'div',
    { class: 'player', role: 'group', 'aria-label': says.player, hidden: true },
    h('span', { class: 'player-steps' }, previous, toggle, next),
    sentence,
    h('span', { class: 'player-settings' }, speed, field.element, back, h('label', {}, known, says.knownOnly)),
    close,
  )
  const run = createRun(context, { knownOnly, speed: () => SPEEDS.find((one) => one === speed.value) ?? 'normal' }, signal)

  function dayOf(at: Instant): string {
    return new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', timeZone: story.timeZone }).format(at)
  }
  function moveTo(at: Instant): void {
    store.set({ ...lineTo(story, store.state, at, knownOnly()), playing: false })
  }
  function open(): void {
    if (isOpen) return
    isOpen = true
    field.fill(store.state.instant)
    show()
    draw(store.state)
  }
  function show(): void {
    element.hidden = !isOpen
    button.hidden = isOpen
    port.toggled(isOpen)
  }
  function shut(): void {
    const { state } = store
    const patch = { playing: false, ...(knownOnly() ? { known: null } : {}) }
    isOpen = false
    show()
    if (state.playing || state.known !== null) store.set(patch)
    button.focus()
  }

  button.addEventListener(
    'click',
    () => {
      open()
      run.play()
      toggle.focus()
    },
    { signal },
  )
  speed.addEventListener('change', () => run.restart(), { signal })
  back.addEventListener(
    'click',
    () => {
      moveTo(story.now)
      // The button goes, and would take the focus with it.
      toggle.focus()
    },
    { signal },
  )
  known.addEventListener('change', () => run.set({ known: known.checked ? store.state.instant : null }), { signal })
  document.addEventListener('visibilitychange', () => document.hidden && store.state.playing && store.set({ playing: false }), {
    signal,
  })

  const placeOf = ({ where, short }: StoryEvent) => {
    const place = where === null ? null : (story.places.get(where.place)?.short ?? null)
    return place === null || short.value.toLowerCase().includes(place.value.toLowerCase()) ? null : place
  }
  /** Where the line stands, in words. */
  function tell(state: AppState): (Node | string)[] {
    const format = formatterOf(story, words)
    const stops = stopsFor(story, state, knownOnly(state))
    const { at, by, of } = countOf(stops, state)
    if (of === 0) return [says.none]
    if (run.ended()) return [says.end(of, format.count(of))]
    const reach = stops[stopAt(stops, state)]?.reach
    if (reach) {
      const ship = story.vessels.get(reach.vessel)?.short.value ?? ''
      const isOver = reach.sinceMs > REACH_LIMIT_MS
      return [(isOver ? says.reachOver : says.reach)(ship, format.duration(isOver ? REACH_LIMIT_MS : reach.sinceMs))]
    }
    const event = at === null ? null : findEvent(story, state, state.selected)
    if (at === null || event === null) return [says.soFar(of, format.count(by), format.count(of))]
    const place = placeOf(event)
    return [`${says.count(format.count(at), format.count(of))} `, bdi(event.short), ...(place ? [', ', bdi(place)] : [])]
  }

  function draw(state: AppState): void {
    const { playing } = state
    toggle.setAttribute('aria-label', playing ? says.pause : says.play)
    toggle.title = playing ? says.pause : says.play
    toggle.replaceChildren(playerIcon(playing ? 'pause' : 'play'))
    for (const [one, direction] of [
      [previous, -1],
      [next, 1],
    ] as const) {
      one.setAttribute('aria-disabled', String(run.ahead(state, direction) === null))
    }
    field.draw(state.instant)
    back.hidden = state.instant === story.now
    known.checked = knownOnly(state)
    // What the reader moves by hand speaks for itself.
    sentence.setAttribute('aria-live', run.moving() ? 'polite' : 'off')
    const before = sentence.textContent
    const parts = tell(state)
    if (parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('') !== before)
      sentence.replaceChildren(...parts)
  }

  return {
    element,
    button,
    moveTo,
    open,
    update: (state, changed) => {
      run.update(state, changed)
      // A link to another instant, or a play that another part began, brings the player with it.
      if (state.playing || (isFirst && state.instant !== story.now)) open()
      isFirst = false
      if (isOpen) draw(state)
    },
  }
}
