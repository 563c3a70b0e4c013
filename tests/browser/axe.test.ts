import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { comeToRest } from '../support/reading'
import { open } from './support'

const STATES: readonly { readonly name: string; readonly path?: string; act?(page: Page): Promise<void> }[] = [
  { name: 'as it opens' },
  { name: 'the table, filtered by time', path: '?view=table&brush=2026-02-16/2026-02-22' },
  { name: 'the positions', path: '?view=positions' },
  { name: 'as it was known on 20 February', path: '?known=2026-02-20&at=2026-02-20' },
  { name: 'only what is in the map’s view', path: '?inview=1' },
  { name: 'nothing fits', path: '?q=zebra' },
  { name: 'a time is measured', path: '?measure=time,geneva-round-2026-2,geneva-round-3' },
  { name: 'a distance is measured', path: '?measure=distance,geneva,vienna' },
  { name: 'who mediated', path: '?relay=1' },
  { name: 'the years before', path: '?window=2013-01-01/2025-12-31&layer=article,reports,background&event=-' },
  {
    name: 'two rounds side by side',
    path: '?compare=geneva-round-2026-2,geneva-round-3',
    act: (page) => page.locator('dialog table').waitFor(),
  },
  {
    name: 'a step with its answer',
    path: '?step=next-vienna',
    act: (page) => page.getByRole('button', { name: 'Show the answer' }).click(),
  },
  {
    name: 'search and filters are open',
    act: async (page) => {
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
    },
  },
]
const SCENES = [
  { scene: 'wide and light', width: 1280, height: 800 },
  { scene: '320 px and dark', width: 320, height: 568, touch: true, dark: true },
]

for (const { scene, ...how } of SCENES) {
  for (const { name, path, act } of STATES) {
    test(`axe finds nothing, ${scene}: ${name}`, async () => {
      const { page } = await open({ ...how, path: path ?? '', noWebgl: true, bypassPolicy: true })
      await comeToRest(page)
      await act?.(page)
      expect(await findings(page)).toEqual([])
    })
  }
}

for (const { name, ...how } of [
  { name: 'wide and dark', width: 1280, height: 800, dark: true },
  { name: '320 px and light', width: 320, height: 568, touch: true },
  { name: 'wide, in the reader’s own colours', width: 1280, height: 800, context: { forcedColors: 'active' as const } },
]) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page } = await open({ ...how, noWebgl: true, bypassPolicy: true })
    expect(await findings(page)).toEqual([])
  })
}
