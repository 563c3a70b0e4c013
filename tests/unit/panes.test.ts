import { expect, test } from 'vitest'
import { foldAround } from '../../src/core/fold'
import { arrangementOf, groupsOf, groupWith } from '../../src/state/panes'
import { PARTS, type Part } from '../../src/state/state'

const fixed = (widthPx: number, heightPx: number) => arrangementOf({ widthPx, heightPx, isFixed: true })
const all = new Set(PARTS)

test('a frame that follows its content shows all views one after the other, whatever its size', () => {
  for (const [widthPx, heightPx] of [
    [320, 480],
    [960, 720],
    [360, 4000],
  ] as const)
    expect(arrangementOf({ widthPx, heightPx, isFixed: false })).toBe('flow')
})

test('a frame of a fixed height shows as many views at a time as it has room for', () => {
  expect(fixed(320, 480)).toBe('single')
  expect(fixed(600, 400)).toBe('single')
  expect(fixed(650, 650)).toBe('halves')
  expect(fixed(360, 720)).toBe('pairs')
  expect(fixed(650, 820)).toBe('pairs')
  expect(fixed(390, 1200)).toBe('stack')
  expect(fixed(960, 720)).toBe('split')
  expect(fixed(960, 500)).toBe('single')
})

test('with very large type the frame scrolls as a whole', () => {
  expect(fixed(160, 120)).toBe('flow')
  expect(fixed(600, 280)).toBe('flow')
})

test('each view that is asked for stands in one group, in the order of the page', () => {
  expect(groupsOf('single', all)).toEqual([['map'], ['timeline'], ['list']])
  expect(groupsOf('halves', all)).toEqual([['map'], ['timeline', 'list']])
  expect(groupsOf('pairs', all)).toEqual([['map', 'timeline'], ['list']])
  expect(groupsOf('split', all)).toEqual([['map', 'timeline', 'list']])
  expect(groupsOf('pairs', new Set<Part>(['list', 'map']))).toEqual([['map'], ['list']])
  expect(groupsOf('single', new Set<Part>(['timeline']))).toEqual([['timeline']])
})

test('the group with the asked-for view is shown, else the first', () => {
  const groups = groupsOf('pairs', all)
  expect(groupWith(groups, 'timeline')).toEqual(['map', 'timeline'])
  expect(groupWith(groups, 'list')).toEqual(['list'])
  expect(groupWith(groups, null)).toEqual(['map', 'timeline'])
  expect(groupWith(groupsOf('pairs', new Set<Part>(['list'])), 'map')).toEqual(['list'])
})

test('a long list folds to the open row and its neighbours, and to its beginning where none is open', () => {
  expect(foldAround(null, 30, 20)).toEqual([19, 25])
  expect(foldAround(null, 30, -1)).toEqual([0, 5])
  expect(foldAround(null, 30, 28)).toEqual([27, 30])
})

test('a fold that would hide one row or two hides none', () => {
  expect(foldAround(null, 7, 0)).toEqual([0, 7])
  expect(foldAround(null, 30, 2)).toEqual([0, 7])
  expect(foldAround(null, 0, -1)).toEqual([0, 0])
})

test('a fold stays while it holds the open row, and moves to one outside', () => {
  expect(foldAround([19, 25], 30, 22)).toEqual([19, 25])
  expect(foldAround([19, 25], 30, -1)).toEqual([19, 25])
  expect(foldAround([19, 25], 30, 4)).toEqual([3, 9])
  expect(foldAround([19, 25], 10, 4)).toEqual([3, 10])
})
