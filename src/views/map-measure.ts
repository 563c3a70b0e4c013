import { estimateWidth, type Measure, TYPE } from '../core/map-text'

/** Text widths as the browser sets them in `family`; an estimate where there is no canvas. */
export function createMeasure(family: string): Measure {
  const context = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return estimateWidth
  const widths = new Map<string, number>()
  return (text, style) => {
    const key = `${style} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    const { px, weight, italic, spacing } = TYPE[style]
    context.font = `${italic ? 'italic ' : ''}${weight} ${px}px ${family}`
    const width = Math.ceil(context.measureText(text).width + text.length * spacing * px) + 1
    widths.set(key, width)
    return width
  }
}
