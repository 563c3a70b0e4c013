import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { becomes, charted, comeToRest, focused, listed, placeButton, rowOf, selection, steady, tabled } from '../support/reading'
import { expectClean, open, type Scene } from './support'

/* What a reader can do by one way of input, another can do by theirs: what other files show by mouse alone, or by keyboard alone. */

const DESKTOP = { width: 1440, height: 900 } as const
const PHONE = { width: 390, height: 844, touch: true } as const

async function openAtRest(scene: Scene) {
  const visit = await open({ noWebgl: true, ...scene })
  await comeToRest(visit.page)
  return visit
}

/** A press by finger or by Enter: the same for whoever reads the test. */
type Press = (target: Locator) => Promise<void>
const byFinger: Press = (target) => target.tap()
const byEnter: Press = (target) => target.press('Enter')
const byMouse: Press = (target) => target.click()

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true })
const tool = (page: Page, name: string) => page.locator('.map-tools').getByRole('button', { name })
const query = (page: Page, key: string) => new URL(page.url()).searchParams.get(key)

async function openTool(page: Page, name: string, press: Press): Promise<void> {
  await press(button(page, 'Map tools'))
  await press(tool(page, name))
}

/** List and timeline show these events alone, whatever their order; so does the table, which stays open. */
async function expectEverywhere(page: Page, ids: readonly string[], press: Press): Promise<void> {
  const sorted = [...ids].sort()
  await becomes(async () => (await charted(page)).sort()).toEqual(sorted)
  await press(page.getByRole('tab', { name: 'Table' }))
  await becomes(async () => (await tabled(page)).sort()).toEqual(sorted)
}

for (const [way, scene, press] of [
  ['keyboard', DESKTOP, byEnter],
  ['touch', PHONE, byFinger],
] as const) {
  test(`“Known on” by ${way}: list, timeline and table forget what was reported later, and remember it again`, async () => {
    const { page } = await openAtRest(scene)
    await press(button(page, 'Filter'))
    const field = page.getByLabel('Known on: Day')
    await field.focus()
    // A day that reads the same with the day first and with the month first; a finger has the wheels of its system.
    if (way === 'keyboard') await page.keyboard.type('02022026')
    else await field.fill('2026-02-02')
    await becomes(async () => query(page, 'known')).toBe('2026-02-02')
    const known = await listed(page)
    expect(known).toContain('lincoln-enters-centcom')
    expect(known).not.toContain('geneva-round-2026-2')
    expect(await page.getByText(/^As it was known on Mon,? 2 Feb 2026: \d+ events hidden\.$/).isVisible()).toBe(true)
    await expectEverywhere(page, known, press)
    await press(button(page, 'Show all'))
    await becomes(async () => (await tabled(page)).length).toBe(29)
    expect(await charted(page)).toHaveLength(29)
  })

  test(`filter by map by ${way}: list, timeline and table keep the same events, and what has no place comes back`, async () => {
    const { page } = await openAtRest(scene)
    await openTool(page, 'Only what is in view', press)
    await becomes(async () => query(page, 'inview')).toBe('1')
    const framed = await listed(page)
    expect(framed).toEqual(expect.arrayContaining(['geneva-round-3', 'pezeshkian-statement', 'ford-souda-bay']))
    for (let step = 0; step < 2; step += 1) await press(page.locator('#map').getByRole('button', { name: 'Zoom in' }))
    await becomes(() => listed(page)).not.toContain('pezeshkian-statement')
    const near = await steady(() => listed(page), 200)
    expect(near).toContain('ford-souda-bay')
    await expectEverywhere(page, near, press)
    const unplaced = page.locator('.map-bar').getByRole('button', { name: /without a place$/ })
    const without = Number.parseInt((await unplaced.textContent()) ?? '', 10)
    await press(unplaced)
    await becomes(async () => (await tabled(page)).length).toBe(near.length + without)
    expect(await tabled(page)).toContain('official-deal-in-reach')
    await becomes(async () => (await charted(page)).sort()).toEqual((await tabled(page)).sort())
  })

  test(`who mediated, by ${way}: the whole phrase, its source and the lines of the open round`, async () => {
    const { page } = await openAtRest(scene)
    await openTool(page, 'Who mediated', press)
    const told = page.locator('.map-relay p')
    await becomes(() => told.textContent()).toBe(
      'Indirect, mediated by Oman, according to the article: lines from US government to Government of Oman to Government of Iran (TRT World, sentence 2)',
    )
    await becomes(() => page.locator('.map-over path.relay').count()).toBe(3)
    await press(page.locator('.map-relay').getByRole('button', { name: 'Who mediated' }))
    await becomes(() => page.locator('.map-over path.relay').count()).toBe(0)
    expect(await told.isVisible()).toBe(false)
  })
}

