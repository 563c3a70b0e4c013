import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { findBrowser, launch } from '../../src/build/browser'
import { serve } from '../../src/build/serve'

/** Takes the README's pictures from the built app: `npm run build && npm run pictures`, with the names of some to take only those. */
const ROOT = resolve(import.meta.dirname, '../..')
const BUILT = resolve(ROOT, process.env.PARLEY_OUT ?? 'dist')
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
  { name: 'present', path: '?step=only-a-sea&present=1', width: 1920, height: 1080, scale: 1, dark: false, touch: false },
  { name: 'handout', path: '?handout=answers', width: 900, height: 1180, scale: 1, dark: false, touch: false },
  { name: 'embed-builder', path: '', width: 1440, height: 900, scale: 1, dark: false, touch: false, press: 'Embed' },
] as const
/** Where the pictures say that the page lies. */
const SHOWN = 'https://news.example/talks/'

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
  await context.route(`${SHOWN}**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(SHOWN, url) })
    await route.fulfill({ response })
  })
  const page = await context.newPage()
  await page.goto(SHOWN + scene.path, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(REST_MS)
  if ('press' in scene) {
    await page.getByRole('button', { name: scene.press, exact: true }).first().click()
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(REST_MS)
  }
  const path = join(OUT, `${scene.name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  console.log(path)
  await context.close()
}

if (!existsSync(join(BUILT, 'index.html'))) throw new Error('There is no build: run "npm run build" first.')
await mkdir(OUT, { recursive: true })
const asked = process.argv.slice(2)
const site = await serve({ root: BUILT })
const browser = await launch(await findBrowser())
try {
  for (const scene of SCENES) {
    if (asked.length === 0 || asked.includes(scene.name)) await take(browser, site.url, scene)
  }
} finally {
  await browser.close()
  await site.close()
}
