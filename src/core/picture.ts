/** What a picture is of. */
export const PICTURE_SUBJECTS = ['timeline', 'map'] as const
export type PictureSubject = (typeof PICTURE_SUBJECTS)[number]
/** `card`: as links show it. `screen`: a slide. `a4`: as wide as the sheet, at 300 dpi. */
export const PICTURE_SIZES = ['card', 'screen', 'a4', 'own'] as const
export type PictureSize = (typeof PICTURE_SIZES)[number]

/** Width of one's own choice, px: in less, a timeline has no room for the titles of its events. */
export const OWN_PX = { least: 720, most: 4000, first: 1600 } as const

/** The sheet that a picture is drawn on. */
export interface PictureSheet {
  /** Of the bitmap. Without a height it is as high as what it shows. */
  readonly widthPx: number
  readonly heightPx: number | null
  /** Of the drawing in its own px, in which text is 13 px high: the bitmap is that many times larger. */
  readonly layoutPx: number
  /** Of the paper that it is made for. */
  readonly widthMm: number | null
}

/** Wider pictures are drawn larger: their text grows with them. */
const LAYOUT_PX = 960
const A4 = { mm: 210, cssPx: 794, px: 2480 }

const sheet = (widthPx: number, heightPx: number | null): PictureSheet => ({
  widthPx,
  heightPx,
  layoutPx: Math.min(widthPx, LAYOUT_PX),
  widthMm: null,
})

/** `ownPx`: the width of one's own choice, held to what a browser can draw. */
export function pictureSheet(size: PictureSize, ownPx: number): PictureSheet {
  const own = Number.isFinite(ownPx) ? Math.min(Math.max(Math.round(ownPx), OWN_PX.least), OWN_PX.most) : OWN_PX.first
  const sheets: Readonly<Record<PictureSize, PictureSheet>> = {
    card: sheet(1200, 675),
    screen: sheet(1920, 1080),
    a4: { widthPx: A4.px, heightPx: null, layoutPx: A4.cssPx, widthMm: A4.mm },
    own: sheet(own, null),
  }
  return sheets[size]
}

/** Width in px of a text as it will be set. */
export type MeasureText = (text: string) => number

/** A break inside a long word comes after one of these, as in an address. */
const BREAKS = /[^/?&=,;.:_-]+[/?&=,;.:_-]*|[/?&=,;.:_-]+/gu

/** A word that is too long for a line, in pieces that fit. */
function pieces(word: string, maxPx: number, measure: MeasureText): readonly string[] {
  if (measure(word) <= maxPx) return [word]
  const made: string[] = []
  for (const part of word.match(BREAKS) ?? [word]) {
    const last = made.at(-1)
    if (last !== undefined && measure(last + part) <= maxPx) made[made.length - 1] = last + part
    else if (measure(part) <= maxPx) made.push(part)
    else made.push(...letters(part, maxPx, measure))
  }
  return made
}

function letters(part: string, maxPx: number, measure: MeasureText): readonly string[] {
  const made: string[] = []
  for (const letter of part) {
    const last = made.at(-1)
    if (last !== undefined && measure(last + letter) <= maxPx) made[made.length - 1] = last + letter
    else made.push(letter)
  }
  return made
}

/** The text in lines no wider than `maxPx`: nothing of it is cut, an address is broken where it has to be. */
export function wrapText(text: string, maxPx: number, measure: MeasureText): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/ +/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= maxPx) {
      lines[lines.length - 1] = `${last} ${word}`
      continue
    }
    lines.push(...pieces(word, maxPx, measure))
  }
  return lines
}
