import { toWall } from './axis-levels'
import { dayOfWhen } from './calendar-day'
import { claimText } from './export-fields'
import { fileId } from './export-ids'
import { claimsKnown, sourcesOfEvent, sourceText } from './export-sources'
import { doubtsOf, isAbout } from './export-time'
import type { ExportView } from './export-view'
import { addressLine, type IcalLine, icalComponent, icalDay, icalInstant, icalText, textLine } from './ical'
import type { Story } from './story-types'
import type { Precision, StoryEvent, When } from './types'
import { exportWords } from './words/export-words'
import { utcInstant } from './zone'

const DAY_MS = 86_400_000
/** Of an edition in a year that calendars cannot hold. */
const NO_STAMP = '19700101T000000Z'

/** A calendar file, and what no calendar can hold. */
export interface Calendar {
  readonly text: string
  readonly count: number
  readonly leftOut: {
    /** No date is given. */
    readonly undated: number
    /** Before the year 1 or after 9999. */
    readonly beyond: number
  }
}

/** Months of the units that are longer than a day. */
const MONTHS: Readonly<Partial<Record<Precision, number>>> = { month: 1, season: 3, year: 12, decade: 120, century: 1200 }

/** The first of a month on the wall clock, `months` after that of `wall`. */
function firstOfMonth(wall: number, months: number): number {
  const date = new Date(wall)
  return utcInstant({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 + months, day: 1 })
}

const dayOf = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS

/** First day and the day after the last of what is known, as wall times. An open side leaves the month or year at the other whole. */
function knownDays({ extent: [start, end], startPrecision, endPrecision, timeZone }: When): readonly [number, number] {
  const isOpen = !Number.isFinite(start)
  const first = toWall(isOpen ? end : start, timeZone)
  const last = toWall(Number.isFinite(end) ? end : start, timeZone)
  const [before, after] = [MONTHS[endPrecision], MONTHS[startPrecision]]
  return [
    isOpen && before ? firstOfMonth(first, 1 - before) : dayOf(first),
    !Number.isFinite(end) && after ? firstOfMonth(last, after) : dayOf(last) + DAY_MS,
  ]
}

/** True where the beginning is a clock time that nobody doubts: only then may a calendar show one. */
const isTimed = (when: When): boolean =>
  when.start === 'known' &&
  when.startPrecision === 'instant' &&
  (when.end !== 'known' || when.endPrecision === 'instant') &&
  when.qualifier === '' &&
  !isAbout(when)

/**
 * DTSTART and DTEND. A clock time is UTC, without an end where none is known: such an event takes no time (§3.6.1). All else is whole
 * days, the last one excluded as §3.6.1 wants it, from the first to the last day of what is known; null beyond the years of a calendar.
 */
function spanLines(when: When): readonly IcalLine[] | null {
  const [start, end] = when.extent
  if (isTimed(when)) {
    const [from, to] = [icalInstant(start), icalInstant(Number.isFinite(end) ? end : start)]
    if (from === null || to === null) return null
    return [['DTSTART', from], ...(from < to ? [['DTEND', to] as const] : [])]
  }
  const [from, to] = knownDays(when).map(icalDay)
  if (from == null || to == null) return null
  return [
    ['DTSTART;VALUE=DATE', from],
    ['DTEND;VALUE=DATE', to],
  ]
}

/** True where the days or the time that a calendar shows are all there is to say. */
const isExact = (when: When): boolean =>
  doubtsOf(when).length === 0 &&
  when.startPrecision === when.endPrecision &&
  (when.endPrecision === 'instant' || when.endPrecision === 'day')

/** Calendars show the title alone: what is planned, cancelled or doubtful is said in it. */
function summaryOf({ format }: ExportView, { title, status }: StoryEvent, when: When): string {
  const { unsure, statuses, saysItself } = exportWords.calendar
  const dated = isExact(when) ? title.value : unsure(title.value, format.when(when))
  return status === 'happened' || saysItself[status]?.test(title.value) ? dated : statuses[status](dated)
}

/** A statement was made somewhere or is about somewhere, but it did not take place there. */
const tookPlace = ({ where }: StoryEvent): boolean => where?.role === 'happened' || where?.role === 'planned'

function placeText({ story, words }: ExportView, { where }: StoryEvent): string {
  const place = where === null ? undefined : story.places.get(where.place)
  if (where === null || place === undefined) return ''
  const doubt = words.list.precisions[place.precision]
  return words.list.roles[where.role](place.name.value) + (doubt && ` (${doubt})`)
}

