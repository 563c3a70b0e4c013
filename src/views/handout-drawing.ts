import { h, svg } from './dom'
import { flatten } from './picture-flat'

/** Width of paper in px, and how much larger type and marks are in large print: their smallest text, 12 px, is 9 pt on paper, or 18. */
export const PAPER_PX = 680
export const LARGE = 2

/** Ids of a drawing are its own: the page draws the same with the same ones. */
function ownIds(drawing: SVGSVGElement, prefix: string): SVGSVGElement {
  for (const node of drawing.querySelectorAll('*')) {
    if (node.id !== '') node.id = prefix + node.id
    for (const { name, value } of node.attributes) {
      if (value.includes('url(#')) node.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}`))
    }
  }
  return drawing
}

/** A drawing as paper has it: light, at rest, as wide as the sheet. */
export function framed(
  id: string,
  element: SVGGElement,
  [widthPx, heightPx]: readonly [number, number],
  name: string,
): SVGSVGElement {
  const root = svg('svg', { viewBox: `0 0 ${widthPx} ${Math.ceil(heightPx)}`, role: 'img' }, element)
  const drawing = ownIds(flatten(root), `handout-${id}-`)
  drawing.setAttribute('class', 'handout-drawing')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', name)
  return drawing
}

/** A figure that a narrow screen scrolls: on paper it is as wide as the sheet. */
export const figure = (name: string, drawings: readonly Element[], notes: readonly (Node | string)[]): HTMLElement =>
  h(
    'figure',
    { class: 'handout-figure' },
    ...drawings.map((each) => h('div', { class: 'handout-stage', role: 'group', tabindex: 0, 'aria-label': name }, each)),
    h('figcaption', {}, ...notes),
  )

/** A note in the words of a figure. */
export const sentence = (text: string): HTMLElement => h('p', { class: 'handout-note' }, text)
