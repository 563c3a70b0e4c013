import { expect, inject, test } from 'vitest'
import { expectClean, open } from './support'

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

const policyOf = (response: Response) => (response.headers.get('content-security-policy') ?? '').split('; ')

test('the page and its scripts are sent with the strict policy', async () => {
  const page = await fetch(inject('site'))
  const script = /src="(\.\/assets\/main-[^"]+)"/.exec(await page.text())?.[1] ?? ''
  for (const response of [page, await fetch(new URL(script, inject('site')))]) {
    const [styles, ...others] = policyOf(response).filter((each) => each.startsWith('style-src'))
    expect(others).toEqual([])
    expect(styles).toMatch(/^style-src 'self'( 'sha256-[\w+/]{43}=')+$/)
    expect(policyOf(response).filter((each) => each !== styles)).toEqual(DIRECTIVES)
  }
})

test('the other headers keep types, referrers and devices', async () => {
  const { headers } = await fetch(inject('site'))
  const sent = Object.fromEntries(headers)
  expect(sent).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'permissions-policy': 'geolocation=(), camera=(), microphone=(), payment=(), usb=()',
  })
})

test('on a host that sends no headers the page brings the same policy, but for frame-ancestors', async () => {
  const response = await fetch(inject('site'))
  const inPage = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await response.text())?.[1] ?? ''
  expect(inPage.split('; ')).toEqual(policyOf(response).filter((each) => !each.startsWith('frame-ancestors')))
})

test('the page loads, map and all, without breaking its policy or asking another site', async () => {
  expectClean(await open())
})

test('text cannot become markup or script', async () => {
  const { page } = await open()
  const thrown = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>markup</b>')
      return 'nothing'
    } catch (error) {
      return String(error)
    }
  })
  expect(thrown).toContain('TrustedHTML')
})

test('nothing is stored on the reader’s machine', async () => {
  const { page } = await open()
  expect(await page.context().cookies()).toEqual([])
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 })
})
