import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { launch } from '../../src/build/browser'
import { type Served, type ServeOptions, serve } from '../../src/build/serve'

/** How the page is opened; a wide, light window with script and WebGL where nothing else is said. */
export interface Scene {
  /** Query or path after the site's address, such as `?event=geneva-session`. */
  readonly path?: string
  /** Another address than that of the site under test, with a slash at the end. */
  readonly site?: string
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  readonly touch?: boolean
  readonly noScript?: boolean
  readonly noWebgl?: boolean
  /** Switches the page's policy off, for tools that put their own script into it. */
  readonly bypassPolicy?: boolean
  readonly context?: BrowserContextOptions
}

/** An open page and what went wrong in it since. */
export interface Visit {
  readonly page: Page
  /** Errors on the console and exceptions nobody caught. */
  readonly errors: readonly string[]
  /** What the policy or Trusted Types refused, in any frame. */
  readonly violations: readonly string[]
  /** Requests to other origins than the site's. */
  readonly foreign: readonly string[]
  /** Every request, in order. */
  readonly requests: readonly string[]
}

/** The map's ground as it is drawn where MapLibre cannot be had. */
export const DRAWN_MAP = '#map .map-main path.ground-land'

const browsers = new Map<boolean, Promise<Browser>>()
const contexts: BrowserContext[] = []
const hosts: Served[] = []

/** Closes what a test has opened. The browsers stay for the files that follow, and end with their process. */
export async function endVisits(): Promise<void> {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  await Promise.all(hosts.splice(0).map((served) => served.close()))
}

/** Serves the build from a host of its own, which ends with the test; gives its address, with a slash at the end. */
export async function host(options: Partial<ServeOptions>): Promise<string> {
  const served = await serve({ root: inject('dist'), ...options })
  hosts.push(served)
  return served.url
}

/** Opens the site in a new context, which ends with the test, and waits until it has come to rest. */
export async function open(scene: Scene = {}): Promise<Visit> {
  const site = scene.site ?? inject('site')
  const visit = await openBlank(scene, new URL(site).origin)
  await visit.page.goto(new URL(scene.path ?? '', site).href, { waitUntil: 'load' })
  await (scene.noWebgl && !scene.noScript ? whole(visit.page) : settle(visit.page))
  return visit
}

/** The same without going anywhere. `origin` is the one that requests may go to. */
export async function openBlank(scene: Scene, origin: string): Promise<Visit> {
  const context = await (await browserFor(!scene.noWebgl)).newContext({
    viewport: { width: scene.width ?? 1280, height: scene.height ?? 800 },
    colorScheme: scene.dark ? 'dark' : 'light',
    hasTouch: scene.touch ?? false,
    isMobile: scene.touch ?? false,
    javaScriptEnabled: !scene.noScript,
    bypassCSP: scene.bypassPolicy ?? false,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    ...scene.context,
  })
  contexts.push(context)
  const page = await context.newPage()
  const errors: string[] = []
  const violations: string[] = []
  const foreign: string[] = []
  const requests: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    requests.push(request.url())
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) foreign.push(request.url())
  })
  if (!scene.noScript) await reportViolations(context, violations)
  return { page, errors, violations, foreign, requests }
}

/** Until no request has been under way for half a second and the page has drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(100)
}

/** Until the drawn map and every script that the page loads by itself are there; where one cannot come, until the page has settled. */
async function whole(page: Page): Promise<void> {
  const complete = page.waitForFunction(
    ({ scripts, map }) =>
      scripts.every((name) => name in window) && document.querySelector(map) && document.fonts.status === 'loaded',
    { scripts: ['parleyPanels', 'parleyDialogs', 'parleyGuide'], map: DRAWN_MAP },
  )
  // Of the two, the one that loses ends with the page.
  complete.catch(() => undefined)
  const settled = settle(page)
  settled.catch(() => undefined)
  await Promise.race([complete, settled])
  await page.waitForTimeout(100)
}

/** Waits until each of the selectors fits something that can be seen. */
export async function shows(page: Page | Frame, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) await page.locator(selector).first().waitFor({ state: 'visible', timeout: 10_000 })
}

/** No error, no violation and no request to another origin so far. */
export function expectClean(visit: Visit): void {
  expect({ errors: visit.errors, violations: visit.violations, foreign: visit.foreign }).toEqual({
    errors: [],
    violations: [],
    foreign: [],
  })
}

function browserFor(webgl: boolean): Promise<Browser> {
  const running = browsers.get(webgl) ?? launch(inject('browser'), { webgl })
  browsers.set(webgl, running)
  return running
}

async function reportViolations(context: BrowserContext, violations: string[]): Promise<void> {
  await context.exposeBinding('reportViolation', (_source, text: string) => violations.push(text))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void }
      reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`)
    })
  })
}
