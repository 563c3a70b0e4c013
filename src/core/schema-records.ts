import * as v from 'valibot'
import {
  attribution,
  bounds,
  citations,
  claimant,
  claimStatus,
  color,
  geometry,
  id,
  languageTag,
  link,
  occurs,
  plainText,
  position,
  positive,
  ref,
  text,
  time,
  timeZone,
} from './schema-parts'
import { KINDS, STATUSES } from './types'

/** Records of the event file: part of its one definition, `schema.ts`. */

export const source = v.object({
  id,
  publisher: plainText,
  agency: v.optional(plainText),
  about: v.optional(text),
  url: v.optional(link),
  published: v.optional(time),
  language: v.optional(languageTag),
})

export const layer = v.object({ id, name: text, shown: v.optional(v.boolean()), notice: v.optional(text) })

export const party = v.object({
  id,
  name: text,
  short: v.optional(text),
  letter: v.optional(v.pipe(plainText, v.maxLength(4, 'letter'))),
  color: v.optional(v.object({ light: color, dark: color })),
  seat: v.optional(ref('places')),
})

export const person = v.object({
  id,
  name: text,
  alternateNames: v.optional(v.array(plainText)),
  party: v.optional(ref('parties')),
  role: v.optional(text),
})

export const topic = v.object({ id, name: text })

export const place = v.object({
  id,
  name: text,
  short: v.optional(text),
  alternateNames: v.optional(v.array(plainText)),
  geometry: v.nullish(geometry),
  precision: v.optional(v.picklist(['site', 'city', 'area', 'country'])),
  timeZone: v.optional(timeZone),
  seat: v.optional(v.boolean()),
  party: v.optional(ref('parties')),
  lane: v.optional(ref('lanes')),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'wikidata'))),
})

export const lane = v.object({ id, name: text, narrow: v.optional(ref('narrowLanes')) })
export const narrowLane = v.object({ id, name: text })

export const claim = v.object({
  id: v.optional(id),
  by: v.optional(claimant),
  attribution: v.optional(attribution),
  status: v.optional(claimStatus),
  text,
  sources: v.optional(citations),
})

export const where = v.object({
  place: ref('places'),
  role: v.optional(v.picklist(['happened', 'seat', 'subject', 'planned'])),
  text: v.optional(text),
})

/** A statement with citations of its own. */
export const told = v.object({ text, sources: v.optional(citations) })

export const event = v.object({
  id,
  layer: v.optional(ref('layers')),
  kind: v.optional(v.picklist(KINDS)),
  status: v.optional(v.picklist(STATUSES)),
  title: text,
  short: v.optional(text),
  text: v.optional(text),
  when: v.optional(time),
  occurs: v.optional(occurs),
  approximate: v.optional(v.boolean()),
  reported: v.optional(time),
  display: v.optional(text),
  where: v.optional(where),
  parties: v.optional(v.array(ref('parties'))),
  people: v.optional(v.array(ref('people'))),
  topics: v.optional(v.array(ref('topics'))),
  format: v.optional(told),
  outcome: v.optional(told),
  claims: v.optional(v.array(claim)),
  sources: v.optional(citations),
  conflict: v.optional(text),
  refines: v.optional(ref('events')),
  vessel: v.optional(ref('vessels')),
})

export const matrixPosition = v.object({
  id: v.optional(id),
  issue: ref('topics'),
  party: ref('parties'),
  by: v.optional(claimant),
  attribution: v.optional(attribution),
  status: v.optional(claimStatus),
  text,
  sources: v.optional(citations),
})

export const report = v.object({
  id: v.optional(id),
  when: v.optional(time),
  occurs: v.optional(occurs),
  approximate: v.optional(v.boolean()),
  reported: v.optional(time),
  place: text,
  in: v.optional(ref('places')),
  precision: v.picklist(['port', 'strait', 'sea', 'region', 'none']),
  method: v.picklist(['observed', 'reported', 'estimated']),
  geometry: v.nullish(geometry),
  inferred: v.optional(text),
  heading: v.optional(text),
  layer: v.optional(ref('layers')),
  sources: v.optional(citations),
  conflict: v.optional(text),
  supersededBy: v.optional(id),
  event: v.optional(ref('events')),
})

const labelPlaces = v.optional(v.array(position))

export const vesselEntries = {
  id,
  name: text,
  short: v.optional(text),
  hull: v.optional(plainText),
  party: v.optional(ref('parties')),
  speedKnots: v.optional(positive),
  speedNote: v.optional(text),
  speedSources: v.optional(citations),
  labels: v.optional(v.object({ wide: labelPlaces, narrow: labelPlaces })),
}
export const vessel = v.object({ ...vesselEntries, reports: v.optional(v.array(report)) })

export const partyLink = v.object({
  from: ref('parties'),
  to: ref('parties'),
  via: v.optional(ref('parties')),
  kind: v.optional(plainText),
  text: v.optional(text),
  sources: v.optional(citations),
})

export const step = v.object({
  id,
  title: text,
  text,
  select: v.nullish(ref('events')),
  window: v.nullish(time),
  brush: v.nullish(time),
  at: v.nullish(time),
  camera: v.nullish(v.object({ bounds })),
  layers: v.nullish(v.array(ref('layers'))),
  question: v.optional(text),
  answer: v.optional(text),
  note: v.optional(text),
})

export const strip = v.object({ bounds, note: v.optional(text) })
export const frameBounds = { bounds, strip: v.nullish(strip) }

export const era = v.object({ id: v.optional(id), title: text, when: time, sources: v.optional(citations) })
export const chapter = v.object({ id, title: text, window: time, select: v.optional(ref('events')) })
export const unknown = v.object({ id, text, sources: v.optional(citations) })
export const term = v.object({ term: text, text, sources: v.optional(citations) })
export const correction = v.object({ on: time, text })
