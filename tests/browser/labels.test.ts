import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Box, beyond, boxesOf, collisions, inkOf } from '../support/boxes'
import { comeToRest } from '../support/reading'
import { open, type Scene } from './support'

const SCENES: readonly Scene[] = [
  { width: 1440, height: 900 },
  { width: 1440, height: 900, noWebgl: true },
  { width: 820, height: 1180, touch: true, noWebgl: true },
  { width: 390, height: 844, touch: true, noWebgl: true },
  { width: 320, height: 568, touch: true, noWebgl: true },
]

/** Labels of one pane of the map, what they may not cover, and what may not cover them. */
async function paneOf(page: Page, pane: string) {
  const [frame] = await boxesOf(page, pane)
  return {
    frame,
    texts: await inkOf(page, `${pane} .map-over text:not(.count)`),
    marks: await boxesOf(
      page,
      `${pane} .map-over :is(.place, .ship) :is(.symbol-venue, .symbol-planned, .symbol-seat, .symbol-port, .symbol-past, .symbol-ship, .symbol-area)`,
    ),
    plates: await boxesOf(
      page,
      `${pane} :is(.map-legend ul, .map-key-toggle, .map-zoom, .map-pan, .map-credit, .map-cut):not(.unseen)`,
    ),
  }
}

/** The labels of the timeline and what they share its picture with. */
const timelineOf = async (page: Page) => ({
  axis: await inkOf(page, '#timeline .chart .axis text, #timeline .chart .now text'),
  lanes: await inkOf(page, '#timeline .chart .lane text'),
  titles: await inkOf(page, '#timeline .chart .title, #timeline .chart .fold text'),
  marks: await boxesOf(page, '#timeline .chart .shape .outline'),
  overview: await inkOf(page, '#timeline .overview :is(text, .whole, .years)'),
  handles: await boxesOf(page, '#timeline .overview .handle .box'),
  chart: await boxesOf(page, '#timeline .chart'),
  strip: await boxesOf(page, '#timeline .overview'),
})

const outside = (boxes: readonly Box[], frame: Box | undefined): string[] =>
  boxes
    .filter((box) => frame && beyond(box, frame) > 1)
    .map((box) => `“${box.name}” by ${frame ? beyond(box, frame).toFixed(1) : ''} px`)

for (const scene of SCENES) {
  const at = `${scene.width} × ${scene.height}${scene.noWebgl ? '' : ', with WebGL'}`
  const openAtRest = async (): Promise<Page> => {
    const { page } = await open(scene)
    await comeToRest(page)
    return page
  }

  test(`no name on the map covers another, a mark, a plate or the edge of its pane: ${at}`, async () => {
    const page = await openAtRest()
    for (const pane of ['.map-main', '.map-strip']) {
      const { frame, texts, marks, plates } = await paneOf(page, pane)
      expect(texts.length, pane).toBeGreaterThan(0)
      expect(marks.length, pane).toBeGreaterThan(0)
      expect.soft(collisions(texts), `texts of ${pane}`).toEqual([])
      expect.soft(collisions(texts, marks), `texts and marks of ${pane}`).toEqual([])
      expect.soft(collisions(texts, plates), `texts and plates of ${pane}`).toEqual([])
      expect.soft(collisions(marks, plates), `marks and plates of ${pane}`).toEqual([])
      expect.soft(outside(texts, frame), `outside of ${pane}`).toEqual([])
    }
  })

  test(`no label of the timeline covers another, a mark or an edge: ${at}`, async () => {
    const page = await openAtRest()
    const { axis, lanes, titles, marks, overview, handles, chart, strip } = await timelineOf(page)
    expect(axis.length).toBeGreaterThan(4)
    expect(lanes.length).toBeGreaterThan(3)
    expect.soft(collisions(axis), 'axis').toEqual([])
    expect.soft(collisions([...lanes, ...titles]), 'lanes and titles').toEqual([])
    expect.soft(collisions(axis, [...lanes, ...titles]), 'axis and lanes').toEqual([])
    expect.soft(collisions([...lanes, ...titles], marks), 'titles and marks').toEqual([])
    expect.soft(collisions(overview), 'overview').toEqual([])
    expect.soft(collisions(overview, handles), 'overview and its handles').toEqual([])
    expect.soft(outside([...axis, ...lanes, ...titles], chart[0]), 'outside of the chart').toEqual([])
    expect.soft(outside(overview, strip[0]), 'outside of the overview').toEqual([])
  })
}

/** Marks of one place and of ships may not lie on each other either. */
test('no mark of the map covers another', async () => {
  const { page } = await open({ width: 1440, height: 900, noWebgl: true })
  await comeToRest(page)
  const { marks } = await paneOf(page, '.map-main')
  expect(collisions(marks, null, 2)).toEqual([])
})
