import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { becomes, comeToRest, counted, focused, selection, titleButton } from '../support/reading'
import { expectClean, open, openBlank, type Scene } from './support'

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Steps' })
const button = (page: Page, name: string): Locator => panel(page).getByRole('button', { name, exact: true })
const title = (page: Page): Promise<string | null> => panel(page).getByRole('heading').textContent()
const days = (page: Page): Promise<string> =>
  page.locator('#timeline .axis text').evaluateAll((all) =>
    all
      .map((label) => label.textContent)
      .sort()
      .join(' '),
  )
const firstMark = async (page: Page): Promise<string> =>
  (await page.locator('.map-main .map-over .place').first().getAttribute('transform')) ?? ''
/** The story’s path. */
const STEPS = [
  'the-round', 'several-accounts', 'next-vienna', 'a-condition', 'rubio-far-away', 'the-ford-sails', 'only-a-sea', 'two-cities',
] // biome-ignore format: one list, read as one
const query = (page: Page): string => new URL(page.url()).search

async function visit(scene: Scene) {
  const visited = await open({ noWebgl: true, ...scene })
  await comeToRest(visited.page)
  return visited
}

/** What the reader sees of the view, apart from the panel. */
async function view(page: Page) {
  await comeToRest(page)
  return {
    days: await days(page),
    count: await counted(page),
    selection: await selection(page),
    map: await page.locator('.map-over .place').evaluateAll((all) => all.map((mark) => mark.getAttribute('transform'))),
  }
}

test('by pointer the steps lead on, Back leads back, a link gives the same, and leaving gives back the reader’s own view', async () => {
  const visited = await visit({ width: 1440, height: 900, path: '?view=events&event=rubio-missiles&party=us' })
  const { page } = visited
  const before = await view(page)
  await page.getByRole('button', { name: 'Start the 8 steps' }).click()
  await becomes(() => title(page)).toBe('A day of talks in Geneva')
  expect(await focused(page)).toContain('A day of talks in Geneva')
  await button(page, 'Next').click()
  // Where a reader rests the way back has a stop.
  await becomes(async () => query(page)).toBe('?step=several-accounts')
  await button(page, 'Next').click()
  await becomes(() => title(page)).toBe('Planned: technical talks in Vienna')
  await becomes(async () => query(page)).toBe('?step=next-vienna')
  const third = await view(page)
  expect(third.selection.map).toEqual(['Vienna'])

  await page.goBack()
  await becomes(() => title(page)).toBe('One round, several accounts')
  await becomes(() => counted(page)).toContain('19 of 29 events')
  await page.goForward()
  await becomes(() => title(page)).toBe('Planned: technical talks in Vienna')
  expect(await view(page)).toEqual(third)

  await titleButton(page, 'US wants all uranium enrichment halted').click()
  await becomes(async () => query(page)).toBe('?event=us-enrichment-halt&step=next-vienna')
  await button(page, 'Back to the step').click()
  await becomes(async () => query(page)).toBe('?step=next-vienna')

  await button(page, 'Leave the steps').click()
  await becomes(async () => query(page)).toBe('?event=rubio-missiles&party=us')
  expect(await view(page)).toEqual(before)
  expect(await focused(page)).toContain('Back to step 3')

  await page.goto(new URL('?step=next-vienna', page.url()).href)
  await panel(page).waitFor()
  expect(await view(page)).toEqual(third)
  expectClean(visited)
})

test('by keyboard arrows and page keys turn the steps, and the page does not scroll', async () => {
  const { page } = await visit({ width: 1280, height: 720 })
  await page.getByRole('button', { name: 'Start the 8 steps' }).focus()
  await page.keyboard.press('Enter')
  await becomes(() => title(page)).toBe('A day of talks in Geneva')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await becomes(() => title(page)).toBe('Planned: technical talks in Vienna')
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
  await becomes(() => page.locator('#status').textContent()).toContain('Step 3 of 8: Planned: technical talks in Vienna')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('Technical talks')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Technical talks' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  expect(await title(page)).toBe('Planned: technical talks in Vienna')
  await button(page, 'Show the answer').focus()
  await page.keyboard.press('Space')
  await panel(page).getByText('Hollow means planned.').waitFor()
  await page.keyboard.press('ArrowRight')
  await becomes(() => title(page)).toBe('A condition without a name')
  expect(await panel(page).getByText('Hollow means planned.').count()).toBe(0)
})

