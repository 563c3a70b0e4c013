import { expect, test } from 'vitest'
import { type LayoutItem, type LayoutOptions, layOut } from '../../src/core/layout'

const item = (id: string, x: number, titlePx: number, more: Partial<LayoutItem> = {}): LayoutItem => ({
  id,
  lane: 0,
  body: [x - 8, x + 8],
  mark: [x - 8, x + 8],
  titlePx,
  inside: null,
  prefersLeft: false,
  inColumn: false,
  ...more,
})
const options: LayoutOptions = {
  lanes: 1,
  widthPx: 1000,
  budget: 1,
  open: new Set(),
  pinned: new Set(['b']),
  titled: 'b',
  column: null,
  foldPx: 24,
}
/** A mark on either side: neither leaves room for its title. */
const crowd = [item('a', 460, 0), item('b', 500, 200), item('c', 540, 90)]
const shown = (layout: ReturnType<typeof layOut>) => Object.fromEntries(layout.placed.map((one) => [one.item.id, one.title?.x]))

test('the title of the selected event has its place, and what stands in its way folds', () => {
  expect(shown(layOut(crowd, { ...options, titled: null })).b).toBeUndefined()
  const layout = layOut(crowd, options)
  expect(shown(layout)).toEqual({ a: undefined, b: 514 })
  expect(layout.folds.map(({ ids }) => ids)).toEqual([['c']])
  expect(layout.folds[0]?.x).toBeGreaterThan(514 + 200)
})

test('it stands past the day of the story, or at the left where the window ends before it', () => {
  const column = [520, 560] as const
  expect(shown(layOut(crowd, { ...options, column })).b).toBe(568)
  expect(shown(layOut(crowd, { ...options, widthPx: 700 })).b).toBe(286)
})

test('a title that has its place already moves nothing', () => {
  const apart = [item('a', 100, 60), item('b', 500, 200), item('c', 900, 60)]
  expect(layOut(apart, options)).toEqual(layOut(apart, { ...options, titled: null }))
})
