import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JsonSchema } from '@valibot/to-json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { SCHEMA_PATH, schemaFile, storyJsonSchema } from '../../src/build/schema-file'

const ROOT = resolve(import.meta.dirname, '../..')
const readJsonFile = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
  allErrors: true,
}).compile(storyJsonSchema())
const faultsOf = (data: unknown) =>
  validate(data) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)

/** Paths of keys without a description. */
function undescribed(schema: JsonSchema, path: string): string[] {
  const parts = [...(schema.anyOf ?? []), ...Object.values(schema.$defs ?? {})].filter((part) => typeof part === 'object')
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    typeof property !== 'object'
      ? []
      : [...(property.description ? [] : [`${path}.${key}`]), ...undescribed(property, `${path}.${key}`)],
  )
  return [...properties, ...parts.flatMap((part, index) => undescribed(part, `${path}/${index}`))]
}

describe('the published JSON Schema', () => {
  test('is up to date; `npm run schema` writes it', () => {
    expect(readFileSync(join(ROOT, SCHEMA_PATH), 'utf8')).toBe(schemaFile())
  })

  test('tells an editor about every key', () => {
    const { geometry: _, ...defs } = storyJsonSchema().$defs ?? {}
    expect(undescribed({ ...storyJsonSchema(), $defs: defs }, 'story')).toEqual([])
  })

  test.each(readdirSync(join(ROOT, 'tests/fixtures/good')))('accepts the good file %s', (name) => {
    expect(faultsOf(readJsonFile(`tests/fixtures/good/${name}`))).toEqual([])
  })

  test.each(['types', 'choices', 'longitude-460', 'no-title', 'script-link', 'newer-version', 'texts'])(
    'refuses the bad file %s',
    (name) => {
      expect(faultsOf(readJsonFile(`tests/fixtures/bad/${name}.json`)).length).toBeGreaterThan(0)
    },
  )

  test.skipIf(!existsSync(join(ROOT, 'data/us-iran-2026.json')))('accepts the first story', () => {
    expect(faultsOf(readJsonFile('data/us-iran-2026.json'))).toEqual([])
  })
})
