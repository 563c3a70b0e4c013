/** The part of npm edtf 4.11 that is used; the package brings no types. */
declare module 'edtf' {
  export interface ParsedDate {
    readonly type: 'Date' | 'Year' | 'Season'
    /** Year, month from 0 (seasons: 21 to 24), day from 1. */
    readonly values: readonly number[]
    /** Bit mask of unspecified digits: 15 the year's, 48 the month's, 192 the day's. */
    readonly unspecified?: number
  }
  /** Throws on text that is no EDTF. */
  export function parse(text: string, constraints: { level: 0 | 1 | 2; types: readonly string[] }): ParsedDate
}
