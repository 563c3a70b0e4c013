import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { findBrowser, launch } from '../../src/build/browser'
import { serve } from '../../src/build/serve'

/** Takes the README's pictures from the built app: `npm run build && npm run pictures`. */
const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'docs/pictures')
const REST_MS = 2500

const SCENES = [
  { name: 'desktop', path: '', width: 1440, height: 900, scale: 1, dark: false, touch: false },
  { name: 'desktop-dark', path: '', width: 1440, height: 900, scale: 1, dark: true, touch: false },
  { name: 'phone', path: '', width: 390, height: 844, scale: 2, dark: false, touch: true },
  { name: 'known', path: '?at=2026-02-20&known=2026-02-20', width: 1440, height: 900, scale: 1, dark: false, touch: false },
  {
    name: 'compare',
    path: '?compare=geneva-round-2026-2,geneva-round-3',
    width: 1440,
    height: 900,
    scale: 1,
    dark: false,
    touch: false,
  },
] as const

async function take(browser: Browser, url: string, scene: (typeof SCENES)[number]): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: scene.width, height: scene.height },
    deviceScaleFactor: scene.scale,
    colorScheme: scene.dark ? 'dark' : 'light',
    hasTouch: scene.touch,
    isMobile: scene.touch,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
  })
  const page = await context.newPage()
  await page.goto(url + scene.path, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(REST_MS)
  const path = join(OUT, `${scene.name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(path)
  await context.close()
}

if (!existsSync(join(ROOT, 'dist/index.html'))) throw new Error('There is no build: run "npm run build" first.')
await mkdir(OUT, { recursive: true })
const site = await serve({ root: join(ROOT, 'dist') })
const browser = await launch(await findBrowser())
try {
  for (const scene of SCENES) await take(browser, site.url, scene)
} finally {
  await browser.close()
  await site.close()
}
