import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, test } from 'vitest'
import { expectGround } from '../support/ground'
import { expectClean, host, open, shows } from './support'

/** The map's file as the page names it: below the site, such as `assets/map-engine-….js`. */
async function mapFile(name: 'parley-map-engine' | 'parley-map-worker'): Promise<string> {
  const html = await readFile(join(inject('dist'), 'index.html'), 'utf8')
  return new RegExp(`<meta name="${name}" content="\\./([^"]+)"`).exec(html)?.[1] ?? ''
}

test('the site works under a path, on a host without headers, ranges and compression', async () => {
  const visit = await open({ site: await host({ base: '/2026/talks/', bare: true, range: false, compress: false }) })
  await shows(visit.page, '#events li', '#timeline svg.chart')
  await expectGround(visit.page, visit.page, 'detailed')
  expectClean(visit)
})

test('no file needs a type that hosts do not know: what runs ends in .js, and no script is a module', async () => {
  const files = await readdir(inject('dist'), { recursive: true })
  expect(files.filter((name) => /\.(mjs|cjs|wasm)$/.test(name))).toEqual([])
  for (const page of files.filter((name) => name.endsWith('.html'))) {
    expect(await readFile(join(inject('dist'), page), 'utf8'), page).not.toMatch(/type="module"|rel="modulepreload"/)
  }
})

for (const name of ['parley-map-engine', 'parley-map-worker'] as const) {
  test(`where ${name} cannot be had, the drawn map stays and the list works`, async () => {
    const { page } = await open({ site: await host({ fail: [await mapFile(name)] }) })
    await shows(page, '#events li', '.map-note')
    await expectGround(page, page, 'drawn')
  })
}

test('where the story file cannot be had, the page shows the story that it brought', async () => {
  const { page } = await open({ noWebgl: true, site: await host({ fail: ['data/us-iran-2026.json'] }) })
  await shows(page, '#events li', '#timeline svg.chart')
})

test('without WebGL the map is drawn and nothing fails', async () => {
  const visit = await open({ noWebgl: true })
  await expectGround(visit.page, visit.page, 'drawn')
  expectClean(visit)
})

for (const name of ['index.html', 'embed.html']) {
  test(`opened from disk, with no server at all, list, timeline and map are there: ${name}`, async () => {
    const { page } = await open({ site: pathToFileURL(join(inject('dist'), name)).href })
    await shows(page, '#events li', '#timeline svg.chart')
    await expectGround(page, page, name === 'embed.html' ? 'detailed' : 'drawn')
  })
}
