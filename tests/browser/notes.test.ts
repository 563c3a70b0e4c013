import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, test } from 'vitest'
import { openHost } from './frames'
import { expectClean, open, openBlank } from './support'

const NOTE = '09:00 in Crete is 08:00 in Geneva'

test('the notes and the screen go together both ways, and the screen holds no note (C05)', async () => {
  const visit = await open({ path: '?present=1&step=rubio-far-away', noWebgl: true })
  const { page } = visit
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Notes' }).click()])
  await notes.getByText('This window and the screen go together.').waitFor()
  await notes.getByRole('heading', { name: 'Said on an island, about talks in Geneva' }).waitFor()
  await page.keyboard.press('PageDown')
  await notes.getByText(NOTE).waitFor()
  await notes.getByRole('region', { name: 'Next' }).getByText('A ship in a sea, and no more').waitFor()
  expect(await page.content()).not.toContain(NOTE)
  await notes.getByRole('button', { name: 'Reveal the answer' }).click()
  await page.getByText('At 30 knots for 13 hours: 722 km.').waitFor()
  // A second press brings the same window to the front, and its timer runs on.
  await notes.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Notes' }).click()
  expect(page.context().pages().length).toBe(2)
  expect(await notes.getByRole('button', { name: 'Pause' }).isVisible()).toBe(true)
  await notes.getByRole('button', { name: 'Blank the screen' }).click()
  await page.getByRole('button', { name: /^Screen blanked/ }).waitFor()
  await notes.getByText('The screen is blank: any button shows it again.').waitFor()
  await notes.getByRole('button', { name: 'Show the screen' }).click()
  await page.locator('.present-title').waitFor()
  await notes.keyboard.press('PageDown')
  await expect.poll(() => page.title()).toMatch(/^Step 7 of 8: A ship in a sea/)
  // The window goes on with a screen that is loaded anew.
  await page.reload()
  await page.locator('html.presenting .present-title').waitFor()
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Home')
        return notes.getByRole('heading', { level: 2 }).textContent()
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBe('A day of talks in Geneva')
  await page.keyboard.press('End')
  await notes.getByRole('heading', { name: 'Two cities with a history' }).waitFor()
  // Also a page that was loaded anew knows the window by now.
  await page.getByRole('button', { name: 'Notes' }).click()
  expect(await notes.getByRole('button', { name: 'Pause' }).isVisible()).toBe(true)
  await page.close()
  await notes.getByText('The window with the story is closed.', { exact: false }).waitFor()
  expectClean(visit)
})

test('they know what is hidden from the class, and reveal it from their window', async () => {
  const visit = await open({ path: '?present=1&step=the-round&hide=titles', noWebgl: true })
  const { page } = visit
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Notes' }).click()])
  const hidden = 'Hidden from the class: titles of every event that is not told.'
  await notes.getByText(`${hidden} The open event is not told yet.`).waitFor()
  await notes.getByRole('button', { name: 'Reveal the event' }).click()
  // The page is made anew, and goes on with this window.
  await notes.getByText(`${hidden} The open event is told.`).waitFor()
  await notes.getByRole('button', { name: 'Reveal the answer' }).click()
  await page.locator('.present-answer').waitFor()
  await notes.getByRole('button', { name: 'Hide the answer' }).waitFor()
  await page.getByRole('button', { name: 'Notes' }).click()
  expect(page.context().pages().length).toBe(2)
  expectClean(visit)
})

test('in another site’s frame that forbids windows they say what to do, and offer no link that would be refused', async () => {
  const { page, frames } = await openHost(
    (site) =>
      `<iframe sandbox="allow-scripts allow-same-origin" src="${site}embed.html?present=1&step=the-round" width="1000" height="620"></iframe>`,
    { scene: { noWebgl: true } },
  )
  const [frame] = frames
  await frame?.getByRole('button', { name: 'Notes' }).click()
  await frame?.getByText('Open the story on its own page and present there', { exact: false }).waitFor()
  expect(await frame?.locator('.present-message a').count()).toBe(0)
  expect(page.context().pages().length).toBe(1)
})

test('they work from a frame in another site’s page (C06)', async () => {
  const site = inject('site')
  const markup = `<!doctype html><title>Host</title><iframe src="${site}embed.html?present=1&step=the-round" width="1000" height="620"></iframe>`
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(markup))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const visit = await openBlank({ noWebgl: true }, new URL(site).origin)
    const { page } = visit
    await page.goto(origin, { waitUntil: 'load' })
    const frame = page.frameLocator('iframe')
    const [notes] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('button', { name: 'Notes' }).click()])
    await notes.getByRole('heading', { name: 'A day of talks in Geneva' }).waitFor()
    await notes.getByRole('button', { name: 'Next', exact: true }).click()
    await frame.getByRole('heading', { name: 'One round, several accounts' }).waitFor()
    expect(visit.violations).toEqual([])
  } finally {
    server.close()
  }
})

test('where the browser blocks the window, the page says what to do, and the notes open as a tab (C06)', async () => {
  const visit = await open({ path: '?present=1&step=the-round', noWebgl: true })
  const { page } = visit
  await page.evaluate(() => {
    window.open = () => null
  })
  await page.getByRole('button', { name: 'Notes' }).click()
  await page.getByText('Allow pop-up windows for this site', { exact: false }).waitFor()
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Notes in a tab' }).click()])
  await notes.getByRole('heading', { name: 'A day of talks in Geneva' }).waitFor()
  await page.keyboard.press('PageDown')
  await notes.getByRole('heading', { name: 'One round, several accounts' }).waitFor()
})

test('a page that keeps its edition has notes to its own story', async () => {
  const visit = await open({ noWebgl: true })
  const { page } = visit
  const pinned = (await page.locator('meta[name="parley-pinned"]').getAttribute('content')) ?? ''
  await page.goto(new URL(`${pinned}?present=1&step=rubio-far-away`, inject('site')).href)
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Notes' }).click()])
  await notes.getByRole('heading', { name: 'Said on an island, about talks in Geneva' }).waitFor()
  expect(notes.url()).toMatch(/\/pinned\/1-[0-9a-f]{8}-notes\.html$/)
  await notes.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('heading', { name: 'A ship leaves port' }).waitFor()
  expect(await notes.evaluate(() => document.fonts.check('16px "Source Serif 4"'))).toBe(true)
  expectClean(visit)
})
