import type { Story } from '../core/story-types'
import { headItems } from './head'
import type { PageKind } from './page'

/** Writes what `headItems` gives after the page's title, before the sheet: those who ask for it read the first part of a page only. */
export function fillHead(document: Document, kind: PageKind, story: Story, site: string | null, hasPictures: boolean): void {
  const elements = headItems(story, kind, site, hasPictures).map(({ tag, attributes }) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  })
  document.querySelector('title')?.after(...elements)
}