function descriptionOf(view: ExportView, event: StoryEvent): string {
  const { words, format, provenance } = view
  const { when, where, sources } = exportWords.calendar
  const place = placeText(view, event)
  const texts = [event.text, ...(event.additions?.texts ?? [])]
  const conflicts = [event.conflict, ...(event.additions?.conflicts ?? [])]
  const cited = sourcesOfEvent(view, event).map((source) => sourceText(view, source))
  const lines = [
    when(format.when(event.when)),
    place && where(place),
    ...texts.map((text) => text?.value),
    ...claimsKnown(view, event).map((claim) => claimText(view, claim)),
    ...conflicts.map((text) => text && words.list.conflict + text.value),
    event.outcome && words.list.outcome + event.outcome.text.value,
    cited.length > 0 && sources(cited.join('; ')),
    provenance.credit,
  ]
  return lines.filter(Boolean).join('\n')
}

/** Only of a site: the middle of a town is not where it was. Source: RFC 5545 §3.8.1.6, latitude first. */
function geoOf({ story }: ExportView, event: StoryEvent): string | null {
  const place = event.where === null ? undefined : story.places.get(event.where.place)
  if (!tookPlace(event) || place?.precision !== 'site' || place.geometry?.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = place.geometry.coordinates
  return `${latitude.toFixed(6)};${longitude.toFixed(6)}`
}

/** `happened` is no CONFIRMED: that word of the calendars would vouch for what the file may only claim. */
const STATUS = { happened: null, planned: 'TENTATIVE', cancelled: 'CANCELLED', unknown: 'TENTATIVE' } as const

/** Noon in UTC of the day that this edition is dated: that day in nearly every zone, and the same at every download. */
function stampOf({ edition, now }: Story): string {
  if (!edition?.published) return icalInstant(now) ?? NO_STAMP
  const { year, month, day } = dayOfWhen(edition.published)
  return icalInstant(utcInstant({ year, month: month ?? 1, day: day ?? 1 }) + DAY_MS / 2) ?? NO_STAMP
}

function eventComponent(view: ExportView, event: StoryEvent, when: When): string | null {
  const span = spanLines(when)
  if (span === null) return null
  const { story, words, linkTo, provenance } = view
  const place = event.where === null ? undefined : story.places.get(event.where.place)
  const topics = event.topics.flatMap((id) => story.topics.get(id)?.name.value ?? [])
  const categories = [words.list.capital(words.list.kinds[event.kind]), ...topics]
  return icalComponent('VEVENT', [
    ['UID', `${fileId(story, event.id)}@${story.id}.parley`],
    ['DTSTAMP', stampOf(story)],
    ['SEQUENCE', story.edition === null ? null : String(story.edition.number)],
    ...span,
    textLine('SUMMARY', summaryOf(view, event, when)),
    textLine('DESCRIPTION', descriptionOf(view, event)),
    textLine('LOCATION', tookPlace(event) ? (place?.name.value ?? null) : null),
    ['GEO', geoOf(view, event)],
    // The commas between categories are the list's own.
    ['CATEGORIES', categories.map(icalText).join(',')],
    ['STATUS', STATUS[event.status]],
    ['CLASS', 'PUBLIC'],
    ['TRANSP', 'TRANSPARENT'],
    addressLine('URL', linkTo?.(event.id) ?? null),
    textLine('COMMENT', provenance.credit),
  ])
}

/**
 * The events as a calendar of RFC 5545. No METHOD: RFC 5546 asks an organizer of what is published, and a story has none. Names and
 * descriptions stand twice, as RFC 7986 has them and as older programs read them.
 */
export function toIcal(view: ExportView): Calendar {
  const { story, events, provenance } = view
  const dated = events.flatMap((event) => (event.when === null ? [] : [eventComponent(view, event, event.when)]))
  const written = dated.filter((component) => component !== null)
  const about = [provenance.selection, provenance.credit].join('. ')
  const text = icalComponent(
    'VCALENDAR',
    [
      ['VERSION', '2.0'],
      ['PRODID', '-//Parley//Parley//EN'],
      ['CALSCALE', 'GREGORIAN'],
      textLine('NAME', story.title.value),
      textLine('X-WR-CALNAME', story.title.value),
      textLine('DESCRIPTION', about),
      textLine('X-WR-CALDESC', about),
      ['LAST-MODIFIED', stampOf(story)],
      addressLine('URL', provenance.address),
      textLine('X-PARLEY-LICENCE', provenance.licence),
      addressLine('X-PARLEY-LICENCE-ADDRESS;VALUE=URI', provenance.licenceAddress),
    ],
    written,
  )
  return {
    text: `${text}\r\n`,
    count: written.length,
    leftOut: { undated: events.length - dated.length, beyond: dated.length - written.length },
  }
}
