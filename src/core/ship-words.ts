import type { Formatter } from './format'
import type { Story } from './story-types'
import { ageInDays, type Track } from './track'
import type { Report } from './vessel-types'
import type { Words } from './words/words'

export interface ShipWords {
  /** With a plus where the page's article does not tell it. */
  readonly name: string
  readonly shortName: string
  /** Sea or port, date, who says so, and what of it is inferred. */
  readonly told: string
  readonly toldShort: string
  /** Without what is inferred: for the least room. */
  readonly toldPlain: string
  /** Lines that stand out: how far it could be, how old the last sighting is. Empty where there is none. */
  readonly strong: readonly string[]
  readonly strongShort: readonly string[]
}

/** A name of two words and a date stay on one line; thin spaces are kept. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0').replaceAll('\u2009', '\u202F')

const sourceOf = (story: Story, report: Report): string => {
  const citation = report.sources[0]
  const source = citation ? story.sources.get(citation.source) : undefined
  return unbroken(source?.agency ?? source?.publisher ?? '')
}

/** Where a report has the ship, in the fewest words: the named sea, else the report's own. */
const whereOf = (story: Story, report: Report): string => {
  const sea = report.in === null ? undefined : story.places.get(report.in)
  return report.precision === 'sea' && sea ? sea.short.value : report.place.value
}

function tell(story: Story, report: Report, formatter: Formatter, words: Words): readonly [string, string, string] {
  const says = words.map
  const base = story.layers.get(report.layer)?.base === true
  const by = sourceOf(story, report)
  if (report.precision === 'region' || report.precision === 'none') {
    const only = base ? says.articleSaysOnly(report.place.value) : says.saysOnly(by, report.place.value)
    return [only, only, only]
  }
  const when = report.when ?? report.reported
  const where = whereOf(story, report)
  const short = when ? says.toldShort(where, unbroken(formatter.whenShort(when)), by) : says.toldUndated(where, by)
  const long = when && report.precision === 'sea' ? says.told(where, unbroken(formatter.whenShort(when)), by) : short
  const inferred = (told: string): string => (report.inferred ? says.inferred(told, report.inferred.value) : told)
  return [inferred(long), inferred(short), short]
}

/** "11–12 days". */
export function days([least, most]: readonly [number, number], formatter: Formatter, words: Words): string {
  const text = least === most ? formatter.count(most) : `${formatter.count(least)}–${formatter.count(most)}`
  return words.map.days(most, text)
}

/** How old the last sighting is; of a ship that nobody places, how old the report is. Nothing on the day itself. */
function ageLines(track: Track, story: Story, instant: number, formatter: Formatter, words: Words): readonly string[] {
  const { report, seen, state } = track
  const isPlaced = state === 'sea' || state === 'point'
  const when = isPlaced ? seen?.when : (report?.when ?? report?.reported)
  if (!when) return []
  const age = ageInDays(when, instant, story.timeZone)
  // A stay in port that is not over has no age yet.
  if ((state === 'point' ? age[0] : age[1]) === 0) return []
  const text = days(age, formatter, words)
  return [isPlaced ? words.map.lastFix(text) : words.map.lastReport(text)]
}

/** The label of a ship; null while nothing is known of it on the shown layers. */
export function shipWords(track: Track, story: Story, instant: number, formatter: Formatter, words: Words): ShipWords | null {
  const { report, vessel, reach, isAsked } = track
  if (report === null) return null
  const says = words.map
  const added = story.layers.get(report.layer)?.base === false
  const [told, toldShort, toldPlain] = tell(story, report, formatter, words)
  const knots = reach ? formatter.count(reach.knots) : ''
  const time = reach ? formatter.duration(reach.sinceMs) : ''
  const old = reach || isAsked ? [] : ageLines(track, story, instant, formatter, words)
  return {
    name: added ? says.added(vessel.name.value) : vessel.name.value,
    shortName: added ? says.added(vessel.short.value) : vessel.short.value,
    told,
    toldShort,
    toldPlain,
    strong: [...(reach ? [says.reach(knots, time)] : []), ...old],
    strongShort: [...(reach ? [says.reachShort(knots, time)] : []), ...old],
  }
}
