import { parseWhen, type WhenOptions } from './edtf'
import { isProblem } from './issue'
import type { CitationRecord, StoryFile, TextRecord } from './schema'
import { pickLanguage, resolveText } from './story-text'
import type { Citation, Text, When } from './types'

/** What every record of one story is built with. */
export interface StoryContext {
  readonly language: string
  readonly timeZone: string
  text(record: TextRecord): Text
  maybeText(record: TextRecord | undefined): Text | null
  /** Throws on bad EDTF: the file was checked before. */
  when(edtf: string, options?: Partial<WhenOptions>): When
  maybeWhen(edtf: string | null | undefined, options?: Partial<WhenOptions>): When | null
  citations(records: readonly CitationRecord[] | undefined): readonly Citation[]
}

/** An id of the file, which was checked against its list, as an id of the model. */
export const brandId = <Id extends string>(id: string): Id => id as Id

/** The branded id, or null where the file gives none. */
export const maybeId = <Id extends string>(id: string | null | undefined): Id | null => (id == null ? null : brandId<Id>(id))

const toCitation = (record: CitationRecord): Citation => ({
  source: brandId(record.source),
  at: record.at ?? null,
  span: record.span ?? null,
  quote: record.quote ?? null,
})

/** `asked`: BCP 47. */
export function createContext(file: StoryFile, asked: string | undefined): StoryContext {
  const storyLanguage = file.language ?? 'en'
  const titles = typeof file.title === 'string' ? [storyLanguage] : Object.keys(file.title)
  const wanted = asked === undefined ? [storyLanguage] : [asked, storyLanguage]
  const timeZone = file.timeZone ?? 'UTC'
  const text = (record: TextRecord): Text => resolveText(record, wanted, storyLanguage)
  const when = (edtf: string, options?: Partial<WhenOptions>): When => {
    const result = parseWhen(edtf, { ...options, timeZone: options?.timeZone ?? timeZone })
    if (isProblem(result)) throw new Error(`${result.code}: ${result.message}`)
    return result
  }
  return {
    language: pickLanguage(titles, wanted) ?? storyLanguage,
    timeZone,
    text,
    maybeText: (record) => (record === undefined ? null : text(record)),
    when,
    maybeWhen: (edtf, options) => (edtf == null ? null : when(edtf, options)),
    citations: (records) => (records ?? []).map(toCitation),
  }
}
