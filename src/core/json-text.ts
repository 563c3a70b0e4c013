import { type ParseError, parse as parseTolerant } from 'jsonc-parser'
import { TextDecoder } from './host'
import type { Problem } from './issue'

/** Nested lists and objects that a file may have; nothing in the format needs more than ten. */
export const MAX_DEPTH = 32
/** Longest text, in UTF-16 units, whose faults are looked for to give line and column. */
export const MAX_LOCATED = 10_000_000

/** Why a text is not read, and where. */
export interface JsonFault {
  readonly problem: Problem
  /** In the text, or null. */
  readonly offset: number | null
}
export type JsonResult =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | ({ readonly ok: false; readonly text: string } & JsonFault)

const QUOTE = 34
const BACKSLASH = 92

/** Where the closing quote of the string that opens at `start` stands, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

/** Where the text goes deeper than `limit`, or null. Reads text, so that no parser has to recurse into it first. */
export function tooDeepAt(text: string, limit: number): number | null {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    // [ { and ] } differ from each other by 32 only.
    else if ((code | 32) === 123 && ++depth > limit) return index
    else if ((code | 32) === 125) depth--
  }
  return null
}

const problem = (code: string, message: string, fix: string): Problem => ({ code, message, fix })
const syntax = (message: string, fix: string): Problem => problem('json-syntax', message, fix)

/** By jsonc-parser's `ParseErrorCode`. */
const SYNTAX: Readonly<Record<number, Problem>> = {
  1: syntax('this word or sign is not JSON', 'put texts in double quotes, and write true, false or null in small letters'),
  2: syntax('this number is not JSON', 'write it like 12, -3.5 or 1e3'),
  3: syntax('a key in double quotes is missing here', 'add it, or leave out the comma before'),
  4: syntax('a value is missing here', 'add it, or leave out the comma before'),
  5: syntax('a colon is missing here', 'put it between key and value'),
  6: syntax('a comma is missing before this', 'put it between two items'),
  7: syntax('a closing } is missing', 'close every { that is opened'),
  8: syntax('a closing ] is missing', 'close every [ that is opened'),
  9: syntax('something stands after the end', 'leave it out: a file is one object'),
  10: syntax('JSON has no comments', 'leave it out, or use a key that starts with x-'),
  12: syntax('a text has no closing quote', 'close it on the same line'),
  14: syntax('\\u needs four hexadecimal digits', 'write it like \\u00e9'),
  15: syntax('this \\ escapes nothing', 'write \\\\ for a backslash'),
  16: syntax('a line break or tab stands in a text', 'write \\n or \\t'),
}
const UNKNOWN_FAULT = syntax('the file is not JSON', 'check it in an editor that knows JSON')

function syntaxFault(text: string): JsonFault {
  if (text.trim() === '') return { problem: problem('file-empty', 'the file is empty', 'choose another file'), offset: null }
  if (text.length > MAX_LOCATED) return { problem: UNKNOWN_FAULT, offset: null }
  const errors: ParseError[] = []
  parseTolerant(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  return first === undefined
    ? { problem: UNKNOWN_FAULT, offset: null }
    : { problem: SYNTAX[first.error] ?? UNKNOWN_FAULT, offset: Math.min(first.offset, text.trimEnd().length) }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const megabytes = (count: number): string => `${Math.ceil(count / 1e6)} MB`

/**
 * The value of a JSON text, strictly. Size and depth are checked before it is parsed; never throws.
 * Of a key that stands twice in an object the last counts, as in every JSON reader of the platform.
 */
export function readJson(input: string | Uint8Array, maxBytes: number): JsonResult {
  if (input.length > maxBytes) {
    const fix = `use a file of at most ${megabytes(maxBytes)}`
    return { ok: false, text: '', problem: problem('file-size', `the file has ${megabytes(input.length)}`, fix), offset: null }
  }
  const decoded = typeof input === 'string' ? input : decode(input)
  if (decoded === null) {
    return { ok: false, text: '', problem: problem('file-encoding', 'the file is not UTF-8', 'save it as UTF-8'), offset: null }
  }
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  const deep = tooDeepAt(text, MAX_DEPTH)
  if (deep !== null) {
    const fix = 'a story needs no more than ten levels'
    return {
      ok: false,
      text,
      problem: problem('file-depth', `lists and objects are nested deeper than ${MAX_DEPTH}`, fix),
      offset: deep,
    }
  }
  try {
    return { ok: true, value: JSON.parse(text), text }
  } catch {
    return { ok: false, text, ...syntaxFault(text) }
  }
}