test('two taps on places measure a distance, and the bar says it in words', async () => {
  const visit = await openAtRest(PHONE)
  const { page } = visit
  await openTool(page, 'Measure a distance', byFinger)
  await placeButton(page, 'Vienna').tap()
  await placeButton(page, 'Geneva').tap()
  await becomes(async () => query(page, 'measure')).toBe('distance,vienna,geneva')
  await becomes(() => page.locator('#measure output').textContent()).toMatch(
    /^Vienna to Geneva: \d{3} km, \d{3} nautical miles\./,
  )
  expect(await page.locator('.map-main .map-over path.route').count()).toBe(1)
  expectClean(visit)
})

test('two clicks on the marks of places measure a distance, and open nothing', async () => {
  const { page } = await openAtRest(DESKTOP)
  const before = await selection(page)
  await openTool(page, 'Measure a distance', byMouse)
  for (const name of ['Souda Bay', 'Geneva']) {
    const box = await placeButton(page, name).boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  }
  await becomes(() => page.locator('.map-over .label-told.strong').allTextContents()).toContain('1,910 km, 1,031 nautical miles')
  expect(await page.locator('#measure output').textContent()).toContain('Souda Bay, Crete to Geneva: 1,910 km')
  expect((await selection(page)).list).toEqual(before.list)
})

const RUBIO = 'rubio-missiles'
const lead = (page: Page) => page.getByRole('button', { name: 'In: Rubio: missile refusal is an obstacle' }).first()

for (const [way, select] of [
  ['mouse', (page: Page) => lead(page).click()],
  [
    'keyboard',
    async (page: Page) => {
      await lead(page).focus()
      await page.keyboard.press('Enter')
    },
  ],
] as const) {
  test(`positions by ${way}: each cell has its source or says that it is empty, and leads to its event in all three views`, async () => {
    const { page } = await openAtRest(DESKTOP)
    if (way === 'mouse') await page.getByRole('tab', { name: 'Positions' }).click()
    else {
      await page.getByRole('tab', { name: 'Events' }).focus()
      await page.keyboard.press('End')
    }
    const table = page.getByRole('table', { name: /^What each party wants/ })
    await table.waitFor()
    const cells = await table
      .locator('td')
      .evaluateAll((all) =>
        all.map((cell) => cell.querySelector('.none-stated')?.textContent ?? cell.querySelectorAll('a').length),
      )
    expect(cells).toContain('The article states none')
    expect(cells.filter((cell) => cell === 0)).toEqual([])
    await select(page)
    await becomes(async () => query(page, 'event')).toBe(RUBIO)
    await becomes(() => selection(page)).toEqual({ list: [RUBIO], timeline: [RUBIO], map: ['St Kitts'] })
  })
}

/** Shape, fill and party of each mark that is drawn; a fold may hide some of them. */
const marks = (page: Page) =>
  page.locator('#timeline .option:has(.shape)').evaluateAll((all) =>
    all.map((mark) => {
      const outlines = [...mark.querySelectorAll('.shape .outline')].map((path) => path.getAttribute('d'))
      const fill = mark.querySelector('.shape')?.getAttribute('data-fill')
      return [mark.getAttribute('data-id') ?? '', `${mark.getAttribute('data-party')} ${fill} ${outlines.join()}`] as const
    }),
  )
const lanes = (page: Page) => page.locator('#timeline .lane text').allTextContents()
const arrangeBy = (page: Page) => page.getByRole('combobox', { name: 'Arrange by' })

