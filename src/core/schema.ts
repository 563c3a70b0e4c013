import * as v from 'valibot'
import { type citation, id, languageTag, link, plainText, positiveInteger, reportTo, text, time, timeZone } from './schema-parts'
import {
  chapter,
  type claim,
  correction,
  era,
  event,
  frameBounds,
  lane,
  layer,
  matrixPosition,
  narrowLane,
  party,
  partyLink,
  person,
  place,
  type report,
  source,
  step,
  term,
  topic,
  unknown,
  vessel,
  vesselEntries,
} from './schema-records'

/** The one definition of the event file: types, validator and the published JSON Schema all come from here. */

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
  eras: era,
  chapters: chapter,
  steps: step,
  unknowns: unknown,
  glossary: term,
  corrections: correction,
}

/** All of the file that is no list of records. */
export const headSchema = v.object({
  $schema: v.optional(v.string()),
  type: v.literal('parley-story'),
  version: v.literal(1),
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
  reportTo: v.optional(reportTo),
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
  eras: v.optional(v.array(era)),
  chapters: v.optional(v.array(chapter)),
  events: v.array(event),
  positions: v.optional(v.array(matrixPosition)),
  vessels: v.optional(v.array(vessel)),
  links: v.optional(v.array(partyLink)),
  steps: v.optional(v.array(step)),
  unknowns: v.optional(v.array(unknown)),
  glossary: v.optional(v.array(term)),
  corrections: v.optional(v.array(correction)),
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
export type CitationRecord = v.InferOutput<typeof citation>
/** A text in one language, or a map of language tag to text. */
export type TextRecord = v.InferOutput<typeof text>
