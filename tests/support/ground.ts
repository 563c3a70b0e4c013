import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The map's main pane as it is seen. */
interface SeenGround {
  /** Shares of the pane in the colour of land and of sea. */
  readonly land: number
  readonly sea: number
}

const PANE = '#map .map-main'

/** Which ground stands: MapLibre's canvas alone, the drawn paths with something in them, or neither. */
const kindOf = (scope: Page | Frame): Promise<string> =>
  scope.evaluate((pane) => {
    const path = document.querySelector(`${pane} path.ground-land`)?.getAttribute('d') ?? ''
    if (path.length > 100) return 'drawn'
    return document.querySelector(`${pane} canvas`) ? 'detailed' : 'none'
  }, PANE)

const colorsOf = (scope: Page | Frame): Promise<readonly string[]> =>
  scope.evaluate((pane) => {
    const probe = document.createElement('i')
    document.querySelector(pane)?.append(probe)
    const colors = ['--land', '--sea'].map((name) => {
      probe.style.setProperty('color', `var(${name})`)
      return getComputedStyle(probe).color
    })
    probe.remove()
    return colors
  }, PANE)

/** Counted in a picture of the pane: a canvas that is there may still be empty. */
async function seen(page: Page, scope: Page | Frame): Promise<SeenGround> {
  const [land = '', sea = ''] = await colorsOf(scope)
  const picture = await scope.locator(PANE).screenshot()
  const reader = await page.context().newPage()
  const shares = await reader.evaluate(
    async ({ data, colors }) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
      const counts = colors.map(() => 0)
      for (let i = 0; i < pixels.length; i += 4) {
        const index = colors.indexOf(`rgb(${pixels[i]}, ${pixels[i + 1]}, ${pixels[i + 2]})`)
        if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
      }
      return counts.map((count) => count / (pixels.length / 4))
    },
    { data: picture.toString('base64'), colors: [land, sea] },
  )
  await reader.close()
  return { land: shares[0] ?? 0, sea: shares[1] ?? 0 }
}

/** Waits for that ground and holds that it is on the screen: land beside sea, not an empty canvas. */
export async function expectGround(page: Page, scope: Page | Frame, kind: 'detailed' | 'drawn'): Promise<void> {
  await expect.poll(() => kindOf(scope), { timeout: 20_000, interval: 100 }).toBe(kind)
  const { land, sea } = await seen(page, scope)
  expect(land, 'share of land').toBeGreaterThan(0.15)
  expect(sea, 'share of sea').toBeGreaterThan(0.05)
}
