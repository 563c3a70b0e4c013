import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { findings } from '../support/findings'
import { becomes, charted, focused, listed, mapped } from '../support/reading'
import { DRAWN_MAP, expectClean, open, openBlank, shows } from './support'

const WIDE = { noWebgl: true, width: 1440, height: 900 } as const
/** What must not stand anywhere in the page while it is hidden. */
const TELLING =
  /Third round ends|no deal yet|geneva-round-3|Vienna|Souda|Albusaidi posts|significant progress|17 Feb|lincoln-|ford-/
/** How far a ship could have sailed; the key has a line of the same kind. */
const CIRCLE = '#map .reach:not(.map-legend *)'
const wholePage = (page: Page) =>
  page.evaluate(() => {
    const { body, head, title } = document
    // The file of the story bears its name, and the countries and seas are those of the map.
    return [title, head.innerHTML.replace(/<style[\s\S]*?<\/style>/g, ''), body.outerHTML].join('\n')
  })
const query = (page: Page, key: string) => new URL(page.url()).searchParams.get(key)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a link hides on the map, on the timeline, in the list and in the page’s head; revealing restores', async () => {
  const visit = await open({ ...WIDE, path: '?hide=titles,dates,places,outcomes&event=geneva-round-3' })
  const { page } = visit
  await shows(page, '#quiz', '#map .map-main path.ground-land')
  expect(await wholePage(page)).not.toMatch(TELLING)
  expect(await page.locator('#map :is(.sea-shade, .reach, .join, .place, .ship)').count()).toBe(0)
  expect(await page.locator('#map .map-legend').textContent()).not.toMatch(/Happened|Carrier|sea|30 knots/)
  expect([await mapped(page), await charted(page)]).toEqual([[], []])
  expect((await listed(page)).every((id) => /^_\d+$/.test(id))).toBe(true)
  expect(page.url()).not.toMatch(/geneva|vienna/)

  await button(page, 'Reveal this event').click()
  await shows(page, '.events > [data-event="geneva-round-3"]')
  expect(await charted(page)).toEqual(['geneva-round-3'])
  expect(await mapped(page)).toEqual(['Geneva'])
  await becomes(() => focused(page)).toMatch(/Reveal this event/)
  await becomes(async () => query(page, 'told')).toBe('geneva-round-3')
  await becomes(() => page.locator('#status').textContent()).toBe('Told: Third round ends without a deal.')

  await button(page, 'Stop hiding').click()
  await becomes(async () => query(page, 'hide')).toBeNull()
  await becomes(() => mapped(page)).toContain('Vienna')
  expect(await page.locator('h1').textContent()).toMatch(/no deal yet/)
  expectClean(visit)
})

test('the way back tells nothing: only a press that says so ends the hiding', async () => {
  const { page } = await open({ ...WIDE })
  await page.locator('.events > [data-event="geneva-round-3"] button').first().click()
  await page.locator('.events > [data-event="vienna-technical-talks"] button').first().click()
  await becomes(async () => query(page, 'event')).toBe('vienna-technical-talks')
  await page.locator('#page-header').getByRole('button', { name: 'More', exact: true }).click()
  await button(page, 'For a class').click()
  const dialog = page.getByRole('dialog', { name: 'For a class' })
  await dialog.getByRole('checkbox', { name: 'Titles' }).check()
  await dialog.getByRole('button', { name: 'Start' }).click()
  await shows(page, '#quiz')
  await becomes(async () => query(page, 'hide')).toBe('titles')
  const before = await listed(page)
  await page.goBack()
  await becomes(async () => query(page, 'event')).not.toBe('vienna-technical-talks')
  expect(await page.locator('#quiz').isVisible()).toBe(true)
  expect(await listed(page)).toEqual(before)
  expect(await wholePage(page)).not.toMatch(/Third round ends|Albusaidi posts/)
  // And the address says so too, for who loads it anew.
  await becomes(async () => query(page, 'hide')).toBe('titles')
})

test.each([
  ['embed.html?hide=titles', '#quiz'],
  ['embed.html?exercise=place', '.exercise:not([hidden])'],
  ['embed.html?hide=places&present=1&step=the-round', '.present:not([hidden])'],
])('%s: a frame hides like the page', async (path, part) => {
  const visit = await open({ noWebgl: true, width: 900, height: 700, path })
  const { page } = visit
  await shows(page, part)
  await becomes(async () => (await listed(page)).length).toBeGreaterThan(5)
  expect((await listed(page)).every((id) => /^_\d+$/.test(id))).toBe(true)
  expect(await page.title()).not.toBe('…')
  expect(await page.locator('.credit').count()).toBeGreaterThan(0)
  expectClean(visit)
})

