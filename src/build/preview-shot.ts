import type { Browser, Page, Request } from 'playwright-core'
import { PANES, type Pane } from './preview-page'
import { serve } from './serve'

const PAGE = 'preview.html'
/** A slow machine takes its time; nobody waits longer for a picture. */
const PATIENCE_MS = 60_000
const MOST_SHOTS = 20
const QUIET_MS = 500
/** The finest ground that the map draws by itself; it asks for it once it knows that there is no WebGL. */
const FINEST = '/basemap/world-50.js'

interface Size {
  readonly width: number
  readonly height: number
}

export interface ShotOptions {
  /** The folder of the site; its `index.html` is in it. */
  readonly root: string
  /** As `previewPage` gives it. */
  readonly page: string
  /** The sheet for the app in its frames. */
  readonly frameCss: string
  readonly sizes: readonly Size[]
}

/** Photographs the page at each size: PNG files, in their order. Rejects where the app does not come to rest. */
export async function takeShots(browser: Browser, { root, page: html, frameCss, sizes }: ShotOptions): Promise<Buffer[]> {
  const site = await serve({ root, replace: { [PAGE]: html } })
  try {
    return await Promise.all(sizes.map((size) => takeShot(browser, size, site.url + PAGE, frameCss)))
  } finally {
    await site.close()
  }
}

async function takeShot(browser: Browser, viewport: Size, address: string, css: string): Promise<Buffer> {
  const context = await browser.newContext({
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Etc/UTC',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const quiet = watchRequests(page)
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate(arrange, { panes: PANES, css })
  await page.frameLocator('iframe[name="map"]').locator('.map-main .ground-land').waitFor()
  await page.frameLocator('iframe[name="timeline"]').locator('.timeline .lane').first().waitFor()
  await quiet()
  await page.evaluate(fit, { panes: PANES })
  return whenAtRest(page)
}

/**
 * Gives a wait for the finest ground and then for a moment in which nothing is under way. Playwright's own wait for an idle network
 * (1.65) now and then ends at once or never where a page holds frames.
 */
function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  let hasFinest = false
  let changed = performance.now()
  const close = (request: Request): void => {
    open.delete(request)
    hasFinest ||= new URL(request.url()).pathname.endsWith(FINEST)
    changed = performance.now()
  }
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', close)
  page.on('requestfailed', close)
  return async () => {
    const end = performance.now() + PATIENCE_MS
    while (!hasFinest || open.size > 0 || performance.now() - changed < QUIET_MS) {
      if (performance.now() > end) throw new Error('the map does not get its ground')
      await page.waitForTimeout(50)
    }
  }
}

/** The picture once two in a row are the same. */
async function whenAtRest(page: Page): Promise<Buffer> {
  let last: Buffer | null = null
  for (let shot = 0; shot < MOST_SHOTS; shot++) {
    const next = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    if (last?.equals(next)) return next
    last = next
  }
  throw new Error('the page does not come to rest')
}

interface Arrangement {
  readonly panes: readonly Pane[]
  readonly css: string
}

/** In the page: gives each frame its size and its view. The policy of the app allows sheets that are made by script. */
function arrange({ panes, css }: Arrangement): void {
  for (const { name, scale } of panes) {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[name="${name}"]`)
    const place = frame?.parentElement
    const inside = frame?.contentWindow as (Window & typeof globalThis) | null | undefined
    if (!frame || !place || !inside) continue
    const sheet = new inside.CSSStyleSheet()
    const others = panes.filter((pane) => pane.name !== name).map((pane) => `#${pane.name} { display: none !important }`)
    sheet.replaceSync(`${css}\n${others.join('\n')}`)
    inside.document.adoptedStyleSheets.push(sheet)
    frame.style.transform = `scale(${scale})`
    frame.style.inlineSize = `${place.clientWidth / scale}px`
    frame.style.blockSize = `${Math.max(place.clientHeight, 100) / scale}px`
  }
}

/** In the page: as high as the timeline is, then the largest title that leaves room for all. */
async function fit({ panes }: Pick<Arrangement, 'panes'>): Promise<void> {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)
  await Promise.all([document, ...frames].map((each) => each?.fonts.ready))
  const failed = frames.map((inside) => inside?.querySelector('.failed')?.textContent).find((text) => text)
  if (failed) throw new Error(failed)
  const frame = document.querySelector<HTMLIFrameElement>('iframe[name="timeline"]')
  const scale = panes.find(({ name }) => name === 'timeline')?.scale ?? 1
  const height = frame?.contentDocument?.querySelector('#timeline')?.getBoundingClientRect().height ?? 0
  if (frame?.parentElement) {
    frame.style.blockSize = `${height}px`
    frame.parentElement.style.blockSize = `${height * scale}px`
  }
  const words = document.querySelector('.words')
  const title = document.querySelector('h1')
  if (!words || !title) return
  // No function of its own in here: the compiler would wrap it in one that the page has not got.
  let px = Number.parseFloat(getComputedStyle(title).fontSize)
  while (px > 28 && (words.scrollHeight > words.clientHeight || title.scrollWidth > title.clientWidth)) {
    px -= 2
    title.style.fontSize = `${px}px`
  }
}
