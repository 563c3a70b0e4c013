import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { storySchema } from '../core/schema'
import * as parts from '../core/schema-parts'
import * as records from '../core/schema-records'
import { SCHEMA_DOCS } from './schema-docs'

/** Where the published schema lies, from the root of the project. */
export const SCHEMA_PATH = 'public/story-1.schema.json'

const { text, time, timeZone, link, reportTo, languageTag, position, bounds, geometry, color, citation, claimant } = parts
const { source, layer, party, person, topic, place, lane, narrowLane, claim, where, event, matrixPosition } = records
const { told, report, vessel, partyLink, step, strip, era, chapter, unknown, term, correction } = records

const VALUES = { text, time, timeZone, address: link, reportTo, languageTag, position, bounds, geometry, color }
const RECORDS = {
  ...{ citation, claimant, source, layer, party, person, topic, place, lane, narrowLane, claim, where, event, matrixPosition },
  ...{ told, report, vessel, link: partyLink, step, strip, era, chapter, unknown, term, correction },
}

/** What the converter cannot know of checks that are functions. */
const VALUE_RULES: Readonly<Record<keyof typeof VALUES, Partial<JsonSchema>>> = {
  text: { description: 'A text, or texts by language tag. Plain text: no HTML, no Markdown.' },
  time: {
    description: 'EDTF (ISO 8601-2), level 0 or 1.',
    maxLength: 80,
    examples: ['2026-02-26', '2026-02~', '2026-02-23/2026-02-26', '/2026-02-26'],
  },
  timeZone: { description: 'Time zone of the IANA list.', examples: ['Europe/Zurich'] },
  address: { description: 'Absolute https address.', pattern: '^https://', maxLength: 2048 },
  reportTo: {
    description: 'A mail address after mailto:, or an absolute https address.',
    pattern: '^(https://|mailto:)',
    maxLength: 2048,
  },
  languageTag: { description: 'BCP 47.', examples: ['en', 'fa'] },
  position: { description: '[longitude, latitude] in degrees.', minItems: 2 },
  bounds: { description: '[west, south, east, north] in degrees.', minItems: 4 },
  geometry: { description: 'RFC 7946, without collections.' },
  color: { description: '#rrggbb' },
}

/** Adds what is known of each key, to objects within objects too. */
function describe(schema: JsonSchema, name: string): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property !== 'object') continue
    const path = `${name}.${key}`
    describe(property, name === 'story' && key === 'frame' ? 'frame' : path)
    const description = SCHEMA_DOCS[path]
    if (description !== undefined) property.description = description
  }
  for (const option of schema.anyOf ?? []) if (typeof option === 'object') describe(option, name)
}

/** The JSON Schema (2020-12) of the event file, from the definition that validates it. */
export function storyJsonSchema(): JsonSchema {
  const schema = toJsonSchema(storySchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { ...VALUES, ...RECORDS },
    ignoreActions: ['metadata', 'check'],
  })
  const { $schema, $defs, ...rest } = schema
  const defs = $defs ?? {}
  for (const [name, rule] of Object.entries(VALUE_RULES)) Object.assign(defs[name] ?? {}, rule)
  for (const name of Object.keys(RECORDS)) {
    const def = defs[name]
    if (typeof def === 'object') describe(def, name)
  }
  describe(rest, 'story')
  return {
    $schema,
    title: 'Event file of Parley, version 1',
    description: 'One story: events, places, parties and sources.',
    ...rest,
    $defs: defs,
  }
}

/** The file as it is published. */
export const schemaFile = (): string => `${JSON.stringify(storyJsonSchema(), null, 2)}\n`

if (process.argv[1]?.endsWith('schema-file.ts')) {
  await writeFile(join(resolve(import.meta.dirname, '../..'), SCHEMA_PATH), schemaFile())
}
