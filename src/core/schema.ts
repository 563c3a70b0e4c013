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
  positiveInteger,
  ref,
  text,
  time,
  timeZone,
} from './schema-parts'
import { KINDS, STATUSES } from './types'

/** The one definition of the event file: types, validator and the published JSON Schema all come from here. */

const source = v.object({
  id,
  publisher: plainText,
  agency: v.optional(plainText),
  about: v.optional(text),
  url: v.optional(link),
  published: v.optional(time),
  language: v.optional(languageTag),
})

const layer = v.object({ id, name: text, shown: v.optional(v.boolean()), notice: v.optional(text) })

const party = v.object({
  id,
  name: text,
  short: v.optional(text),
  letter: v.optional(v.pipe(plainText, v.maxLength(4, 'letter'))),
  color: v.optional(v.object({ light: color, dark: color })),
  seat: v.optional(ref('places')),
})

const person = v.object({
  id,
  name: text,
  alternateNames: v.optional(v.array(plainText)),
  party: v.optional(ref('parties')),
  role: v.optional(text),
})

const topic = v.object({ id, name: text })

const place = v.object({
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

const lane = v.object({ id, name: text, narrow: v.optional(ref('narrowLanes')) })
const narrowLane = v.object({ id, name: text })

const claim = v.object({
  id: v.optional(id),
  by: v.optional(claimant),
  attribution: v.optional(attribution),
  status: v.optional(claimStatus),
  text,
  sources: v.optional(citations),
})

const where = v.object({
  place: ref('places'),
  role: v.optional(v.picklist(['happened', 'seat', 'subject', 'planned'])),
  text: v.optional(text),
})

const event = v.object({
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
  claims: v.optional(v.array(claim)),
  sources: v.optional(citations),
  conflict: v.optional(text),
  refines: v.optional(ref('events')),
  vessel: v.optional(ref('vessels')),
})

const matrixPosition = v.object({
  id: v.optional(id),
  issue: ref('topics'),
  party: ref('parties'),
  by: v.optional(claimant),
  attribution: v.optional(attribution),
  status: v.optional(claimStatus),
  text,
  sources: v.optional(citations),
})

const report = v.object({
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

const vesselEntries = {
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
const vessel = v.object({ ...vesselEntries, reports: v.optional(v.array(report)) })

const partyLink = v.object({
  from: ref('parties'),
  to: ref('parties'),
  via: v.optional(ref('parties')),
  kind: v.optional(plainText),
  text: v.optional(text),
  sources: v.optional(citations),
})

const step = v.object({
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

const strip = v.object({ bounds, note: v.optional(text) })
const frameBounds = { bounds, strip: v.nullish(strip) }

/** Lists whose items name things: a bad field that may be left out is left out, for the item says the same without it. */
export const namingLists = {
  sources: source,
  layers: layer,
  narrowLanes: narrowLane,
  lanes: lane,
  parties: party,
  people: person,
  topics: topic,
  places: place,
  vessels: v.object(vesselEntries),
}

/** Lists whose items tell something: an item with an error is left out whole. */
export const tellingLists = {
  events: event,
  positions: matrixPosition,
  links: partyLink,
  eras: v.object({ id: v.optional(id), title: text, when: time, sources: v.optional(citations) }),
  chapters: v.object({ id, title: text, window: time }),
  steps: step,
  unknowns: v.object({ id, text, sources: v.optional(citations) }),
  glossary: v.object({ term: text, text, sources: v.optional(citations) }),
  corrections: v.object({ on: time, text }),
}

/** A vessel's reports tell something: they are left out one by one. */
export const reportSchema = report

/** All of the file that is no list of records. */
export const headSchema = v.object({
  $schema: v.optional(v.string()),
  type: v.literal('parley-story', 'not-a-story'),
  version: v.literal(1, 'version'),
  id,
  language: v.optional(languageTag),
  title: text,
  summary: v.optional(text),
  asOf: v.optional(time),
  timeZone: v.optional(timeZone),
  clocks: v.optional(v.array(timeZone)),
  license: v.optional(v.object({ name: plainText, url: v.optional(link) })),
  attribution: v.optional(text),
  edition: v.optional(v.object({ number: positiveInteger, published: v.optional(time) })),
  frame: v.optional(v.object({ ...frameBounds, narrow: v.nullish(v.object(frameBounds)) })),
})

/** The whole file. */
export const storySchema = v.object({
  ...headSchema.entries,
  sources: v.optional(v.array(source)),
  layers: v.optional(v.array(layer)),
  parties: v.optional(v.array(party)),
  people: v.optional(v.array(person)),
  topics: v.optional(v.array(topic)),
  narrowLanes: v.optional(v.array(narrowLane)),
  lanes: v.optional(v.array(lane)),
  places: v.optional(v.array(place)),
  eras: v.optional(v.array(tellingLists.eras)),
  chapters: v.optional(v.array(tellingLists.chapters)),
  events: v.array(event),
  positions: v.optional(v.array(matrixPosition)),
  vessels: v.optional(v.array(vessel)),
  links: v.optional(v.array(partyLink)),
  steps: v.optional(v.array(step)),
  unknowns: v.optional(v.array(tellingLists.unknowns)),
  glossary: v.optional(v.array(tellingLists.glossary)),
  corrections: v.optional(v.array(tellingLists.corrections)),
})

export type StoryFile = v.InferOutput<typeof storySchema>
export type HeadRecord = v.InferOutput<typeof headSchema>
export type SourceRecord = v.InferOutput<typeof source>
export type LayerRecord = v.InferOutput<typeof layer>
export type PartyRecord = v.InferOutput<typeof party>
export type PersonRecord = v.InferOutput<typeof person>
export type PlaceRecord = v.InferOutput<typeof place>
export type EventRecord = v.InferOutput<typeof event>
export type ClaimRecord = v.InferOutput<typeof claim>
export type VesselRecord = v.InferOutput<typeof vessel>
export type ReportRecord = v.InferOutput<typeof report>
export type CitationRecord = v.InferOutput<typeof citations>[number]
/** A text in one language, or a map of language tag to text. */
export type TextRecord = v.InferOutput<typeof text>
