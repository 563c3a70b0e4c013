import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { HOST_SCRIPTS, type HostName, type HostScript } from '../support/hosts/host-scripts'
import { type HostPage, type ServedHosts, serveHosts } from '../support/hosts/serve-hosts'
import { CLOSED, filter, grow, NEAR_PX, openHost, type Reading, shrink, untilFits, untilFixed } from '../support/hosts/trial'
import { openBlank } from './support'

/* Frames have 1.5 s, and 2 s out of view; twice that here, where other tests run beside. `npm run embed-table` tells the times. */
const FIRST_MS = 3000
/** Where the reader filters too: a host that finds its frame by window, one by an id, one by a handshake, and our own. */
const FILTERED: ReadonlySet<HostName> = new Set(['datawrapper', 'pym', 'iframe-resizer-5', 'own'])
const BELOW_MS = 4000

let hosts: ServedHosts
beforeAll(async () => {
  hosts = await serveHosts(`${inject('site')}embed.html`)
})
afterAll(() => hosts.close())

async function blank(): Promise<Page> {
  return (await openBlank({ noWebgl: true }, new URL(inject('site')).origin)).page
}

function expectFits(reading: Reading, withinMs: number): void {
  expect(Math.abs(reading.frame - reading.content), JSON.stringify(reading)).toBeLessThanOrEqual(NEAR_PX)
  expect(reading.isFixed).toBe(false)
  expect(reading.ms).toBeLessThanOrEqual(withinMs)
}

/** In view, after its content grew and shrank, below the screen, and in a sandbox. */
async function expectSized(host: HostName): Promise<void> {
  const page = await blank()
  const { reachesSandbox, low = '' }: HostScript = HOST_SCRIPTS[host]
  /** All views once; then less, which is there sooner. */
  const short = low || '&parts=list'
  const open = async (more: Partial<HostPage>, parts = short) => {
    const [frame] = await openHost(page, hosts, { hosts: [host], query: CLOSED + parts, ...more })
    if (frame === undefined) throw new Error('The host shows no frame')
    return frame
  }
  const inView = await open({}, low)
  expectFits(await untilFits(inView), FIRST_MS)
  expectFits(await grow(inView), FIRST_MS)
  expectFits(await shrink(inView), FIRST_MS)
  if (FILTERED.has(host)) expectFits(await filter(inView), FIRST_MS)
  const below = await open({ isBelow: true })
  expectFits(await untilFits(below), BELOW_MS)
  expectFits(await grow(below), BELOW_MS)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  const sandboxed = await open({ sandbox: 'allow-scripts' })
  expect(await sandboxed.evaluate(() => origin)).toBe('null')
  if (reachesSandbox) expectFits(await untilFits(sandboxed), FIRST_MS)
  else expect(await untilFixed(sandboxed)).toMatchObject({ frame: 472, isFixed: true })
}

const SIZED = [
  'datawrapper', 'datawrapper-old', 'pym', 'iframe-resizer-4', 'iframe-resizer-5', 'sidechain', 'frames', 'amp', 'h5p', 'own',
] as const // biome-ignore format: one list

for (const host of SIZED) {
  test(`${HOST_SCRIPTS[host].name} gives the frame its height`, async () => {
    await expectSized(host)
  })
}

test('WordPress shows the frame when it has said its secret, and gives it heights up to 1000 px', async () => {
  await expectSized('wordpress')
  const page = await blank()
  const [frame] = await openHost(page, hosts, { hosts: ['wordpress'] })
  if (frame === undefined) throw new Error('WordPress shows no frame')
  expect(await untilFixed(frame)).toMatchObject({ frame: 1000, isFixed: true })
  expect(await page.locator('blockquote').isVisible()).toBe(false)
  expect(await page.locator('iframe').isVisible()).toBe(true)
  expect(await frame.evaluate(() => document.documentElement.outerHTML)).not.toContain('Ab12Cd34Ef')
})
