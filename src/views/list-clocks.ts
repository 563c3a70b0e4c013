import type { Instant, StoryEvent, When } from '../core/types'
import { zoneName } from '../core/zone-name'
import type { Says } from './list-lines'

/** The clock time that is known of a time, or null: a day has none. */
function clockTimeOf(when: When | null): Instant | null {
  if (when === null) return null
  if (when.start === 'known' && when.startPrecision === 'instant') return when.extent[0]
  return when.end === 'known' && when.endPrecision === 'instant' ? when.extent[1] : null
}

/**
 * Whose clock a clock time is read from, and the same instant on the story's other clocks, with the weekday where it is another day;
 * empty for a time without a clock time.
 */
export function clockLine({ story, words, format }: Says, { when, where }: StoryEvent): string {
  const at = clockTimeOf(when)
  if (at === null || when === null) return ''
  const local = where !== null && story.places.get(where.place)?.timeZone === when.timeZone
  const own = local ? words.list.localTime : words.list.timeOf(zoneName(story, when.timeZone))
  const day = (timeZone: string): string => new Intl.DateTimeFormat(words.locale, { timeZone, weekday: 'short' }).format(at)
  const times = story.clocks
    .filter((zone) => zone !== when.timeZone && format.time(at, zone) !== format.time(at, when.timeZone))
    .map((zone) => {
      const time = words.list.timeIn(format.time(at, zone), zoneName(story, zone))
      return day(zone) === day(when.timeZone) ? time : `${day(zone)} ${time}`
    })
  return words.list.capital(times.length === 0 ? own : words.list.thatIs(own, format.list(times)))
}
