/**
 * Web fonts cut to what a newspaper sets: Latin-1 and its punctuation in one
 * file, Latin Extended-A (Turkish, Polish, Czech, transliteration) in another
 * that browsers fetch only when a page has such a letter. The fonts come without
 * ← → ↔ and ‰; U+2007, U+2011 and U+202F are made from the plain space and
 * hyphen by the text engine.
 * Sources: Source Serif 4 and Source Sans 3, Adobe, SIL Open Font License 1.1.
 */
import subsetFont from 'subset-font'
import { packageFile } from './sources.mjs'

/** Every code point from first to last. */
const codes = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i)
const codesOf = (text) => [...text].map((letter) => letter.codePointAt(0))

/** Letters of Latin Extended-A that fontsource keeps in its Latin file. */
const IN_LATIN = codesOf('ıŒœ')

const LATIN = [...codes(0x20, 0x7e), ...codes(0xa0, 0xff), ...IN_LATIN, ...codesOf('–—‘’‚“”„†•…′″‹›⁄€™↑↓−\u2009')]
const LATIN_EXT = codes(0x100, 0x17f).filter((code) => !IN_LATIN.includes(code))

const FEATURES = ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'pnum', 'tnum']

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4'
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3'

/** Files to write: name, source, letters, and the weights that stay. */
const FACES = [
  ['source-serif-4-latin', `${SERIF}-latin-wght-normal`, LATIN, { min: 400, max: 600 }],
  ['source-serif-4-latin-ext', `${SERIF}-latin-ext-wght-normal`, LATIN_EXT, { min: 400, max: 600 }],
  ['source-sans-3-latin', `${SANS}-latin-wght-normal`, LATIN, { min: 400, max: 700 }],
  ['source-sans-3-latin-ext', `${SANS}-latin-ext-wght-normal`, LATIN_EXT, { min: 400, max: 700 }],
  ['source-sans-3-italic-latin', `${SANS}-latin-wght-italic`, LATIN, 400],
  ['source-sans-3-italic-latin-ext', `${SANS}-latin-ext-wght-italic`, LATIN_EXT, 400],
]

/** The fonts as `[{ name, data }]`, woff2. */
export async function buildFonts() {
  const fonts = []
  for (const [name, source, letters, wght] of FACES) {
    const data = await subsetFont(packageFile(`${source}.woff2`), String.fromCodePoint(...letters), {
      targetFormat: 'woff2',
      variationAxes: { wght },
      keepFeatures: FEATURES,
      noHinting: true,
    })
    fonts.push({ name: `${name}.woff2`, data })
  }
  return fonts
}
