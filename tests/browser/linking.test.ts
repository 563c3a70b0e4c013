import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { becomes, comeToRest, focused, markOf, placeButton, rowOf, selection, standing, titleButton } from '../support/reading'
import { open } from './support'

const VIENNA = 'vienna-technical-talks'
const VIENNA_TITLE = 'Technical talks planned for Vienna'
const OMAN = 'albusaidi-post'
const OMAN_TITLE = 'Albusaidi posts'

async function openAtRest(path = ''): Promise<Page> {
  // The drawn map has the same marks, and stands sooner than WebGL on a processor.
  const { page } = await open({ path, width: 1440, height: 900, noWebgl: true })
  await comeToRest(page)
  return page
}

/** In which of the three views the event is lifted. */
const lifted = (page: Page, id: string, place: string) =>
  page.evaluate(
    ([id, place]) => {
      const button = [...document.querySelectorAll('.map-target')].find((each) => each.ariaLabel?.startsWith(place ?? ''))
      const key = button?.getAttribute('data-key')
      const mark = [...document.querySelectorAll('.map-over .place, .map-over .ship')].find(
        (each) => each.getAttribute('data-key') === key,
      )
      return {
        list: document.querySelector(`.events > [data-event="${id}"]`)?.hasAttribute('data-hovered'),
        timeline: document.getElementById(`timeline-${id}`)?.classList.contains('lifted'),
        map: mark?.classList.contains('lifted'),
      }
    },
    [id, place],
  )
const EVERYWHERE = { list: true, timeline: true, map: true }
const NOWHERE = { list: false, timeline: false, map: false }

/** The middle of a mark's shape on the timeline. */
async function middleOf(page: Page, id: string): Promise<readonly [number, number]> {
  const box = await markOf(page, id).locator('.shape').boundingBox()
  if (!box) throw new Error(`${id} is not drawn on the timeline.`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

const HOVERS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: (page) => rowOf(page, VIENNA).hover(),
  timeline: async (page) => page.mouse.move(...(await middleOf(page, VIENNA))),
  map: (page) => placeButton(page, 'Vienna').hover(),
}

for (const [view, hover] of Object.entries(HOVERS)) {
  test(`hovering an event in the ${view} lifts it in all three views; nothing moves and the focus stays`, async () => {
    const page = await openAtRest()
    await rowOf(page, VIENNA).scrollIntoViewIfNeeded()
    await page.getByRole('tab', { name: 'Events' }).focus()
    const [before, focus] = [await standing(page), await focused(page)]
    await hover(page)
    await becomes(() => lifted(page, VIENNA, 'Vienna')).toEqual(EVERYWHERE)
    expect(await standing(page)).toEqual(before)
    expect(await focused(page)).toBe(focus)
  })
}

test('leaving an event puts it down in all three views', async () => {
  const page = await openAtRest()
  await placeButton(page, 'Vienna').hover()
  await becomes(() => lifted(page, VIENNA, 'Vienna')).toEqual(EVERYWHERE)
  await page.locator('h1').hover()
  await becomes(() => lifted(page, VIENNA, 'Vienna')).toEqual(NOWHERE)
})

const FOCUSES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: (page) => titleButton(page, VIENNA_TITLE).focus(),
  timeline: async (page) => {
    await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
    await page.keyboard.press('End')
  },
  map: (page) => placeButton(page, 'Vienna').focus(),
}

for (const [view, focus] of Object.entries(FOCUSES)) {
  test(`focusing an event in the ${view} lifts it in all three views, opens nothing and moves neither map nor window`, async () => {
    const page = await openAtRest()
    await rowOf(page, VIENNA).scrollIntoViewIfNeeded()
    const before = await standing(page)
    await focus(page)
    await becomes(() => lifted(page, VIENNA, 'Vienna')).toEqual(EVERYWHERE)
    expect(await standing(page)).toEqual(before)
    expect((await selection(page)).list).toEqual(['geneva-round-3'])
  })
}

const IS_VIENNA = { list: [VIENNA], timeline: [VIENNA], map: ['Vienna'] }

const SELECTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'pressing its title in the list': (page) => titleButton(page, VIENNA_TITLE).click(),
  'pressing its mark on the timeline': async (page) => page.mouse.click(...(await middleOf(page, VIENNA))),
  'Enter on its option of the timeline': async (page) => {
    await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
  },
  'pressing its place on the map': (page) => placeButton(page, 'Vienna').click(),
  'Enter on its place on the map': (page) => placeButton(page, 'Vienna').press('Enter'),
}

