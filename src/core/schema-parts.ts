import * as v from 'valibot'
import { cleanText } from './clean-text'
import { edtfProblem } from './edtf'
import { linkProblem, parseLink } from './link'
import { parseReportTo, reportToProblem } from './report-to'
import { isTimeZone } from './zone'

/** Longest text of an event file, in UTF-16 units. */
export const MAX_TEXT = 20_000

/** Messages of the actions are issue codes: `schema-issue.ts` turns them into sentences. */
const visible = v.regex(/[^\s\u202a-\u202e\u2066-\u2069]/, 'text-empty')

/** One line or paragraph in one language, cleaned. */
export const plainText = v.pipe(v.string(), visible, v.maxLength(MAX_TEXT, 'text-long'), v.transform(cleanText))

/** BCP 47. */
export const languageTag = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/, 'language'))

/** A text, or a map of language tag to text. */
export const text = v.union([plainText, v.pipe(v.record(languageTag, plainText), v.minEntries(1, 'text-empty'))])

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'id'))

/** The id of an item of another list: `check.ts` looks it up there. */
export const ref = (list: string) => v.pipe(id, v.metadata({ ref: list }))

/** EDTF, level 0 and 1. */
export const time = v.pipe(
  v.string(),
  v.check((value) => edtfProblem(value) === null, 'edtf'),
)

export const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'zone'))

export const link = v.pipe(
  v.string(),
  v.check((value) => linkProblem(value) === null, 'url'),
  v.transform((value) => String(parseLink(value))),
)

/** Where errors are reported to: `mailto:` or https. */
export const reportTo = v.pipe(
  v.string(),
  v.check((value) => reportToProblem(value) === null, 'report-to'),
  v.transform((value) => String(parseReportTo(value))),
)

const count = v.pipe(v.number(), v.integer('integer'), v.minValue(0, 'negative'))
const longitude = v.pipe(v.number(), v.minValue(-180, 'lon-range'), v.maxValue(180, 'lon-range'))
const latitude = v.pipe(v.number(), v.minValue(-90, 'lat-range'), v.maxValue(90, 'lat-range'))

/** `[lon, lat]`, RFC 7946. A third number, the height, is read over. */
export const position = v.tuple([longitude, latitude])

export const bounds = v.pipe(
  v.tuple([longitude, latitude, longitude, latitude]),
  v.check(([, south, , north]) => south < north, 'bounds-order'),
)

const ring = v.pipe(
  v.array(position),
  v.minLength(4, 'ring'),
  v.check((points) => points.length < 4 || `${points[0]}` === `${points.at(-1)}`, 'ring'),
)
const line = v.pipe(v.array(position), v.minLength(2, 'line'))
const polygon = v.pipe(v.array(ring), v.minLength(1, 'ring'))

/** Geometry of RFC 7946, without collections. */
export const geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: position }),
  v.object({ type: v.literal('MultiPoint'), coordinates: v.array(position) }),
  v.object({ type: v.literal('LineString'), coordinates: line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(line) }),
  v.object({ type: v.literal('Polygon'), coordinates: polygon }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(polygon) }),
])

export const color = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'color'))

/** Code points `[start, end)`. */
const span = v.pipe(
  v.tuple([count, count]),
  v.check(([start, end]) => start < end, 'span-order'),
)

export const citation = v.object({
  source: ref('sources'),
  at: v.optional(plainText),
  span: v.optional(span),
  quote: v.optional(plainText),
})
export const citations = v.array(citation)

export const claimant = v.object({ party: v.optional(ref('parties')), person: v.optional(ref('people')), name: v.optional(text) })
export const attribution = v.picklist(['named', 'anonymous', 'collective', 'outlet'])
export const claimStatus = v.picklist(['confirmed', 'claimed', 'disputed', 'denied'])
export const occurs = v.picklist(['throughout', 'within'])
export const positiveInteger = v.pipe(v.number(), v.integer('integer'), v.minValue(1, 'negative'))
export const positive = v.pipe(v.number(), v.gtValue(0, 'negative'), v.finite('number'))
