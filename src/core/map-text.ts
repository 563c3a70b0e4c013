import type { Box } from './labels'
import type { Point } from './mercator'

export type TextStyle = 'place' | 'second' | 'ship' | 'told' | 'port' | 'date' | 'country' | 'sea' | 'city'
export type Align = 'start' | 'middle' | 'end'

export interface TypeSize {
  readonly px: number
  readonly linePx: number
  readonly weight: number
  readonly italic: boolean
  /** Letter spacing in em; country names are capitals. */
  readonly spacing: number
}

const size = (px: number, linePx: number, weight = 400, italic = false, spacing = 0): TypeSize => ({
  px,
  linePx,
  weight,
  italic,
  spacing,
})

/** Sizes of the map's texts at a scale of 1; the sheet of the map sets the same. */
export const TYPE: Readonly<Record<TextStyle, TypeSize>> = {
  place: size(16, 20, 600),
  second: size(13, 16),
  ship: size(14, 18, 600),
  told: size(13, 16),
  port: size(13, 16, 500),
  date: size(12, 15),
  country: size(12, 15, 400, false, 0.06),
  sea: size(13, 16, 400, true),
  city: size(12, 15),
}

/** Width of a text in px at a scale of 1. */
export type Measure = (text: string, style: TextStyle) => number

/** Good enough where there is no canvas to measure with: a little wider than Source Sans 3. */
export const estimateWidth: Measure = (text, style) => {
  const { px, weight, spacing } = TYPE[style]
  const em = style === 'country' ? 0.62 : weight >= 600 ? 0.55 : 0.51
  return text.length * px * (em + spacing)
}

export interface Line {
  readonly text: string
  readonly style: TextStyle
  /** Drawn in full ink where its style is grey. */
  readonly strong?: boolean
}

/** A line with the place of its baseline. */
export interface PlacedLine extends Line {
  readonly x: number
  readonly y: number
  readonly align: Align
  /** Degrees, clockwise, about its own position. */
  readonly angle?: number
}

export interface Block {
  readonly lines: readonly PlacedLine[]
  readonly box: Box
}

export interface Typesetter {
  readonly scale: number
  width(line: Line): number
  height(line: Line): number
  /** The text in lines no wider than `maxPx`; a longer word stands alone. */
  wrap(line: Line, maxPx: number): readonly Line[]
  /** Lines under each other, from their upper edge; `x` is where `align` says. */
  block(lines: readonly Line[], align: Align, at: Point): Block
}

export function createTypesetter(measure: Measure, scale = 1): Typesetter {
  const width = ({ text, style }: Line): number => measure(text, style) * scale
  const height = ({ style }: Line): number => TYPE[style].linePx * scale

  function wrap(line: Line, maxPx: number): readonly Line[] {
    const lines: string[] = []
    for (const word of line.text.split(' ')) {
      const last = lines.at(-1)
      const longer = last === undefined ? word : `${last} ${word}`
      if (last !== undefined && width({ ...line, text: longer }) <= maxPx) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines.map((text) => ({ ...line, text }))
  }

  function block(lines: readonly Line[], align: Align, [x, top]: Point): Block {
    const wide = Math.max(...lines.map(width), 0)
    const left = align === 'start' ? x : align === 'end' ? x - wide : x - wide / 2
    let y = top
    const placed = lines.map((line): PlacedLine => {
      const tall = height(line)
      y += tall
      return { ...line, x, y: y - tall / 2 + TYPE[line.style].px * scale * 0.34, align }
    })
    return { lines: placed, box: { x: left, y: top, width: wide, height: y - top } }
  }

  return { scale, width, height, wrap, block }
}