const PLACES =
  'Washington; Caribbean; Geneva; Vienna; Mediterranean; Tehran; Inside Iran; Oman; Arabian Sea; No place given'.split('; ')
const PARTIES = ['United States', 'Iran', 'Oman', 'Both sides', 'No party']
const TOPICS =
  'Uranium enrichment; Weapons intent; Sanctions; Missiles; Use of force; Progress of the talks; Process and mediation; Military posture; Domestic pressure'.split(
    '; ',
  )

/** The marks of both drawings are the same ones. */
async function expectSame(page: Page, before: Awaited<ReturnType<typeof marks>>): Promise<void> {
  const after = new Map(await marks(page))
  const both = before.filter(([id]) => after.has(id))
  expect(both.length).toBeGreaterThan(7)
  expect(both.map(([id]) => [id, after.get(id)])).toEqual(both)
}

test('lanes by place, party and topic, by mouse and by arrow keys: the author’s order, and marks of the same shape and colour', async () => {
  const { page } = await openAtRest(DESKTOP)
  expect(await lanes(page)).toEqual(PLACES)
  const before = await marks(page)
  await arrangeBy(page).selectOption({ label: 'Lanes by party' })
  await becomes(() => lanes(page)).toEqual(PARTIES)
  await expectSame(page, before)
  await arrangeBy(page).focus()
  await page.keyboard.press('ArrowDown')
  await becomes(() => lanes(page)).toEqual(TOPICS)
  await expectSame(page, before)
  expect(await focused(page)).toContain('Arrange by')
  await becomes(async () => query(page, 'lanes')).toBe('topic')
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowUp')
  await becomes(() => lanes(page)).toEqual(PLACES)
  expect(await marks(page)).toEqual(before)
})

test('lanes by party and topic on a phone: behind “More”, in the author’s order, and marks of the same shape and colour', async () => {
  const { page } = await openAtRest(PHONE)
  expect(await lanes(page)).toEqual(['US', 'Talks', 'Carriers', 'Iran', 'Oman', 'No place'])
  const before = await marks(page)
  await page.locator('#timeline .tools').getByRole('button', { name: 'More', exact: true }).tap()
  await arrangeBy(page).tap()
  await arrangeBy(page).selectOption({ label: 'Lanes by party' })
  await becomes(() => lanes(page)).toEqual(PARTIES)
  await expectSame(page, before)
  await arrangeBy(page).selectOption({ label: 'Lanes by topic' })
  await becomes(async () => (await lanes(page)).length).toBe(TOPICS.length)
  for (const [index, name] of (await lanes(page)).entries()) expect(TOPICS[index]).toContain(name.replace('…', ''))
  await expectSame(page, before)
})

test('by mouse: a term opens beside its text, and “afterwards” tells what it holds before it opens in list, timeline and table', async () => {
  const { page } = await openAtRest(DESKTOP)
  await rowOf(page, 'geneva-round-3').getByRole('button', { name: 'indirect talks' }).first().click()
  const pane = page.getByRole('dialog', { name: 'Indirect talks' })
  await pane.waitFor()
  await pane.getByRole('button', { name: 'Close' }).click()
  await pane.waitFor({ state: 'hidden' })
  expect((await selection(page)).list).toEqual(['geneva-round-3'])

  await button(page, 'Filter').click()
  const box = page.getByRole('checkbox', { name: /^Afterwards/ })
  await box.click()
  const notice = page.getByRole('group', { name: 'Afterwards', exact: true })
  await notice.waitFor()
  expect(await notice.textContent()).toContain('among it strikes on Iran')
  expect([await box.isChecked(), (await listed(page)).length]).toEqual([false, 29])
  await notice.getByRole('button', { name: 'Keep it hidden' }).click()
  await notice.waitFor({ state: 'hidden' })
  expect((await charted(page)).length).toBe(29)
  await box.click()
  await notice.getByRole('button', { name: 'Show “Afterwards”' }).click()
  await becomes(() => listed(page)).toContain('ford-suez')
  expect(await box.isChecked()).toBe(true)
  await expectEverywhere(page, await listed(page), byMouse)
})
