import { formatterOf } from '../core/format'
import { contains } from '../core/interval'
import { fromFields, toFields } from '../core/now-line'
import type { Instant } from '../core/types'
import { zoneName } from '../core/zone-name'
import { reach } from '../state/actions'
import { h } from './dom'
import type { ViewContext } from './view'

export interface FieldPort {
  /** The reader begins to type. */
  typing(): void
  commit(at: Instant): void
}

export interface Field {
  readonly element: HTMLElement
  /** Shows an instant in place of whatever was typed. */
  fill(at: Instant): void
  /** The same where it is another one than before: what is being typed stays. */
  draw(at: Instant): void
}

const MOVES_ON = ['Tab', 'Shift', 'Escape', 'Control', 'Alt', 'Meta']

/** The now-line as a typed day and time of day in the story's zone. What cannot be is said beside it, and nothing changes. */
export function createField({ story, words }: ViewContext, port: FieldPort, signal: AbortSignal): Field {
  const says = words.player
  const zone = story.timeZone
  const bounds = reach(story)
  const [least, greatest] = bounds.map((at) => toFields(at, zone)?.date ?? null)
  const error = h('p', { id: 'player-error', class: 'player-error', role: 'alert', hidden: true })
  const day = h('input', { type: 'date', 'aria-label': says.day, min: least ?? null, max: greatest ?? null })
  const time = h('input', { type: 'time', 'aria-label': says.time })
  const element = h(
    'span',
    { class: 'player-field' },
    h('span', { 'aria-hidden': 'true' }, says.shownUntil),
    day,
    time,
    h('span', {}, words.timeline.zoneTime(zoneName(story, zone))),
    error,
  )
  let shown: Instant = story.now

  const faultOf = (at: Instant | null): { readonly of: HTMLInputElement; readonly text: string } | null => {
    if (fromFields(day.value, '12:00', zone) === null) return { of: day, text: says.noDay }
    if (at === null) return { of: time, text: says.noTime }
    const { day: inWords } = formatterOf(story, words)
    return contains(bounds, at) ? null : { of: day, text: says.beyond(inWords(bounds[0]), inWords(bounds[1])) }
  }
  const tell = (fault: ReturnType<typeof faultOf>) => {
    for (const input of [day, time]) {
      for (const [name, value] of [
        ['aria-invalid', 'true'],
        ['aria-describedby', error.id],
      ] as const) {
        if (fault?.of === input) input.setAttribute(name, value)
        else input.removeAttribute(name)
      }
    }
    error.hidden = fault === null
    error.textContent = fault?.text ?? ''
  }
  const fill = (at: Instant) => {
    shown = at
    const fields = toFields(at, zone)
    day.value = fields?.date ?? ''
    time.value = fields?.time ?? ''
    tell(null)
  }
  const isTouched = () => {
    const fields = toFields(shown, zone)
    return (
      day.value !== (fields?.date ?? '') || time.value !== (fields?.time ?? '') || !day.validity.valid || !time.validity.valid
    )
  }
  /** While the reader is still typing a year of four digits, three of them are no fault. */
  const read = (isDone: boolean) => {
    if (!isTouched()) return tell(null)
    const at = fromFields(day.value, time.value, zone)
    const fault = faultOf(at)
    if (isDone || fault === null) tell(fault)
    if (fault !== null || at === null) return
    shown = at
    port.commit(at)
  }

  for (const input of [day, time]) {
    input.addEventListener('change', () => read(document.activeElement !== input), { signal })
    input.addEventListener('blur', () => read(true), { signal })
    input.addEventListener('input', () => port.typing(), { signal })
    input.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') read(true)
        else if (!MOVES_ON.includes(key)) port.typing()
      },
      { signal },
    )
  }
  return {
    element,
    fill,
    draw: (at) => {
      if (at !== shown) fill(at)
    },
  }
}
