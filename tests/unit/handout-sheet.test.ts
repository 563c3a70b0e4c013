import { describe, expect, test } from 'vitest'
import { handoutOf } from '../../src/core/handout'
import { type BadgePoint, placeBadges } from '../../src/core/handout-badges'
import { blanksOf, notDrawn, numberedStory, numberRanges } from '../../src/core/handout-time'
import { boxAround, Field, overlap, within } from '../../src/core/labels'
import { anEvent, aStory } from '../support/a-story'
import { anExport, ourStory } from '../support/an-export'

const RADIUS = 10
const SIZE = { widthPx: 400, heightPx: 300 }
const point = (number: number, x: number, y: number): BadgePoint => ({ number, shape: 'happened', at: [x, y] })
const placed = (...points: BadgePoint[]) => placeBadges(new Field(SIZE), points, RADIUS)

describe('numbers on the map', () => {
  test('stand on their places where there is room', () => {
    expect(placed(point(1, 50, 50), point(2, 120, 50)).map(({ middle, stem }) => [middle, stem])).toEqual([
      [[50, 50], null],
      [[120, 50], null],
    ])
  })

  test('of one place stand beside it in a row, each with a stem to it, and none lies on another', () => {
    const badges = placed(point(1, 200, 150), point(2, 200, 150), point(3, 205, 152))
    expect(badges.map(({ stem }) => stem?.[0])).toEqual([
      [200, 150],
      [200, 150],
      [205, 152],
    ])
    const boxes = badges.map(({ middle }) => boxAround(middle, RADIUS))
    expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([])
    expect(boxes.filter((box) => overlap(box, boxAround([200, 150], 1)))).toEqual([])
  })

  test('at the edge of the map are whole, and clear of its frame', () => {
    const badges = placed(point(1, 1, 2), point(2, 399, 299), point(3, 398, 299))
    expect(badges.filter(({ middle }) => !within(boxAround(middle, RADIUS + 3), SIZE))).toEqual([])
  })
})

describe('the sheets', () => {
  test('ask for titles and places, or for what the teacher keeps back; the one with answers leaves nothing out', () => {
    expect([...blanksOf(new Set(), true)]).toEqual(['titles', 'places'])
    expect([...blanksOf(new Set(['dates']), true)]).toEqual(['dates'])
    expect(blanksOf(new Set(['dates']), false).size).toBe(0)
  })

  test('number events out of order where dates are asked for, and both in the same way', () => {
    const view = anExport(ourStory())
    const numbers = (answers: boolean) =>
      handoutOf(view, { blanks: new Set(), answers, isMixed: true }).events.map(({ id, number }) => [id, number])
    expect(numbers(true)).toEqual(numbers(false))
    expect(numbers(true).map(([id]) => id)).not.toEqual(view.events.map(({ id }) => id))
    expect(new Set(numbers(true).map(([id]) => id))).toEqual(new Set(view.events.map(({ id }) => id)))
  })

  test('tell by its shape what a place is: happened, planned, a seat of government, no exact place', () => {
    const shapes = handoutOf(anExport(ourStory()), { blanks: new Set(), answers: true }).places
    const shapeOf = (id: string) => shapes.find((place) => (place.id as string) === id)?.shape
    expect(['geneva', 'vienna', 'iran-government', 'inside-iran'].map(shapeOf)).toEqual(['happened', 'planned', 'seat', 'area'])
  })

  test('give ships letters', () => {
    expect(handoutOf(anExport(ourStory()), { blanks: new Set(), answers: true }).vessels.map(({ letter }) => letter)).toEqual([
      'A',
      'B',
    ])
  })
})

describe('the line of time', () => {
  const story = aStory({
    events: [
      anEvent({ id: 'a', when: '2026-02-10', where: { place: 'geneva' } }),
      anEvent({ id: 'b', when: '2026-02-12' }),
      anEvent({ id: 'c' }),
    ],
  })
  const view = anExport(story)
  const handout = handoutOf(view, { blanks: new Set(), answers: true })

  test('names events by their numbers alone', () => {
    const numbered = numberedStory(view, handout, new Set())
    expect([...numbered.events].map(({ title, short }) => [title.value, short.value])).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['3', '3'],
    ])
  })

  test('holds no id of an event, which would tell', () => {
    expect([...numberedStory(view, handout, new Set()).events].map(({ id }) => id)).toEqual(['number-1', 'number-2', 'number-3'])
  })

  test('has no dates where dates are asked for, and no places where places are', () => {
    const [first] = numberedStory(view, handout, new Set(['dates', 'places'])).events
    expect([first?.when, first?.where]).toEqual([null, null])
  })

  test('says which events it cannot show', () => {
    const day = Date.UTC(2026, 1, 11)
    expect(notDrawn(view.events, handout, [day, day + 3 * 86_400_000])).toEqual({ undated: [3], outside: [1] })
  })

  test.each([
    [[], ''],
    [[4], '4'],
    [[1, 2, 3, 7, 9, 10], '1–3, 7, 9–10'],
  ] as const)('writes the numbers %j as “%s”', (numbers, text) => {
    expect(numberRanges(numbers)).toBe(text)
  })
})
