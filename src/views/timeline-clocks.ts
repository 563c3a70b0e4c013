import { formatWall } from '../core/axis'
import { dayStart, toWall } from '../core/axis-levels'
import { zoneName } from '../core/zone-name'
import type { AppState } from '../state/state'
import { h } from './dom'
import type { ViewContext } from './view'

/** The time of day in a zone. The last millisecond of a day is its end, 24:00, not a minute before. */
export function clockTime(instant: number, zone: string, locale: string): { text: string; wall: number } {
  const end = instant + 1
  const isEnd = end % 60_000 === 0
  const at = isEnd ? end : instant
  const midnight = isEnd && dayStart(end, zone) === end
  const text = formatWall(toWall(at, zone), locale, { hour: '2-digit', minute: '2-digit', hourCycle: midnight ? 'h24' : 'h23' })
  return { text, wall: toWall(midnight ? instant : at, zone) }
}

/** The times of the now-line in the story's zones, with the weekday where it is not the venue's. */
export function createClocks({ story, words }: ViewContext): { element: HTMLElement; draw(state: AppState): void } {
  const element = h('p', { class: 'clocks' })
  const names = new Map(story.clocks.map((zone) => [zone, zoneName(story, zone)]))
  return {
    element,
    draw: ({ instant }) => {
      const weekday = (wall: number) => formatWall(wall, words.locale, { weekday: 'short' })
      const venue = weekday(clockTime(instant, story.timeZone, words.locale).wall)
      element.replaceChildren(
        ...story.clocks.map((zone) => {
          const { text, wall } = clockTime(instant, zone, words.locale)
          const day = weekday(wall)
          return h(
            'span',
            {},
            names.get(zone) ?? zone,
            ' ',
            h('b', {}, day === venue ? text : words.timeline.clockDay(day, text)),
          )
        }),
      )
    },
  }
}
