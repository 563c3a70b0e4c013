import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type HostPage, type ServedHosts, serveHosts } from '../support/hosts/serve-hosts'
import { CLOSED, grow, NEAR_PX, openFirst, openHost, read, untilFits, untilFixed } from '../support/hosts/trial'
import { steady } from '../support/reading'
import { openBlank } from './support'

let hosts: ServedHosts
beforeAll(async () => {
  hosts = await serveHosts(`${inject('site')}embed.html`)
})
afterAll(() => hosts.close())

async function open(asked: HostPage): Promise<{ page: Page; frame: Frame; frames: readonly Frame[] }> {
  const { page } = await openBlank({ noWebgl: true }, new URL(inject('site')).origin)
  const frames = await openHost(page, hosts, asked)
  const [frame] = frames
  if (frame === undefined) throw new Error('The host shows no frame')
  return { page, frame, frames }
}

test('several scripts on one page each size their own frame', async () => {
  const { page, frames } = await open({
    hosts: ['datawrapper', 'pym', 'iframe-resizer-5', 'amp-now', 'h5p-old', 'own'],
    query: `${CLOSED}&parts=list`,
  })
  for (const frame of frames) expect(await untilFits(frame)).toMatchObject({ isFixed: false })
  // Longer than a frame waits for a host that does not follow: those out of view know their height only when they are seen.
  await page.waitForTimeout(2000)
  for (const frame of frames) expect(await read(frame)).toMatchObject({ isFixed: false })
  const [first, second] = frames
  if (first === undefined || second === undefined) throw new Error('Frames are missing')
  const before = (await read(first)).frame
  await grow(second)
  expect((await read(first)).frame).toBe(before)
})

test('without a script the frame keeps its height after a while, and follows a listener that comes later', async () => {
  const { page, frame } = await open({ hosts: ['none'], query: CLOSED })
  expect(await untilFixed(frame)).toMatchObject({ frame: 472, isFixed: true })
  // On paper the views do not scroll inside.
  await frame.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect((await read(frame)).isFixed).toBe(false)
  await frame.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect((await read(frame)).isFixed).toBe(true)
  await page.addScriptTag({ url: '/own-listener.js' })
  await expect.poll(async () => (await read(frame)).isFixed, { timeout: 20_000 }).toBe(false)
  const { frame: given, content } = await untilFits(frame)
  expect(Math.abs(given - content)).toBeLessThanOrEqual(NEAR_PX)
})

test('another frame on the page gets no answer and moves nothing, whatever it says; the host is answered', async () => {
  const { page, frame } = await open({ hosts: ['own'], query: `${CLOSED}&parts=list` })
  await untilFits(frame)
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    addEventListener('message', ({ data }) => heard.push(data))
  })
  const heardIn = (scope: Page | Frame | undefined) =>
    scope?.evaluate(() => (globalThis as unknown as { heard?: unknown[] }).heard?.length)
  // Fonts and later scripts may still change its height, which the host is told unasked.
  const before = await steady(() => Promise.resolve(heardIn(page)), 1000)
  await page.evaluate(() => {
    const sibling = document.createElement('iframe')
    sibling.srcdoc = `<script>
      heard = []
      addEventListener('message', ({ data }) => heard.push(data))
      for (const said of ['[iFrameSizer]other:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true',
        '[iFrameSizer]resize', { sentinel: 'amp', type: 'frames-init' }, { context: 'h5p', action: 'hello' }])
        parent.frames[0].postMessage(said, '*')
    </script>`
    document.body.append(sibling)
  })
  await expect.poll(() => page.frames().some((each) => each.url() === 'about:srcdoc')).toBe(true)
  const sibling = page.frames().find((each) => each.url() === 'about:srcdoc')
  await expect.poll(() => heardIn(sibling)).toBe(0)
  // Messages keep their order: what the host says after this is heard after what the other frame said.
  await page.waitForTimeout(300)
  expect([await heardIn(sibling), await heardIn(page)]).toEqual([0, before])
  await page.evaluate(() => frames[0]?.postMessage('[iFrameSizer]resize', '*'))
  await expect.poll(() => heardIn(page)).toBeGreaterThan(before ?? 0)
  expect(await heardIn(sibling)).toBe(0)
})

test('a frame of a fixed height says nothing and keeps the height from the first', async () => {
  const { page } = await openBlank({ noWebgl: true }, new URL(inject('site')).origin)
  await page.addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    addEventListener('message', ({ data }) => heard.push(data))
  })
  const [frame] = await openHost(page, hosts, { hosts: ['own'], query: '?resize=fixed' })
  if (frame === undefined) throw new Error('The host shows no frame')
  expect(await read(frame)).toMatchObject({ frame: 472, isFixed: true })
  // Longer than the poll, which would speak.
  await page.waitForTimeout(1200)
  expect(await page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([])
})

test('what a host writes into the address is nowhere in the page, and works after the frame has been loaded again', async () => {
  const { page, frame } = await open({ hosts: ['pym'], query: CLOSED })
  await untilFits(frame)
  await grow(frame)
  await frame.waitForFunction(() => !location.search.includes('event=-'))
  const { search, text } = await frame.evaluate(() => ({ search: location.search, text: document.documentElement.outerHTML }))
  expect(search).toMatch(/[?&]childId=talks-1$/)
  expect(text).not.toMatch(/talks-1|childId|parentUrl|A title of the host/)
  // The frame alone: its host keeps its script and its element.
  await frame.evaluate(() => setTimeout(() => location.reload()))
  await frame.waitForFunction(() => performance.getEntriesByType('navigation').some((each) => each.toJSON().type === 'reload'))
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('height', '300'))
  expect(await untilFits(frame)).toMatchObject({ isFixed: false })
})

test('content too high for any frame scrolls inside, until it is low enough again', async () => {
  const { page, frame } = await open({ hosts: ['own'], query: CLOSED })
  await untilFits(frame)
  await frame.evaluate(() => document.getElementById('screen')?.style.setProperty('padding-block-end', '4000px'))
  expect(await untilFixed(frame)).toMatchObject({ isFixed: true })
  await expect.poll(async () => (await read(frame)).frame).toBe(4000)
  await openFirst(frame)
  await page.waitForTimeout(300)
  expect(await read(frame)).toMatchObject({ frame: 4000, isFixed: true })
  await frame.evaluate(() => document.getElementById('screen')?.style.removeProperty('padding-block-end'))
  await openFirst(frame)
  expect(await untilFits(frame)).toMatchObject({ isFixed: false })
})
