import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { CARD_PREVIEW, PICTURE_META, WIDE_PREVIEW } from '../../src/build/preview-names'
import { host, openBlank } from './support'

/** The token colours of what must be in the picture: the title, the now-line, two parties, sea and land. */
const COLOURS = { ink: '#16181d', accent: '#a3271d', us: '#0b5fa5', iran: '#c04a00', sea: '#e4ebf0', land: '#faf8f3' }

test('the build has photographed the story for link cards, in both sizes and not blank', async () => {
  const site = await host({ base: '/news/talks/' })
  const { page } = await openBlank({ noWebgl: true, bypassPolicy: true }, new URL(site).origin)
  await page.goto(`${site}icon.svg`)
  for (const { path, width, height } of [CARD_PREVIEW, WIDE_PREVIEW]) {
    const file = await readFile(join(inject('dist'), path))
    expect(file.length).toBeLessThan(300_000)
    const seen = await page.evaluate(countColours, { address: site + path, colours: Object.values(COLOURS) })
    expect({ width: seen.width, height: seen.height }).toEqual({ width, height })
    const named = Object.keys(COLOURS).map((name, index) => [name, (seen.counts[index] ?? 0) > 300])
    expect(named).toEqual(Object.keys(COLOURS).map((name) => [name, true]))
  }
})

test('the page says where its picture lies', async () => {
  const html = await readFile(join(inject('dist'), 'index.html'), 'utf8')
  expect(new RegExp(`<meta name="${PICTURE_META}" content="([^"]*)">`).exec(html)?.[1]).toBe(`./${WIDE_PREVIEW.path}`)
})

/** In the page: the size of a picture, and how many of its points have each colour. */
async function countColours({ address, colours }: { address: string; colours: readonly string[] }) {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const points = new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer(0))
  const counts = new Map<number, number>()
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1)
  return {
    width: bitmap.width,
    height: bitmap.height,
    counts: colours.map((colour) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      return counts.get(((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0) ?? 0
    }),
  }
}
