import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCell, safeCell, toCsv } from '../../src/core/csv'

const read = (csv: string): string[][] => parse(csv, { bom: true })

/** Texts that try to be formulas: starters, quotation marks, separators and blanks in any order. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', "'", '"', '‘', '“', '`', ' ', '\u00a0', '\u200b', '\ufeff'],
    ...['\t', '\r', '\n', '\0', ';', ',', '|', 'a', '1', '(', 'é', 'ی', '𝒜'],
  ),
  maxLength: 12,
})
/** What any spreadsheet may take for a cell of its own, whichever separator it expects. */
const cellsOf = (text: string): string[] => [text, ...text.split(/[;\t\r\n]/).slice(1)]
const looksLikeFormula = (cell: string): boolean => /^[=+\-@＝＋－＠\t\r\n\0]/.test(cell)

describe('cells that could be formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+41 22 000', "'+41 22 000"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['"=1', '\'"=1'],
    ['＝1+1', "'＝1+1"],
    ["'=1+1;=1+2", "''=1+1;'=1+2"],
    ['see; -5 and\n=2', "see;' -5 and\n'=2"],
  ])('%j is written %j', (text, cell) => {
    expect(safeCell(text)).toBe(cell)
  })

  test.each(['', 'Talks in Geneva', 'a=b', '“no deal”', '– said Oman', '3 > 2', "it's", "'quoted'", 'a; b; c', '1,5'])(
    '%j stays as it is',
    (text) => {
      expect(safeCell(text)).toBe(text)
    },
  )

  test('no cell begins a formula, whichever separator the spreadsheet expects', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cellsOf(safeCell(text)).filter(looksLikeFormula)).toEqual([])
      }),
    )
  })

  test('what was added can be taken away again', () => {
    fc.assert(fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => plainCell(safeCell(text)) === text))
  })
})

describe('a file', () => {
  test('begins with a byte order mark, ends its lines with CRLF and quotes texts', () => {
    const csv = toCsv(['id', 'longitude', 'note'], [{ id: 'say "no"', longitude: -77.03, note: '' }])
    expect(csv).toBe('\ufeff"id","longitude","note"\r\n"say ""no""",-77.03,\r\n')
  })

  test('is read back by another library with every text as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: hostile, b: fc.string({ unit: 'grapheme' }), n: fc.integer() })), (rows) => {
        const back = read(toCsv(['a', 'b', 'n'], rows)).slice(1)
        expect(back.map(([a = '', b = '', n]) => ({ a: plainCell(a), b: plainCell(b), n: Number(n) }))).toEqual(rows)
      }),
    )
  })
})