test('an edition that is kept hides like the page', async () => {
  const { page } = await open({ ...WIDE })
  const pinned = (await page.locator('meta[name="parley-pinned"]').getAttribute('content')) ?? ''
  await page.goto(new URL(`${pinned}?hide=titles`, inject('site')).href)
  await shows(page, '#quiz')
  expect((await listed(page)).every((id) => /^_\d+$/.test(id))).toBe(true)
  expect(await wholePage(page)).not.toMatch(/Third round ends|Albusaidi posts/)
})

test('what the map draws of a ship is gone while it is hidden, and there again after', async () => {
  const { page } = await open({ ...WIDE, path: '?hide=places&step=the-ford-sails' })
  await shows(page, '#quiz', '#map .map-main path.ground-land')
  const legend = page.locator('#map .map-legend')
  const drawn = async () => [
    await page.locator(CIRCLE).count(),
    (await page.locator('#map .sea-shade').count()) > 0,
    /30 knots/.test((await legend.textContent()) ?? ''),
  ]
  expect(await drawn()).toEqual([0, false, false])
  await button(page, 'Stop hiding').click()
  await becomes(drawn).toEqual([1, true, true])
})

test('presented, a step’s circle and its line in the key come with the answer', async () => {
  const { page } = await open({ noWebgl: true, width: 1280, height: 720, path: '?present=1&step=the-ford-sails' })
  await page.locator('html.presenting .present-question').waitFor()
  await shows(page, DRAWN_MAP)
  const drawn = async () => [
    await page.locator(CIRCLE).count(),
    /30 knots/.test((await page.locator('#map .map-legend').textContent()) ?? ''),
  ]
  expect(await drawn()).toEqual([0, false])
  await button(page, 'Reveal').click()
  await page.locator('.present-answer').waitFor()
  await becomes(drawn).toEqual([1, true])
})

test('presented, both exercises are whole on every projector, and large enough for the back of a room', async () => {
  const { page } = await open({ noWebgl: true, width: 1920, height: 1080, path: '?present=1&step=the-ford-sails&exercise=order' })
  /** By how much the panel overflows, and the least type of what is read and of all, in px of a screen of 1920 × 1080. */
  const seen = (panel: Locator) =>
    panel.evaluate((part) => {
      const unit = Math.min(innerWidth / 1920, innerHeight / 1080)
      const least = (selector: string) => {
        const shown = [...part.querySelectorAll(selector)].filter((each) => each.checkVisibility() && each.textContent !== '')
        return Math.min(...shown.map((each) => Number.parseFloat(getComputedStyle(each).fontSize) / unit))
      }
      const read = least(
        ':is(.exercise-title, .exercise-ask, .exercise-event, .exercise-verdict, .exercise-when, .exercise-file, .stands)',
      )
      return {
        over: [part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth],
        isLarge: [read >= 35.9, least('*') >= 23.9],
      }
    })
  const whole = { over: [0, 0], isLarge: [true, true] }
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const [name, address, actions] of [
      ['Put them in order', 'order', ['Check', 'Show the order']],
      ['Place it on the map', 'place', ['Answer', 'Show what the file says']],
    ] as const) {
      await page.goto(new URL(`?present=1&step=the-ford-sails&exercise=${address}`, page.url()).href)
      const panel = page.getByRole('region', { name })
      await panel.waitFor()
      if (address === 'place') await panel.getByRole('combobox', { name: 'Place' }).selectOption('rome')
      for (const action of ['', ...actions]) {
        if (action) await button(page, action).click()
        await becomes(() => seen(panel)).toEqual(whole)
      }
    }
  }
})

test('presented, a turn of the step leaves the exercise, and tells the step', async () => {
  const { page } = await open({ noWebgl: true, width: 1280, height: 720, path: '?present=1&step=the-ford-sails&exercise=order' })
  const panel = page.getByRole('region', { name: 'Put them in order' })
  await panel.waitFor()
  await page.keyboard.press('PageDown')
  await page.getByRole('heading', { name: 'A ship in a sea, and no more' }).waitFor()
  await panel.waitFor({ state: 'hidden' })
  expect([query(page, 'step'), query(page, 'exercise')]).toEqual(['only-a-sea', null])
})

