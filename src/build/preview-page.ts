import { JSDOM } from 'jsdom'
import { previewCredit, previewDate } from '../core/preview-text'
import type { Story } from '../core/story-types'
import { english as words } from '../core/words/words'

/** A view of the app inside the picture: what it stands in, and how much it is enlarged. */
export interface Pane {
  readonly name: 'map' | 'timeline'
  readonly scale: number
}

/** Both are narrow there, so that they show short names, few lanes and large marks. */
export const PANES: readonly Pane[] = [
  { name: 'timeline', scale: 1.42 },
  { name: 'map', scale: 1.55 },
]

/**
 * The page that is photographed: title, date and credit of the story, and a frame for each view of the app. `css`: the site's own
 * sheet, with its colours and type, then that of the picture. Its addresses are relative to the site's folder.
 */
export function previewPage(story: Story, css: readonly string[]): string {
  const dom = new JSDOM('<!doctype html><meta charset="utf-8"><body>')
  const { document } = dom.window
  document.documentElement.lang = story.title.lang
  document.documentElement.dir = story.title.dir
  for (const text of css) {
    const style = document.createElement('style')
    style.textContent = text
    document.head.append(style)
  }
  const element = (tag: string, className: string, ...content: (Node | string)[]): HTMLElement => {
    const made = document.createElement(tag)
    made.className = className
    made.append(...content)
    return made
  }
  const [timeline, map] = PANES.map(({ name }) => {
    const frame = document.createElement('iframe')
    frame.name = name
    frame.src = './index.html'
    return element('div', `${name}-place`, frame)
  })
  const date = previewDate(story, words)
  const left = element(
    'div',
    'words',
    element('h1', '', story.title.value),
    ...(date === null ? [] : [element('p', 'date', date)]),
  )
  left.append(...(timeline ? [timeline] : []), element('p', 'credit', previewCredit(story)))
  document.body.append(left, ...(map ? [map] : []))
  return dom.serialize()
}
