import type { CalendarDay } from '../core/calendar-day'
import type { ExportView } from '../core/export-view'
import type { Blank, Handout, SourceMark } from '../core/handout'
import type { asked } from '../core/handout-time'
import { KIND_PATHS, type MarkFill } from '../core/marks'
import type { Kind, Text } from '../core/types'
import type { HandoutWords } from '../core/words/handout-words'
import { bdi, h, svg } from './dom'

/** What every part of a sheet is written with. */
export interface Sheet {
  readonly view: ExportView
  readonly handout: Handout
  readonly says: HandoutWords
  /** Of the story; another where it would tell what came of it. */
  readonly title: Text
  /** What is left out of this sheet. */
  readonly blanks: ReadonlySet<Blank>
  /** What the blank sheet leaves out, whichever of the two this is. */
  readonly asked: ReturnType<typeof asked>
  readonly isBlank: boolean
  readonly isLarge: boolean
  /** The reader’s day. */
  readonly today: CalendarDay
}

/** Room to write: rules of the width that is there. */
export function writingLines(name: string, count: number): HTMLElement {
  const rules = Array.from({ length: count }, () => h('span', {}))
  return h('span', { class: 'handout-lines', role: 'img', 'aria-label': name }, ...rules)
}

/** A text of the story, or a line for it where it is left out; nothing where the story has none. */
export const orLine = ({ says }: Sheet, text: Text | string | null, blank: Blank): Node =>
  text === null ? writingLines(says.line(blank), 1) : typeof text === 'string' ? document.createTextNode(text) : bdi(text)

/** A part with its heading. */
export function part(id: string, title: string, ...children: readonly (Node | string | null)[]): HTMLElement {
  const heading = h('h2', { id: `handout-${id}` }, title)
  return h('section', { class: `handout-part handout-${id}`, 'aria-labelledby': heading.id }, heading, ...children)
}

const PAINT: Readonly<Record<MarkFill, Readonly<Record<string, string | number>>>> = {
  solid: { fill: 'var(--ink)' },
  hollow: { fill: 'var(--paper)' },
  crossed: { fill: 'var(--paper)' },
  question: { fill: 'var(--paper)' },
  dashed: { fill: 'var(--paper)', 'stroke-dasharray': '3.4 2.3' },
}

/** The mark of a kind in ink: its name stands beside it. */
export function kindMark(kind: Kind, fill: MarkFill): SVGSVGElement {
  const shape = svg('path', { d: KIND_PATHS[kind], stroke: 'var(--ink)', 'stroke-width': 1.5, ...PAINT[fill] })
  const cross = fill === 'crossed' ? [svg('path', { d: 'M-7.5,7.5L7.5,-7.5', stroke: 'var(--ink)', 'stroke-width': 1.5 })] : []
  return svg('svg', { class: 'handout-mark', viewBox: '-9 -9 18 18', 'aria-hidden': 'true' }, shape, ...cross)
}

/** "1 (sentences 1, 2), 4". */
export const sourceMarks = ({ says }: Sheet, marks: readonly SourceMark[]): string =>
  marks.map(({ number, at }) => says.sourceAt(number, at)).join(', ')
