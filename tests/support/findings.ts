import axe from 'axe-core'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it is, or within a part of it, one line for each element. The page’s policy must be switched off. */
export async function findings(page: Page, within = 'html'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axe.source })
  const { violations } = await page.evaluate(
    ([within, tags]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(within, {
        runOnly: { type: 'tag', values: [...tags] },
        rules: { 'target-size': { enabled: true } },
      }),
    [within, TAGS] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}
