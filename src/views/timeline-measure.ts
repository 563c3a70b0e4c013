import { memoLast } from '../core/memo'

export type Weight = 400 | 600 | 700
/** Height of the timeline's type at a scale of 1. */
export const TYPE_PX = 13
/** Width in px of a text of the timeline, 13 px high unless told. */
export type Measure = (text: string, weight?: Weight, sizePx?: number) => number

/** Mean width of a letter of the type, in parts of its size: what stands in where there is no canvas. */
const MEAN: Readonly<Record<Weight, number>> = { 400: 0.5, 600: 0.53, 700: 0.55 }
const MOST_KEPT = 5000

/** The same for type drawn `scale` times as large. */
export const scaledMeasure = memoLast(
  (measure: Measure, scale: number): Measure =>
    scale === 1 ? measure : (text, weight, sizePx = TYPE_PX) => measure(text, weight, sizePx * scale),
)

/** Measures text by a canvas and keeps the widths; `forget` after fonts have come. */
export function createMeasure(family: string): { measure: Measure; forget: () => void } {
  const widths = new Map<string, number>()
  // Without a canvas (jsdom) asking for a context prints an error instead of giving null.
  const context = typeof CanvasRenderingContext2D === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  const width = (text: string, weight: Weight, sizePx: number): number => {
    if (!context) return text.length * sizePx * MEAN[weight]
    context.font = `${weight} ${sizePx}px ${family}`
    return context.measureText(text).width
  }
  return {
    measure: (text, weight = 400, sizePx = TYPE_PX) => {
      const key = `${weight} ${sizePx} ${text}`
      const known = widths.get(key)
      if (known !== undefined) return known
      if (widths.size >= MOST_KEPT) widths.clear()
      const made = width(text, weight, sizePx)
      widths.set(key, made)
      return made
    },
    forget: () => widths.clear(),
  }
}