test('by touch a tap and a swipe turn the steps at 390 px, every target is 44 px, and the map lies under nothing', async () => {
  const { page } = await visit({ touch: true, width: 390, height: 844, path: '?step=the-ford-sails' })
  await becomes(() => title(page)).toBe('A ship leaves port')
  const box = await panel(page).boundingBox()
  if (box === null) throw new Error('The panel is not to be seen')
  const touch = await page.context().newCDPSession(page)
  const swipe = async (fromX: number, toX: number): Promise<void> => {
    const y = box.y + box.height / 2
    const at = (x: number) => ({ touchPoints: [{ x, y }] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(fromX) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at((fromX + toX) / 2) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(toX) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  // First, because Chromium takes a tap right after a swipe for the end of its fling.
  await button(page, 'Next').tap()
  await becomes(() => title(page)).toBe('A ship in a sea, and no more')
  await swipe(100, 300)
  await becomes(() => title(page)).toBe('A ship leaves port')
  await swipe(300, 120)
  await becomes(() => title(page)).toBe('A ship in a sea, and no more')
  const small = await panel(page)
    .getByRole('button')
    .evaluateAll((all) =>
      all
        .filter((each) => !each.classList.contains('term'))
        .map((each) => ({ name: each.ariaLabel ?? each.textContent, ...each.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width > 0 && (width < 43.9 || height < 43.9))
        .map(({ name, width, height }) => `${name}: ${width} × ${height}`),
    )
  expect(small).toEqual([])
  const map = await page.locator('#map').boundingBox()
  const after = await panel(page).boundingBox()
  expect((map?.y ?? 0) - ((after?.y ?? 0) + (after?.height ?? 0))).toBeGreaterThanOrEqual(0)
})

test('camera and window move together, and jump where less motion is asked for', async () => {
  /** The picture half-way between two steps and after it: on a clock of its own, because a busy machine draws few pictures. */
  const pictures = async (path: string, reducedMotion: 'no-preference' | 'reduce' = 'no-preference') => {
    const site = inject('site')
    const { page } = await openBlank({ noWebgl: true, context: { reducedMotion } }, new URL(site).origin)
    await page.clock.install()
    await page.goto(new URL(path, site).href)
    await panel(page).waitFor()
    await comeToRest(page)
    await page.clock.pauseAt(Date.now() + 60_000)
    const seen = async (): Promise<[string, string]> => [await firstMark(page), await days(page)]
    const before = await seen()
    await button(page, 'Step 6: A ship leaves port').evaluate((dot: HTMLElement) => dot.click())
    await page.clock.runFor(300)
    const between = await seen()
    await page.clock.runFor(2000)
    return { before, between, after: await seen() }
  }
  const calm = await pictures('?step=next-vienna')
  for (const part of [0, 1]) {
    expect(new Set([calm.before[part], calm.between[part], calm.after[part]]).size).toBe(3)
  }
  for (const still of [await pictures('?step=next-vienna&motion=less'), await pictures('?step=next-vienna', 'reduce')]) {
    expect(still.between).toEqual(still.after)
    expect(still.after).toEqual(calm.after)
  }
})

for (const [width, height] of [
  [1024, 768],
  [1920, 1080],
] as const) {
  test(`presented at ${width} × ${height}, each step’s event is on the map and named in the timeline, and no answer is there before it is asked for`, async () => {
    const { page } = await open({ width, height, noWebgl: true, path: '?present=1' })
    await page.locator('html.presenting .present-title').waitFor()
    const circles = () => page.locator('#map path.reach').count()
    const seas = () => page.locator('#map-main-sea-cvn-72').count()
    const marks = () => page.locator('#map .map-target[aria-current]').count()
    const reveal = () => page.getByRole('button', { name: 'Reveal', exact: true }).click()
    await comeToRest(page)
    expect(await circles(), 'before the first step').toBe(0)
    const placed: string[] = []
    for (const id of STEPS) {
      await page.keyboard.press('PageDown')
      await becomes(async () => query(page)).toContain(`step=${id}`)
      await comeToRest(page)
      if ((await marks()) > 0) placed.push(id)
      expect(await page.locator('#timeline .titles .selected').allTextContents(), id).toHaveLength(1)
      expect(await circles(), id).toBe(0)
      if (id === 'the-ford-sails') {
        await reveal()
        await becomes(circles).toBeGreaterThan(0)
        await page.keyboard.press('PageUp')
        await becomes(circles).toBeGreaterThan(0)
        await page.keyboard.press('PageDown')
        await becomes(circles).toBe(0)
      }
      if (id !== 'only-a-sea') continue
      expect(await seas()).toBe(0)
      await reveal()
      await becomes(seas).toBeGreaterThan(0)
    }
    // The event of the fourth step has no place.
    expect(placed).toEqual(STEPS.filter((id) => id !== 'a-condition'))
  })
}

test('an embed has the same path, and its frame grows with the panel', async () => {
  const { page } = await visit({ width: 650, height: 900, path: 'embed.html' })
  await page.getByRole('button', { name: 'Start the 8 steps' }).click()
  await becomes(() => title(page)).toBe('A day of talks in Geneva')
  await button(page, 'Step 8: Two cities with a history').click()
  await becomes(() => days(page)).toContain('2018')
  await button(page, 'Leave the steps').click()
  expect(await panel(page).count()).toBe(0)
})
