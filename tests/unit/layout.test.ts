import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Layout, type LayoutItem, type LayoutOptions, layOut } from '../../src/core/layout'

const item = (id: string, x0: number, x1: number, more: Partial<LayoutItem> = {}): LayoutItem => ({
  id,
  lane: 0,
  body: [x0, x1],
  mark: [x0, x1],
  titlePx: 0,
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
  pinned: new Set(),
  column: null,
  foldPx: 24,
}
const titles = (layout: Layout) => Object.fromEntries(layout.placed.map((one) => [one.item.id, one.title]))

test('what does not fit is counted in a fold right of what does', () => {
  const layout = layOut([item('a', 100, 116), item('b', 104, 120), item('c', 110, 126)], options)
  expect(layout.placed.map((one) => one.item.id)).toEqual(['a'])
  expect(layout.folds).toEqual([{ lane: 0, row: 0, x: 118, ids: ['b', 'c'] }])
})

test('a title ends inside the window, even where the next body begins beyond it', () => {
  const layout = layOut([item('a', 860, 895, { titlePx: 101 }), item('b', 1010, 1040)], options)
  expect(titles(layout).a).toEqual({ x: 753, side: 'left' })
})

test('a spare row goes where it saves most', () => {
  const items = [item('a', 0, 20), item('b', 5, 25, { lane: 1 }), item('c', 10, 30, { lane: 1 })]
  expect(layOut(items, { ...options, lanes: 2, budget: 3 }).rows).toEqual([1, 2])
})

test('a mark may stand on the span of another where rows run out, and has its own row where they last', () => {
  const items = [item('range', 100, 300, { mark: [192, 208] }), item('b', 270, 330, { mark: [270, 286] })]
  expect(layOut(items, options).placed.map((one) => [one.item.id, one.row])).toEqual([
    ['range', 0],
    ['b', 0],
  ])
  expect(layOut(items, { ...options, budget: 2 }).rows).toEqual([2])
})

test('an open lane has all the rows it needs', () => {
  const items = Array.from({ length: 5 }, (_, index) => item(`e${index}`, 100, 116))
  const layout = layOut(items, { ...options, open: new Set([0]) })
  expect(layout.rows).toEqual([5])
  expect(layout.folds).toEqual([])
})

test('the selected event is never folded', () => {
  const layout = layOut([item('a', 100, 116), item('b', 104, 120)], { ...options, pinned: new Set(['b']) })
  expect(layout.placed.map((one) => one.item.id)).toEqual(['b'])
})

test('titles of the day of the story start at one edge, and no other title lies on that day', () => {
  const items = [
    item('early', 100, 150, { titlePx: 80 }),
    item('before', 440, 490, { titlePx: 120 }),
    item('x', 505, 521, { lane: 1, titlePx: 90, inColumn: true }),
    item('y', 525, 541, { lane: 2, titlePx: 90, inColumn: true }),
  ]
  const layout = layOut(items, { ...options, lanes: 3, budget: 3, column: [500, 550] })
  expect(titles(layout)).toEqual({
    early: { x: 156, side: 'right' },
    before: { x: 314, side: 'left' },
    x: { x: 558, side: 'right' },
    y: { x: 558, side: 'right' },
  })
})

test('a title stands inside a span that holds it, else nowhere where there is no room', () => {
  const layout = layOut(
    [
      item('w', 300, 600, { titlePx: 200, inside: { x: 340, first: true } }),
      item('v', 602, 618, { titlePx: 200 }),
      item('z', 640, 660),
    ],
    { ...options, widthPx: 700 },
  )
  expect(titles(layout)).toEqual({ w: { x: 340, side: 'inside' }, v: null, z: null })
})

const cases = fc.record({
  items: fc.array(
    fc.record({
      lane: fc.integer({ min: 0, max: 3 }),
      x: fc.integer({ min: -100, max: 900 }),
      length: fc.integer({ min: 2, max: 300 }),
      titlePx: fc.integer({ min: 0, max: 220 }),
      flags: fc.integer({ min: 0, max: 7 }),
    }),
    { maxLength: 60 },
  ),
  budget: fc.integer({ min: 4, max: 16 }),
  open: fc.boolean(),
  pinned: fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 2 }),
})

test('no two things on a row touch, and every event is drawn or counted once', () => {
  fc.assert(
    fc.property(cases, ({ items, budget, open, pinned }) => {
      const column = [500, 550] as const
      const list = items.map(({ lane, x, length, titlePx, flags }, index) =>
        item(`e${index}`, x, x + length, {
          lane,
          mark: [x + (length - 2) * ((flags & 3) / 4), x + (length - 2) * ((flags & 3) / 4) + 2],
          titlePx,
          inColumn: x >= 495 && x < 545,
          prefersLeft: (flags & 1) > 0,
          inside: (flags & 6) === 6 ? { x: x + (length - 2) * ((flags & 3) / 4) + 8, first: x % 2 === 0 } : null,
        }),
      )
      const layout = layOut(list, {
        ...options,
        lanes: 4,
        budget,
        column,
        open: new Set(open ? [1] : []),
        pinned: new Set(pinned.map((index) => `e${index}`)),
      })
      const seen = [...layout.placed.map((one) => one.item.id), ...layout.folds.flatMap((fold) => fold.ids)]
      expect(seen.sort()).toEqual(list.map((one) => one.id).sort())

      const onRow = new Map<string, [number, number][]>()
      const add = (key: string, box: [number, number]) => onRow.set(key, [...(onRow.get(key) ?? []), box])
      for (const { item: one, row, title } of layout.placed) {
        add(`${one.lane}/${row}`, [one.mark[0], one.mark[1]])
        expect(row).toBeLessThan(layout.rows[one.lane] ?? 0)
        if (!title) continue
        if (title.side !== 'inside' || one.inside?.x !== one.mark[1]) add(`${one.lane}/${row}`, [title.x, title.x + one.titlePx])
        if (title.side === 'inside') continue
        expect(title.x >= column[1] || title.x + one.titlePx <= column[0]).toBe(true)
        expect(title.x).toBeGreaterThanOrEqual(0)
        expect(title.x + one.titlePx).toBeLessThanOrEqual(1000)
      }
      for (const fold of layout.folds) add(`${fold.lane}/${fold.row}`, [fold.x, fold.x + 24])
      for (const row of onRow.values()) {
        row.sort((a, b) => a[0] - b[0])
        for (const [index, box] of row.entries()) expect(box[0]).toBeGreaterThanOrEqual(row[index - 1]?.[1] ?? -Infinity)
      }
    }),
    { numRuns: 400 },
  )
})

test('10,000 events are laid out within a frame or two', () => {
  const items = Array.from({ length: 10_000 }, (_, index) =>
    item(`e${index}`, (index * 7919) % 1000, ((index * 7919) % 1000) + 16, { lane: index % 9, titlePx: 100 }),
  )
  const layout = layOut(items, { ...options, lanes: 9, budget: 10 })
  expect(layout.placed.length + layout.folds.reduce((sum, fold) => sum + fold.ids.length, 0)).toBe(10_000)
})
