import type { Frame } from 'playwright-core'
import { expect, test } from 'vitest'
import { becomes } from '../support/reading'
import { openHost } from './frames'
import { shows } from './support'

/** What a reader has done in a frame, and where it stands. */
const standing = (frame: Frame) =>
  frame.evaluate(() => ({
    address: location.search,
    open: [...document.querySelectorAll<HTMLElement>('.events > li[aria-current]')].map((row) => row.dataset.event),
    dialog: document.querySelector('dialog[open]')?.id ?? null,
    theme: document.documentElement.dataset.theme,
    marks: [...document.querySelectorAll('#map .map-over .place, #timeline [role="option"]')].map((mark) =>
      // Laid out anew, a sum may differ in its last digit.
      mark.getAttribute('transform')?.replace(/\d+\.\d+/g, (px) => Number(px).toFixed(3)),
    ),
  }))

test('two embeds on one page, in different states, know nothing of each other, and Back stays the host’s', async () => {
  const queries = ['?event=geneva-round-3&resize=fixed', '?event=vienna-technical-talks&lanes=party&theme=dark&resize=fixed']
  const { page, frames, errors } = await openHost(
    (site) =>
      queries
        .map((query) => `<iframe title="Talks" width="1000" height="740" src="${site}embed.html${query}"></iframe>`)
        .join(''),
    { scene: { noWebgl: true, width: 2060 } },
  )
  const [left, right] = frames
  if (!left || !right) throw new Error('two frames wanted')
  for (const frame of frames) await shows(frame, '#timeline .axis text', '#map .map-over .place')
  const entries = await page.evaluate(() => history.length)
  const before = await standing(right)
  expect(before).toMatchObject({ address: queries[1], open: ['vienna-technical-talks'], theme: 'dark' })

  await left.locator('[data-event="iran-offer"] button').first().click()
  await becomes(async () => (await standing(left)).address).toBe('?event=iran-offer&resize=fixed')
  await left.locator('#map').getByRole('button', { name: 'Zoom in' }).click()
  await left.locator('#events li[aria-current] button').first().press('?')
  await becomes(async () => (await standing(left)).dialog).not.toBeNull()
  await page.keyboard.press('Escape')
  await becomes(async () => (await standing(left)).dialog).toBeNull()

  expect(await standing(right)).toEqual(before)
  expect(await page.evaluate(() => [history.length, scrollX, scrollY])).toEqual([entries, 0, 0])
  expect(errors).toEqual([])
})
