import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject, test } from 'vitest'
import { DRAWN_MAP, expectClean, host, open, shows } from './support'

/** The map's file as the page names it: below the site, such as `assets/map-engine-….js`. */
async function mapFile(name: 'parley-map-engine' | 'parley-map-worker'): Promise<string> {
  const html = await readFile(join(inject('dist'), 'index.html'), 'utf8')
  return new RegExp(`<meta name="${name}" content="\\./([^"]+)"`).exec(html)?.[1] ?? ''
}

test('the site works under a path, on a host without ranges, CORS headers and compression', async () => {
  const visit = await open({ site: await host({ base: '/2026/talks/', cors: false, range: false, compress: false }) })
  await shows(visit.page, '#map canvas')
  expectClean(visit)
})

for (const name of ['parley-map-engine', 'parley-map-worker'] as const) {
  test(`where ${name} cannot be had, the drawn map stays and the list works`, async () => {
    const { page } = await open({ site: await host({ fail: [await mapFile(name)] }) })
    await shows(page, DRAWN_MAP, '#events li')
  })
}

test('where the story file cannot be had, the page shows the story that it brought', async () => {
  const { page } = await open({ site: await host({ fail: ['data/us-iran-2026.json'] }) })
  await shows(page, '#events li', '#timeline svg.chart')
})

test('without WebGL the map is drawn and nothing fails', async () => {
  const visit = await open({ noWebgl: true })
  await shows(visit.page, DRAWN_MAP)
  expectClean(visit)
})

test('opened from disk, with no server at all, list, timeline and map are there', async () => {
  const { page } = await open({ site: pathToFileURL(join(inject('dist'), 'index.html')).href })
  await shows(page, '#events li', '#timeline svg.chart', DRAWN_MAP)
})
