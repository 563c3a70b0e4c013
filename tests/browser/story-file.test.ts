import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { becomes, comeToRest, listed, placeButton, titleButton } from '../support/reading'
import { expectClean, host, open, openBlank, type Visit } from './support'

const STORY = 'data/us-iran-2026.json'
const BUILT_TITLE = 'Three rounds of talks, two carriers, no deal yet'

interface StoryText {
  title: string
  edition: { number: number; published: string }
  events: { id: string; when?: string; title: string }[]
}

/** The published file, changed by `change`. */
async function fileWith(change: (story: StoryText) => void): Promise<string> {
  const story: StoryText = JSON.parse(await readFile(join(inject('dist'), STORY), 'utf8'))
  change(story)
  return JSON.stringify(story, null, 2)
}

const visitWith = async (file: string): Promise<Visit> =>
  open({ site: await host({ replace: { [STORY]: file } }), noWebgl: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const banner = (page: Page) => page.locator('#banner')

test('a newer file on the server takes the place of the story that came with the page, and the page says so', async () => {
  const visit = await visitWith(
    await fileWith((story) => {
      story.title = 'A newer story'
      story.edition = { number: 2, published: '2026-12-01' }
      for (const event of story.events) if (event.id === 'vienna-technical-talks') event.title = 'Talks in Vienna, corrected'
    }),
  )
  await becomes(() => heading(visit.page)).toBe('A newer story')
  await becomes(() => banner(visit.page).textContent()).toMatch(/updated after this page was built.*Edition 2/)
  expect(await visit.page.title()).toBe('A newer story')
  await becomes(() => titleButton(visit.page, 'Talks in Vienna, corrected').count()).toBe(1)
  expectClean(visit)
})

test('after the newer story has come, the page works as before and stands once', async () => {
  const { page } = await visitWith(await fileWith((story) => Object.assign(story, { title: 'A newer story' })))
  await becomes(() => heading(page)).toBe('A newer story')
  await comeToRest(page)
  await placeButton(page, 'Vienna').press('Enter')
  await becomes(() => titleButton(page, 'Technical talks planned').getAttribute('aria-expanded')).toBe('true')
  const once = ['.map', '.timeline', 'ol.events', 'h1', '.about', '#timeline-help', '[role="listbox"]']
  const counts = await page.evaluate((all) => all.map((each) => document.querySelectorAll(each).length), once)
  expect(counts).toEqual(once.map(() => 1))
})

test('a file that differs only in its layout changes nothing and says nothing', async () => {
  const visit = await visitWith(JSON.stringify(JSON.parse(await fileWith(() => undefined))))
  await comeToRest(visit.page)
  expect(await heading(visit.page)).toBe(BUILT_TITLE)
  expect(await banner(visit.page).isVisible()).toBe(false)
  expectClean(visit)
})

test('a broken file leaves the story that came with the page, and one sentence says why, with the issue', async () => {
  const visit = await visitWith(`${(await fileWith(() => undefined)).slice(0, 2000)}`)
  const sentence = banner(visit.page).locator('p')
  await becomes(() => sentence.allTextContents()).toHaveLength(1)
  expect(await sentence.textContent()).toMatch(
    /^The story’s file on the server cannot be read \(.+\)\. Shown is the version that came/,
  )
  expect(await heading(visit.page)).toBe(BUILT_TITLE)
  expect((await listed(visit.page)).length).toBe(29)
  await banner(visit.page).locator('summary', { hasText: 'What is wrong with the file' }).click()
  const issues = banner(visit.page).getByRole('listitem')
  await becomes(() => issues.first().isVisible()).toBe(true)
  // Line and column, then what to do.
  expect(await issues.first().textContent()).toMatch(/^\d+:\d+ error /)
  expectClean(visit)
})

test('one event that cannot be read is left out and listed, and the rest of the newer file is shown', async () => {
  const visit = await visitWith(
    await fileWith((story) => {
      story.title = 'A newer story'
      for (const event of story.events) if (event.id === 'muscat-round-2026-1') event.when = '2026-13-45'
    }),
  )
  await becomes(() => heading(visit.page)).toBe('A newer story')
  const list = await listed(visit.page)
  expect(list).toHaveLength(28)
  expect(list).not.toContain('muscat-round-2026-1')
  await becomes(() => banner(visit.page).locator('p').textContent()).toContain('One record of the file has an error')
  await banner(visit.page).locator('summary').click()
  const issue = banner(visit.page).getByRole('listitem').first()
  await becomes(() => issue.isVisible()).toBe(true)
  expect(await issue.textContent()).toMatch(/\/events\/\d+\/when .*13/)
  expectClean(visit)
})

test('text of the file stays text: markup in a title is shown as it is written', async () => {
  const visit = await visitWith(await fileWith((story) => Object.assign(story, { title: '<img src=x onerror=alert(1)>' })))
  await becomes(() => heading(visit.page)).toBe('<img src=x onerror=alert(1)>')
  expect(await visit.page.locator('h1 img').count()).toBe(0)
  expectClean(visit)
})

/** The browser itself writes one line on the console for a request that is refused; the page adds none. */
async function expectBuiltStoryInSilence({ page, errors, violations }: Visit): Promise<void> {
  await comeToRest(page)
  expect(await heading(page)).toBe(BUILT_TITLE)
  expect((await listed(page)).length).toBe(29)
  expect(await banner(page).isVisible()).toBe(false)
  expect(errors.filter((error) => !/^Failed to load resource: /.test(error))).toEqual([])
  expect(errors.length).toBeLessThanOrEqual(1)
  expect(violations).toEqual([])
}

test('where the file fails, the built story stays and the page says nothing', async () => {
  await expectBuiltStoryInSilence(await open({ site: await host({ fail: [STORY] }), noWebgl: true }))
})

for (const [name, answer] of Object.entries({
  'is not there': { status: 404, body: 'Not found' },
  'is a page of the host instead': { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' },
})) {
  test(`where the file ${name}, the built story stays and the page says nothing`, async () => {
    const site = inject('site')
    const visit = await openBlank({ noWebgl: true }, new URL(site).origin)
    await visit.page.route(`**/${STORY}`, (route) => route.fulfill(answer))
    await visit.page.goto(site, { waitUntil: 'networkidle' })
    await expectBuiltStoryInSilence(visit)
  })
}

/** A window in which WebGL on a processor is quick, and time for a machine that has much else to do. */
const SMALL = { width: 700, height: 600 }
const PATIENT = 90_000
const drawnLand = (page: Page) => page.locator('.map-main path.ground-land').isVisible()
const note = (page: Page) => page.locator('.map-note')

async function expectDrawnMap(page: Page): Promise<void> {
  await expect.poll(() => drawnLand(page), { timeout: 40_000 }).toBe(true)
  await expect.poll(() => note(page).isVisible(), { timeout: 40_000 }).toBe(true)
  expect(await note(page).textContent()).toBe(words.map.simple)
  await becomes(() => placeButton(page, 'Vienna').count()).toBe(1)
}

test('without WebGL the map is drawn, and one line says why', async () => {
  const visit = await open({ noWebgl: true })
  await expectDrawnMap(visit.page)
  expect(await visit.page.locator('.map-main canvas').count()).toBe(0)
  expectClean(visit)
})

test(
  'where the map’s worker fails, the map is drawn, and one line says why',
  async () => {
    const html = await readFile(join(inject('dist'), 'index.html'), 'utf8')
    const worker = /<meta name="parley-map-worker" content="\.\/([^"]+)"/.exec(html)?.[1] ?? ''
    expect(worker).not.toBe('')
    const { page } = await open({ site: await host({ fail: [worker] }), ...SMALL })
    await expectDrawnMap(page)
  },
  PATIENT,
)

test(
  'where the map’s WebGL is lost for good, the drawn map comes back, and one line says why',
  async () => {
    const { page } = await open(SMALL)
    await comeToRest(page)
    expect(await drawnLand(page).catch(() => false)).toBe(false)
    await page.locator('.map-main canvas').evaluate((canvas) => {
      const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('webgl2') : null
      context?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await expectDrawnMap(page)
  },
  PATIENT,
)

test(
  'where WebGL works, the detailed map stands and no line is written',
  async () => {
    const visit = await open(SMALL)
    await comeToRest(visit.page)
    expect(await visit.page.locator('.map-main canvas').isVisible()).toBe(true)
    expect(await note(visit.page).isVisible()).toBe(false)
    expectClean(visit)
  },
  PATIENT,
)
