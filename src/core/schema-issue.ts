import type * as v from 'valibot'
import { edtfProblem } from './edtf'
import { type Problem, pointer, quoted } from './issue'
import { linkProblem } from './link'
import { nearest } from './nearest'
import { reportToProblem } from './report-to'
import { MAX_TEXT } from './schema-parts'

type SchemaIssue = v.BaseIssue<unknown>

const problem = (code: string, message: string, fix: string): Problem => ({ code, message, fix })

/** Problems by the message of the schema's action, given the value as found. */
const RULES: Readonly<Record<string, (found: string) => readonly [message: string, fix: string]>> = {
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

function typeProblem(issue: SchemaIssue): Problem {
  const noun = NOUNS[issue.type] ?? 'a value that is possible here'
  const fix = issue.input === null ? 'leave the field out where there is nothing to say' : `write ${noun}`
  return problem('type', `${quoted(issue.input)} is not ${noun}`, fix)
}

/** JSON has no undefined: where it is found, something is missing. */
function missing(key: unknown): Problem {
  return problem(
    'missing',
    typeof key === 'number' ? `item ${key + 1} of the list is missing` : `${quoted(key)} is missing`,
    'add it',
  )
}

/** What is wrong, in our words: valibot's tell of types, not of what to do. */
function toProblem(issue: SchemaIssue): Problem {
  const rule = RULES[issue.message]
  if (rule) return problem(issue.message, ...rule(quoted(issue.input)))
  const special =
    issue.message === 'edtf'
      ? edtfProblem(String(issue.input))
      : issue.message === 'url'
        ? linkProblem(String(issue.input))
        : issue.message === 'report-to'
          ? reportToProblem(String(issue.input))
          : null
  if (special) return special
  if (issue.input === undefined) return missing(issue.path?.at(-1)?.key)
  if (issue.type === 'picklist' || (issue.type === 'variant' && issue.expected !== 'Object')) return choice(issue)
  return typeProblem(issue)
}

/** JSON Pointer of the issue, below `base`. */
const pathOf = (issue: SchemaIssue, base: string): string =>
  (issue.path ?? []).reduce((path, item) => pointer(path, String(item.key)), base)

/** The issues of a record, with their JSON Pointers below `base`. Of a text that may be a map the issues of the shape it has count. */
export function locatedProblems(issues: readonly SchemaIssue[], base: string): { path: string; problem: Problem }[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue, base)
    const inner = (issue.issues ?? []).filter((part) => part.kind === 'validation' || part.path)
    return inner.length > 0 ? locatedProblems(inner, path) : [{ path, problem: toProblem(issue) }]
  })
}
