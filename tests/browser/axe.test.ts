import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { comeToRest, placeButton, rowOf } from '../support/reading'
import { open, type Scene, shows } from './support'

interface State {
  readonly name: string
  readonly path?: string
  /** Looked at in the wide window alone: a small screen lays nothing of it out in another way. */
  readonly isWideOnly?: boolean
  /** The part that differs from the states before; all where nothing is said. */
  readonly within?: string
  act?(page: Page): Promise<void>
}

const STATES: readonly State[] = [
  { name: 'as it opens' },
  { name: 'the table, filtered by time', path: '?view=table&brush=2026-02-16/2026-02-22' },
  { name: 'the positions', path: '?view=positions', within: '#events' },
  { name: 'as it was known on 20 February', isWideOnly: true, path: '?known=2026-02-20&at=2026-02-20' },
  { name: 'only what is in the map’s view', isWideOnly: true, path: '?inview=1' },
  { name: 'nothing fits', isWideOnly: true, path: '?q=zebra' },
  { name: 'a time is measured', path: '?measure=time,geneva-round-2026-2,geneva-round-3', within: '#screen' },
  { name: 'a distance is measured', isWideOnly: true, path: '?measure=distance,geneva,vienna', within: '#map' },
  { name: 'who mediated', isWideOnly: true, path: '?relay=1', within: '#map' },
  { name: 'the years before', isWideOnly: true, path: '?window=2013-01-01/2025-12-31&layer=article,reports,background&event=-' },
  {
    name: 'two rounds side by side',
    path: '?compare=geneva-round-2026-2,geneva-round-3',
    within: 'dialog[open]',
    act: (page) => page.locator('dialog table').waitFor(),
  },
  {
    name: 'a step with its answer',
    path: '?step=next-vienna',
    act: (page) => page.getByRole('button', { name: 'Show the answer' }).click(),
  },
  {
    name: 'search and filters are open',
    within: '#events',
    act: async (page) => {
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
    },
  },
]
const SCENES = [
  { scene: 'wide and light', width: 1280, height: 800 },
  { scene: '320 px and dark', width: 320, height: 568, touch: true, dark: true },
]

/** Goes to an address of the page as Back does: the page shows it without being loaded again. */
const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((path) => {
    history.pushState(null, '', location.pathname + path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

for (const { scene, ...how } of SCENES) {
  test(`axe finds nothing, ${scene}, in any state that an address holds`, async () => {
    const { page } = await open({ ...how, noWebgl: true, bypassPolicy: true })
    for (const { name, path = '', within, act, isWideOnly } of STATES) {
      if (isWideOnly && how.width < 640) continue
      await goTo(page, path)
      await comeToRest(page)
      await act?.(page)
      expect.soft(await findings(page, within), name).toEqual([])
    }
  }, 150_000)
}

for (const { name, ...how } of [
  { name: 'wide and dark', width: 1280, height: 800, dark: true },
  { name: '320 px and light', width: 320, height: 568, touch: true },
  { name: 'wide, in the reader’s own colours', width: 1280, height: 800, context: { forcedColors: 'active' as const } },
]) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page } = await open({ ...how, noWebgl: true, bypassPolicy: true })
    expect(await findings(page)).toEqual([])
  })
}

interface Opened {
  readonly name: string
  act(page: Page): Promise<void>
  /** What can be seen then. */
  readonly shown: string
  /** Where the pane scrolls to what opens and cuts a box at its edge, axe takes the rest for its size: it looks here alone. */
  readonly within?: string
}

const TOOLS: Opened = {
  name: 'the tools of the map',
  act: (page) => page.getByRole('button', { name: 'Map tools' }).click(),
  shown: '.map-tools button',
}
const PLACE: Opened = {
  name: 'the list of a place',
  act: (page) => placeButton(page, 'Geneva').click(),
  shown: '.map-list button',
}
const TERM: Opened = {
  name: 'a term',
  act: (page) => rowOf(page, 'geneva-round-3').getByRole('button', { name: 'indirect talks' }).first().click(),
  shown: '.term-pane:popover-open .term-name',
}
const MORE: Opened = {
  name: 'the header’s “More”',
  act: (page) => page.locator('#page-header').getByRole('button', { name: 'More', exact: true }).click(),
  shown: '#page-theme',
}
const CLOCKS: Opened = {
  name: 'lanes by party, and the table of the clocks',
  act: (page) => page.locator('#timeline button.clocks').click(),
  shown: '#timeline-clocks td',
}
const DAYS: Opened = {
  name: 'the typed days of the time filter',
  act: (page) => page.getByRole('button', { name: 'Filter by time' }).click(),
  shown: '#timeline-filter input',
}
const PLAYER: Opened = {
  name: 'a day in the player that cannot be',
  act: async (page) => {
    await page.keyboard.press('Escape')
    const play = page.getByRole('toolbar', { name: 'Timeline tools' }).getByRole('button', { name: 'Play', exact: true })
    await play.click()
    const day = page.getByLabel('Shown until: day')
    await day.fill('2031-01-01')
    await day.press('Enter')
  },
  shown: '#player-error',
}
const FOLD: Opened = {
  name: 'records without a date of report',
  act: (page) => page.getByRole('button', { name: /no date of report$/ }).click(),
  shown: '#known-records li',
}
const NOTICE: Opened = {
  name: 'the word on “afterwards”',
  act: async (page) => {
    await page
      .locator('#events')
      .getByRole('button', { name: /^Filter(: 1 set)?$/ })
      .click()
    await page.getByRole('checkbox', { name: /^Afterwards/ }).click()
  },
  shown: '.layer-notice button',
  within: '.facets:has(.layer-notice)',
}
const KNOWN: Opened = {
  name: 'a day of “Known on” that cannot be',
  act: async (page) => {
    await page.getByLabel('Known on: Day').fill('2031-01-01')
    await page.getByLabel('Known on: Day').press('Enter')
  },
  shown: '#known-error:not(:empty)',
  within: '.facets:has(#known-on)',
}
const WIDE = { width: 1280, height: 800 }

/** One after the other on one page: a press elsewhere closes what was open, except in the pane of events. */
const OPENINGS: readonly { readonly scene: Scene; readonly part: string; readonly opened: readonly Opened[] }[] = [
  { scene: WIDE, part: '#map', opened: [TOOLS, PLACE] },
  { scene: { ...WIDE, path: '?lanes=party' }, part: '#timeline', opened: [CLOCKS, DAYS, PLAYER] },
  { scene: { ...WIDE, path: '?known=2026-02-20' }, part: '#events', opened: [FOLD, NOTICE, KNOWN] },
  { scene: WIDE, part: 'body', opened: [TERM, MORE] },
  { scene: { width: 320, height: 568, touch: true }, part: 'body', opened: [TOOLS, NOTICE] },
]
for (const { scene, part, opened } of OPENINGS) {
  test(`axe finds nothing, ${scene.width} px: ${opened.map(({ name }) => name).join('; ')}`, async () => {
    const { page } = await open({ ...scene, noWebgl: true, bypassPolicy: true })
    await comeToRest(page)
    for (const { name, act, shown, within } of opened) {
      await act(page)
      await shows(page, shown)
      expect.soft(await findings(page, within ?? part), name).toEqual([])
    }
  })
}

test('axe finds nothing on the opening view with the detailed map', async () => {
  const { page } = await open({ ...WIDE, bypassPolicy: true })
  await comeToRest(page)
  expect(await findings(page)).toEqual([])
})
