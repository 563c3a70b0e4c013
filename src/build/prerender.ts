import type { JSDOM } from 'jsdom'
import type { Story } from '../core/story-types'
import type { PrerenderOptions } from '../views/prerender'

/** What the views take from the global scope of a page. */
const GLOBALS = [
  'document',
  'window',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Event',
  'AbortController',
  'AbortSignal',
] as const

/** Writes the story into the page with the code of the views, so that it can be read before any script runs. */
export async function prerenderInto(dom: JSDOM, story: Story, options: PrerenderOptions): Promise<void> {
  const scope: Record<string, unknown> = globalThis as unknown as Record<string, unknown>
  const before = new Map(GLOBALS.map((name) => [name, scope[name]]))
  for (const name of GLOBALS) scope[name] = name === 'window' ? dom.window : dom.window[name]
  try {
    const { prerender } = await import('../views/prerender')
    prerender(dom.window.document, story, options)
  } finally {
    for (const [name, value] of before) scope[name] = value
  }
}
