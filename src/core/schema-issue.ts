import type * as v from 'valibot'
import { edtfProblem } from './edtf'
import { type Problem, pointer, quoted } from './issue'
import { linkProblem } from './link'
import { nearest } from './nearest'
import { MAX_TEXT } from './schema-parts'

type SchemaIssue = v.BaseIssue<unknown>

const problem = (code: string, message: string, fix: string): Problem => ({ code, message, fix })

/** Problems by the message of the schema's action, given the value as found. */
const RULES: Readonly<Record<string, (found: string) => readonly [message: string, fix: string]>> = {
  'not-a-story': (found) => [`type ${found} is no story of Parley`, 'write "type": "parley-story"'],
  version: (found) => [`version ${found} cannot be read`, 'write "version": 1, or use a newer Parley'],
  id: (found) => [`${found} is not an id`, 'use at most 64 small letters a–z, digits and hyphens, first a letter or digit'],
  'text-empty': () => ['the text is empty', 'write it, or leave the field out'],
  'text-long': () => [`the text has more than ${MAX_TEXT} characters`, 'shorten it'],
  language: (found) => [`${found} is not a language tag`, 'use BCP 47, such as en, fa or pt-BR'],
  zone: (found) => [`${found} is not a time zone`, 'use an IANA name, such as Europe/Zurich'],
  integer: (found) => [`${found} is not a whole number`, 'use a whole number'],
  negative: (found) => [`${found} is too small`, 'use a greater number'],
  number: (found) => [`${found} is not a number that can be used`, 'use a smaller number'],
  'lon-range': (found) => [`longitude ${found} does not exist`, 'use -180 to 180; longitude comes first'],
  'lat-range': (found) => [`latitude ${found} does not exist`, 'use -90 to 90; longitude comes first'],
  'bounds-order': (found) => [`the south edge is not below the north (${found})`, 'order them west, south, east, north'],
  ring: () => ['a ring of the area is not closed', 'give at least four positions, the last the same as the first'],
  line: () => ['a line has fewer than two positions', 'give at least two'],
  color: (found) => [`${found} is not a colour`, 'write it like #0b5fa5'],
  'span-order': (found) => [`the span ends before it starts (${found})`, 'write [start, end)'],
  letter: (found) => [`${found} is too long for a mark`, 'use one letter'],
  wikidata: (found) => [`${found} is not an item of Wikidata`, 'write it like Q71'],
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of numbers',
  object: 'an object',
  variant: 'an object',
  record: 'an object',
  union: 'a text, or texts by language',
}

/** `"a" | "b"` of valibot as a list of words. */
const wordsOf = (expected: string): string[] => Array.from(expected.matchAll(/"([^"]*)"/g), (match) => match[1] ?? '')

function choice(issue: SchemaIssue): Problem {
  const words = wordsOf(issue.expected ?? '')
  const meant = typeof issue.input === 'string' ? nearest(issue.input, words) : null
  const fix = meant === null ? `use ${words.join(', ')}` : `write "${meant}"; possible are ${words.join(', ')}`
  return problem('choice', `${quoted(issue.input)} is not possible here`, fix)
}

/** What is wrong, in our words: valibot's tell of types, not of what to do. */
export function toProblem(issue: SchemaIssue): Problem {
  const rule = RULES[issue.message]
  if (rule) return problem(issue.message, ...rule(quoted(issue.input)))
  if (issue.message === 'edtf')
    return edtfProblem(String(issue.input)) ?? problem('edtf-syntax', 'not EDTF', 'write it like 2026-02-26')
  if (issue.message === 'url')
    return linkProblem(String(issue.input)) ?? problem('url-syntax', 'not an address', 'write it whole')
  const key = issue.path?.at(-1)
  if (issue.type === 'object' && issue.received === 'undefined' && key) {
    return problem('missing', `${quoted(key.key)} is missing`, 'add it')
  }
  if (issue.type === 'tuple' && issue.input === undefined) return problem('missing', 'a number of the list is missing', 'add it')
  if (issue.type === 'picklist' || (issue.type === 'variant' && issue.expected !== 'Object')) return choice(issue)
  return problem(
    'type',
    `${quoted(issue.input)} is not ${NOUNS[issue.type] ?? 'possible here'}`,
    `write ${NOUNS[issue.type] ?? 'another value'}`,
  )
}

/** JSON Pointer of the issue, below `base`. */
export const pathOf = (issue: SchemaIssue, base: string): string =>
  (issue.path ?? []).reduce((path, item) => pointer(path, String(item.key)), base)
