import axe from 'axe-core'
import { expect, test } from 'vitest'
import { open } from './support'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds, one line for each element. */
async function findings(scene: Parameters<typeof open>[0]): Promise<readonly string[]> {
  const { page } = await open({ ...scene, bypassPolicy: true })
  await page.addScriptTag({ content: axe.source })
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
      }),
    TAGS,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

for (const { name, ...scene } of [
  { name: 'wide and light', width: 1280, height: 800 },
  { name: 'wide and dark', width: 1280, height: 800, dark: true },
  { name: '320 px and light', width: 320, height: 568, touch: true },
  { name: '320 px and dark', width: 320, height: 568, touch: true, dark: true },
]) {
  test(`axe finds nothing: ${name}`, async () => {
    expect(await findings(scene)).toEqual([])
  })
}
