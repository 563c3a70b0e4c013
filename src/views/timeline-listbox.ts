import { anchor } from '../core/derive'
import type { EventId } from '../core/types'
import type { Dated } from './timeline-items'

const WEEK_MS = 7 * 86_400_000
const TYPE_AHEAD_MS = 700

export interface ListboxPort {
  /** Options in order. */
  options(): readonly Dated[]
  active(): EventId | null
  laneIndex(event: Dated): number
  /** Moves the focus, and the window where it must. */
  focus(event: Dated): void
  select(id: EventId): void
  zoom(factor: number): void
}

const nearest = (events: readonly Dated[], instant: number): Dated | undefined =>
  events.reduce<Dated | undefined>(
    (best, event) => (!best || Math.abs(anchor(event.when) - instant) < Math.abs(anchor(best.when) - instant) ? event : best),
    undefined,
  )

/** The option nearest in time on the next lane, up or down, that has any. */
function onNextLane(port: ListboxPort, from: Dated, direction: 1 | -1): Dated | undefined {
  const lane = port.laneIndex(from)
  const beyond = port.options().filter((event) => (port.laneIndex(event) - lane) * direction > 0)
  const next = Math.min(...beyond.map((event) => Math.abs(port.laneIndex(event) - lane)))
  return nearest(
    beyond.filter((event) => Math.abs(port.laneIndex(event) - lane) === next),
    anchor(from.when),
  )
}

function aWeekOn(port: ListboxPort, from: Dated, direction: 1 | -1): Dated | undefined {
  const options = port.options()
  const index = options.indexOf(from)
  const beyond = direction > 0 ? options.slice(index + 1) : options.slice(0, index)
  return nearest(beyond, anchor(from.when) + direction * WEEK_MS)
}

/** Keys of the listbox. Arrows move the focus only: to select moves the map, and must be asked for. */
export function createListboxKeys(listbox: SVGElement, port: ListboxPort, signal: AbortSignal): void {
  let typed = ''
  let typedAt = 0

  function target(key: string, current: Dated | undefined): Dated | undefined {
    const options = port.options()
    const index = current ? options.indexOf(current) : -1
    if (key === 'Home') return options[0]
    if (key === 'End') return options.at(-1)
    if (!current) return options[0]
    if (key === 'ArrowRight') return options[index + 1]
    if (key === 'ArrowLeft') return options[index - 1]
    if (key === 'ArrowDown') return onNextLane(port, current, 1)
    if (key === 'ArrowUp') return onNextLane(port, current, -1)
    if (key === 'PageDown') return aWeekOn(port, current, 1)
    if (key === 'PageUp') return aWeekOn(port, current, -1)
    return undefined
  }

  function typeAhead(event: KeyboardEvent, current: Dated | undefined): Dated | undefined {
    typed = event.timeStamp - typedAt > TYPE_AHEAD_MS ? event.key : typed + event.key
    typedAt = event.timeStamp
    const options = port.options()
    const start = current ? options.indexOf(current) + (typed.length === 1 ? 1 : 0) : 0
    const sought = typed.toLocaleLowerCase()
    // What stands on the timeline and begins the option's name, or the title that the list has.
    return [...options.slice(start), ...options.slice(0, start)].find(({ short, title }) =>
      [short, title].some(({ value }) => value.toLocaleLowerCase().startsWith(sought)),
    )
  }

  listbox.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const current = port.options().find((option) => option.id === port.active())
      const { key } = event
      if (key === 'Enter' || (key === ' ' && event.timeStamp - typedAt > TYPE_AHEAD_MS)) {
        if (current) port.select(current.id)
      } else if (key === '+' || key === '=') port.zoom(0.5)
      else if (key === '-' || key === '−') port.zoom(2)
      // “?” opens the help.
      else if (key.length === 1 && key !== '?') {
        const found = typeAhead(event, current)
        if (found) port.focus(found)
      } else if (/^(Arrow|Page|Home|End)/.test(key)) {
        const found = target(key, current)
        if (found && found !== current) port.focus(found)
      } else return
      event.preventDefault()
    },
    { signal },
  )
}
