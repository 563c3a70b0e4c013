import type { Size } from '../core/mercator'
import { wrapText } from '../core/picture'
import { svg } from './dom'
import { createMeasure, type Weight } from './timeline-measure'

/* Title, key and credit around a picture. Texts are set by hand: a picture has nothing that would lay them out. */

export interface Face {
  readonly px: number
  readonly linePx: number
  readonly weight: Weight
  readonly family: 'serif' | 'sans'
  readonly fill: string
}

export const FACES = {
  title: { px: 26, linePx: 32, weight: 600, family: 'serif', fill: 'var(--ink)' },
  lead: { px: 15, linePx: 21, weight: 400, family: 'sans', fill: 'var(--ink-2)' },
  key: { px: 13, linePx: 18, weight: 400, family: 'sans', fill: 'var(--ink)' },
  note: { px: 12, linePx: 16, weight: 400, family: 'sans', fill: 'var(--ink-2)' },
} as const satisfies Readonly<Record<string, Face>>

export type Width = (text: string, face: Face) => number

/** A block of lines; its height is that of all of them. */
export interface Block {
  readonly element: SVGGElement
  readonly heightPx: number
}

/** Widths as the browser sets them in the page’s two families. */
export function createWidths(): Width {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string, spare: string) => createMeasure(style.getPropertyValue(name).trim() || spare).measure
  const measures = { serif: of('--serif', 'serif'), sans: of('--sans', 'sans-serif') }
  return (text, { family, weight, px }) => measures[family](text, weight, px)
}

/** One line; `x` is its start, at the right for what is read from there. */
export function lineOf(text: string, face: Face, x: number, y: number, rtl = false): SVGTextElement {
  const node = svg('text', {
    x,
    y: Math.round((y + face.linePx / 2 + face.px * 0.34) * 10) / 10,
    'font-family': `var(--${face.family})`,
    'font-size': face.px,
    'font-weight': face.weight,
    fill: face.fill,
    direction: rtl ? 'rtl' : null,
  })
  node.textContent = text
  return node
}

/** A text in as many lines as it needs, from 0,0. */
export function textBlock(text: string, face: Face, widthPx: number, width: Width, rtl = false): Block {
  const lines = wrapText(text, widthPx, (part) => width(part, face))
  const x = rtl ? widthPx : 0
  return {
    element: svg('g', {}, ...lines.map((line, index) => lineOf(line, face, x, index * face.linePx, rtl))),
    heightPx: lines.length * face.linePx,
  }
}

/** Blocks under each other, `gapPx` apart; empty ones take no room. */
export function stack(blocks: readonly Block[], gapPx: number): Block {
  const element = svg('g')
  let heightPx = 0
  for (const block of blocks) {
    if (block.heightPx === 0) continue
    if (heightPx > 0) heightPx += gapPx
    element.append(moved(block.element, 0, heightPx))
    heightPx += block.heightPx
  }
  return { element, heightPx }
}

/** A drawing at another place. */
export const moved = (element: SVGElement, x: number, y: number): SVGGElement =>
  svg('g', { transform: `translate(${Math.round(x * 10) / 10},${Math.round(y * 10) / 10})` }, element)

/** An entry of a key: a swatch about 0,0 and its words. */
export interface KeyEntry {
  readonly swatch: SVGElement
  /** Of the swatch. */
  readonly widthPx: number
  readonly text: string
}

const SWATCH_GAP_PX = 6
const ENTRY_GAP_PX = 18

/** Entries in rows, as many beside each other as there is room for; each with its words in as many lines as they need. */
export function keyBlock(entries: readonly KeyEntry[], widthPx: number, width: Width): Block {
  const face = FACES.key
  const element = svg('g')
  let [x, y, rowPx] = [0, 0, 0]
  for (const { swatch, widthPx: swatchPx, text } of entries) {
    const indent = swatchPx + SWATCH_GAP_PX
    const words = textBlock(text, face, widthPx - indent, width)
    const wide = indent + Math.min(width(text, face), widthPx - indent)
    if (x > 0 && x + wide > widthPx) {
      y += rowPx
      ;[x, rowPx] = [0, 0]
    }
    element.append(moved(swatch, x + swatchPx / 2, y + face.linePx / 2), moved(words.element, x + indent, y))
    rowPx = Math.max(rowPx, words.heightPx + 3)
    x += wide + ENTRY_GAP_PX
  }
  return { element, heightPx: y + rowPx }
}

/** A line across, with the room above and below it. */
export const rule = (widthPx: number): Block => ({
  element: svg('g', {}, svg('line', { x1: 0, x2: widthPx, y1: 0.5, y2: 0.5, stroke: 'var(--hairline)' })),
  heightPx: 1,
})

/** A whole picture: its white ground, and what it shows. */
export function sheetOf({ widthPx, heightPx }: Size, ...content: readonly SVGElement[]): SVGSVGElement {
  const ground = svg('rect', { width: widthPx, height: heightPx, fill: 'var(--paper)' })
  return svg('svg', { viewBox: `0 0 ${widthPx} ${heightPx}`, role: 'img' }, ground, ...content)
}