for (const [name, select] of Object.entries(SELECTS)) {
  test(`${name} opens an event in the list and marks it on timeline and map, and neither moves while it is in view`, async () => {
    const page = await openAtRest()
    const { days, map } = await standing(page)
    await select(page)
    await becomes(() => selection(page)).toEqual(IS_VIENNA)
    await expect.poll(() => rowOf(page, VIENNA).getByRole('group', { name: 'Who says what' }).isVisible()).toBe(true)
    await comeToRest(page)
    const after = await standing(page)
    expect(after.days).toEqual(days)
    expect(after.map).toEqual(map)
  })
}

test('what is opened elsewhere is scrolled into the list', async () => {
  const page = await openAtRest()
  await page.locator('#events').evaluate((pane) => pane.scrollTo(0, 0))
  await placeButton(page, 'Vienna').click()
  await becomes(() => inPane(page, VIENNA)).toBe(true)
})

const inPane = (page: Page, id: string) =>
  rowOf(page, id)
    .getByRole('heading', { level: 3 })
    .evaluate((heading) => {
      const [own, pane] = [heading.getBoundingClientRect(), document.querySelector('#events')?.getBoundingClientRect()]
      return pane !== undefined && own.top >= pane.top && own.bottom <= pane.bottom
    })

test('a place with several events lists them; one chosen there opens everywhere', async () => {
  const page = await openAtRest()
  const places = page.getByRole('group', { name: words.map.atPlace('Geneva') })
  await placeButton(page, 'Geneva').click()
  await places.waitFor()
  await page.keyboard.press('Escape')
  await places.waitFor({ state: 'hidden' })
  expect((await selection(page)).list).toEqual(['geneva-round-3'])
  await placeButton(page, 'Geneva').click()
  await places.getByRole('button', { name: /Second round/ }).click()
  await becomes(() => selection(page)).toEqual({
    list: ['geneva-round-2026-2'],
    timeline: ['geneva-round-2026-2'],
    map: ['Geneva'],
  })
})

test('the map moves to a selected event that is out of its view', async () => {
  const page = await openAtRest(`?event=${OMAN}&map=70,20,4`)
  await becomes(() => placeButton(page, 'Vienna').count()).toBe(0)
  await titleButton(page, VIENNA_TITLE).click()
  await becomes(() => placeButton(page, 'Vienna').count()).toBe(1)
  await becomes(() => selection(page)).toEqual(IS_VIENNA)
})

test('the map comes back to an event that was selected before and left its view since', async () => {
  const page = await openAtRest(`?event=${VIENNA}`)
  for (let step = 0; step < 5; step += 1) await page.getByRole('button', { name: 'Move south' }).press('Enter')
  await becomes(() => placeButton(page, 'Vienna').count()).toBe(0)
  await titleButton(page, OMAN_TITLE).click()
  await titleButton(page, VIENNA_TITLE).click()
  await becomes(() => placeButton(page, 'Vienna').count()).toBe(1)
})

test('the map stays where a selected event is in view already', async () => {
  const page = await openAtRest(`?event=${VIENNA}&map=58,24,4`)
  const { map } = await standing(page)
  await titleButton(page, OMAN_TITLE).click()
  await becomes(async () => (await selection(page)).list).toEqual([OMAN])
  expect((await standing(page)).map).toEqual(map)
})

test('the timeline brings a selected event into its window', async () => {
  const page = await openAtRest(`?event=${OMAN}&window=2026-02-01/2026-02-10`)
  expect(await markOf(page, VIENNA).locator('.shape').count()).toBe(0)
  await titleButton(page, VIENNA_TITLE).click()
  await becomes(() => isOnPlot(page, VIENNA)).toBe(true)
})

const isOnPlot = async (page: Page, id: string): Promise<boolean> => {
  if ((await markOf(page, id).locator('.shape').count()) === 0) return false
  const [shape, ground] = [
    await markOf(page, id).locator('.shape').boundingBox(),
    await page.locator('#timeline .plot .ground').boundingBox(),
  ]
  return shape !== null && ground !== null && shape.x >= ground.x && shape.x + shape.width <= ground.x + ground.width
}

test('pressing the title of the open event closes it everywhere', async () => {
  const page = await openAtRest(`?event=${VIENNA}`)
  await titleButton(page, VIENNA_TITLE).click()
  await becomes(() => selection(page)).toEqual({ list: [], timeline: [], map: [] })
})
