import { toWall } from '../core/axis-levels'
import { clocksFor, momentsOf } from '../core/clocks'
import type { StoryEvent } from '../core/types'
import { zoneName } from '../core/zone-name'
import type { Says } from './list-lines'

/**
 * Whose clock a clock time is read from, and the same instant on the story's other clocks and the reader's own, with the weekday where
 * it is another day; empty for a time without a clock time.
 */
export function clockLine({ story, words, format, readerZone = null }: Says, { when, where }: StoryEvent): string {
  const at = momentsOf(when)[0]?.at
  if (at === undefined || when === null) return ''
  const local = where !== null && story.places.get(where.place)?.timeZone === when.timeZone
  const own = local ? words.list.localTime : words.list.timeOf(zoneName(story, when.timeZone))
  const day = (timeZone: string): string => new Intl.DateTimeFormat(words.locale, { timeZone, weekday: 'short' }).format(at)
  const times = clocksFor(story, readerZone, [at])
    .filter(({ zone }) => toWall(at, zone) !== toWall(at, when.timeZone))
    .map(({ zone, reader }) => {
      const text = format.time(at, zone)
      const time = reader === 'own' ? words.clocks.here(text) : words.list.timeIn(text, zoneName(story, zone))
      return day(zone) === day(when.timeZone) ? time : `${day(zone)} ${time}`
    })
  return words.list.capital(times.length === 0 ? own : words.list.thatIs(own, format.list(times)))
}