test('what is hidden is never drawn, and stays hidden where the script that hides it does not load', async () => {
  const { page } = await openBlank(WIDE, new URL(inject('site')).origin)
  const address = new URL('?hide=titles', inject('site')).href
  /** Texts that a reader can see or hear. */
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, li, p, button')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .map((each) => each.textContent)
        .join('\n'),
    )
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/main-[\w-]+\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.events > [data-event="geneva-round-3"]').waitFor({ state: 'attached' })
  expect([await seen(), await page.title()]).toEqual(['', '…'])
  release()
  await shows(page, '#quiz')
  expect(await seen()).not.toMatch(/Third round ends|Albusaidi posts/)
  expect(await page.title()).not.toBe('…')

  await page.unroute(/main-[\w-]+\.js/)
  await page.route(/guide-[\w-]+\.js/, (route) => route.abort())
  await page.goto(address)
  await becomes(() => page.locator('#banner').textContent()).toMatch(/could not be loaded/)
  expect(await page.locator('#banner').isVisible()).toBe(true)
  expect(await wholePage(page)).not.toMatch(/Third round ends|Albusaidi posts/)

  await page.route(/main-[\w-]+\.js/, (route) => route.abort())
  await page.goto(address)
  await becomes(seen).toBe('A part of this page could not be loaded. Load the page again to go on.')
})

test('by keyboard: from “More” into the choice, and on to what is told next', async () => {
  const { page } = await open({ ...WIDE, bypassPolicy: true })
  await page.locator('#page-header').getByRole('button', { name: 'More', exact: true }).press('Enter')
  await button(page, 'For a class').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'For a class' })
  await dialog.waitFor()
  expect(await findings(page, 'dialog[open]')).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Titles' }).press('Space')
  await dialog.getByRole('button', { name: 'Start' }).press('Enter')
  await becomes(() => focused(page)).toMatch(/Reveal next/)
  await becomes(() => page.locator('#status').textContent()).toBe('Titles are hidden.')
  await page.keyboard.press('Enter')
  await becomes(async () => query(page, 'told')).toMatch(/^[a-z0-9-]+$/)
  await becomes(() => focused(page)).toMatch(/Reveal next/)
  expect(await findings(page)).toEqual([])
})

test('by keyboard: an event is placed in the list and on the map', async () => {
  const { page } = await open({ ...WIDE, path: '?exercise=place', bypassPolicy: true })
  const panel = page.getByRole('region', { name: 'Place it on the map' })
  await panel.waitFor()
  await becomes(() => mapped(page)).toContain('Choose Vienna')
  expect(await page.locator('#map .map-legend').textContent()).not.toMatch(/Planned|Happened/)
  await panel.getByRole('combobox', { name: 'Place' }).selectOption('rome')
  await button(page, 'Answer').press('Enter')
  await becomes(() => panel.locator('.exercise-verdict').textContent()).toMatch(/Rome/)
  await button(page, 'Next').press('Enter')
  await becomes(() => focused(page)).toMatch(/Choose a place/)
  await page.locator('.map-buttons').getByRole('button', { name: 'Choose St Kitts' }).press('Enter')
  await becomes(() => panel.locator('.exercise-verdict').textContent()).toMatch(/St Kitts/)
  await button(page, 'Show what the file says').press('Enter')
  await becomes(() => panel.textContent()).toMatch(/The file says: .*source/)
  expect(await findings(page)).toEqual([])
})

test('by keyboard, on a phone: five events are put in order', async () => {
  const { page } = await open({
    noWebgl: true,
    width: 390,
    height: 844,
    touch: true,
    path: '?exercise=order',
    bypassPolicy: true,
  })
  const panel = page.getByRole('region', { name: 'Put them in order' })
  await panel.waitFor()
  const titles = () => panel.locator('li bdi').allTextContents()
  const before = await titles()
  await panel.getByRole('button', { name: `Down: ${before[0]}` }).press('Enter')
  await becomes(titles).toEqual([before[1], before[0], ...before.slice(2)])
  expect(await focused(page)).toContain(`Down: ${before[0]}`)
  await button(page, 'Check').press('Enter')
  await becomes(() => panel.locator('.exercise-verdict').textContent()).toMatch(/^By the file/)
  const least = await panel
    .getByRole('button')
    .evaluateAll((all) =>
      Math.min(...all.flatMap((each) => [each.getBoundingClientRect().height, each.getBoundingClientRect().width])),
    )
  expect(least).toBeGreaterThanOrEqual(44)
  await button(page, 'Show the order').press('Enter')
  await becomes(() => panel.locator('.exercise-when').count()).toBe(5)
  expect(await findings(page)).toEqual([])
})

test('the detailed map stays as events are told, and shows what they tell', async () => {
  const { page } = await open({ width: 1440, height: 900, path: '?hide=places' })
  const canvas = page.locator('.map-main canvas')
  await canvas.waitFor()
  await page.waitForFunction(() => document.querySelector('.map-main .ground-land') === null)
  await canvas.evaluate((one) => one.setAttribute('data-first', ''))
  await button(page, 'Reveal all').click()
  await becomes(() => mapped(page)).toContain('Vienna')
  await page.locator('.map-main canvas[data-first]').waitFor()
  await page.waitForFunction(() => document.querySelector('.map-main .ground-land') === null)
  expect(await canvas.count()).toBe(1)
})
