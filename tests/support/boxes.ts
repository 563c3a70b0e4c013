import type { Page } from 'playwright-core'

export interface Corner {
  readonly x: number
  readonly y: number
}

/** A box of a picture: its four corners on the page, turned where the text is turned, and what stands in it. */
export interface Box {
  readonly name: string
  readonly corners: readonly Corner[]
}

/** Boxes of the ink of every text that `selector` finds and that is drawn; HTML elements by the lines of their text. */
export const inkOf = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(selector).evaluateAll((elements) => {
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) return []
    /** How far the ink of a text reaches over and under the box of its font, px. */
    const trim = (element: Element, text: string): readonly [number, number] => {
      const style = getComputedStyle(element)
      canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const size = canvas.measureText(text)
      return [
        size.fontBoundingBoxAscent - size.actualBoundingBoxAscent,
        size.fontBoundingBoxDescent - size.actualBoundingBoxDescent,
      ]
    }
    return elements.flatMap((element) => {
      const name = element.textContent?.trim() ?? ''
      if (name === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
      const [over, under] = trim(element, name)
      if (element instanceof SVGGraphicsElement) {
        const { x, y, width, height } = element.getBBox()
        const matrix = element.getScreenCTM()
        if (!matrix || width === 0) return []
        const ink = [
          [x, y + over],
          [x + width, y + over],
          [x + width, y + height - under],
          [x, y + height - under],
        ]
        const corners = ink.map(([px, py]) => {
          const point = new DOMPoint(px, py).matrixTransform(matrix)
          return { x: point.x, y: point.y }
        })
        return [{ name, corners }]
      }
      const range = document.createRange()
      range.selectNodeContents(element)
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
        name,
        corners: [
          { x: left, y: top + over },
          { x: right, y: top + over },
          { x: right, y: bottom - under },
          { x: left, y: bottom - under },
        ],
      }))
    })
  })

/** Boxes of the elements that `selector` finds and that can be seen. */
export const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => element.getBoundingClientRect().width > 0)
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        const corners = [
          { x: left, y: top },
          { x: right, y: top },
          { x: right, y: bottom },
          { x: left, y: bottom },
        ]
        const name = element.getAttribute('aria-label') ?? element.getAttribute('class') ?? element.localName
        return { name: `${name} ${element.textContent?.trim().slice(0, 30) ?? ''}`, corners }
      }),
  )

type Axis = readonly [number, number]

const axesOf = ({ corners }: Box): Axis[] =>
  [0, 1].flatMap((index) => {
    const [a, b] = [corners[index], corners[index + 1]]
    const length = a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0
    return a && b && length > 0 ? [[(b.x - a.x) / length, (b.y - a.y) / length] as const] : []
  })

const spanOn = ({ corners }: Box, [ax, ay]: Axis): readonly [number, number] => {
  const at = corners.map(({ x, y }) => x * ax + y * ay)
  return [Math.min(...at), Math.max(...at)]
}

/** How far two boxes lie in each other, px; 0 or less where they do not. Source: separating axis theorem. */
export const depth = (a: Box, b: Box): number =>
  Math.min(
    ...[...axesOf(a), ...axesOf(b)].map((axis) => {
      const [first, second] = [spanOn(a, axis), spanOn(b, axis)]
      return Math.min(first[1], second[1]) - Math.max(first[0], second[0])
    }),
  )

/** How far a box reaches beyond a pane, px. */
export function beyond({ corners }: Box, pane: Box): number {
  const [[left, right], [top, bottom]] = [spanOn(pane, [1, 0]), spanOn(pane, [0, 1])]
  return Math.max(...corners.flatMap(({ x, y }) => [left - x, x - right, top - y, y - bottom]))
}

/** Every pair that lies in each other by more than `allowedPx`, in words. */
export const collisions = (boxes: readonly Box[], others: readonly Box[] | null = null, allowedPx = 1): string[] =>
  boxes.flatMap((a, index) =>
    (others ?? boxes.slice(index + 1))
      .filter((b) => depth(a, b) > allowedPx)
      .map((b) => `“${a.name}” and “${b.name}” by ${depth(a, b).toFixed(1)} px`),
  )
