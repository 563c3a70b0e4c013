import { h } from './dom'
import { MORE_ID, pageLinks } from './page-links'
import type { CreateView } from './view'

/** The links at the foot of a small screen, where the header scrolls away. Beside them stands the line that names the open event. */
export const createPageBar: CreateView = (root, context) => {
  const abort = new AbortController()
  const { page: says } = context.words
  const more = h('button', { type: 'button', class: 'more-button', popovertarget: MORE_ID }, says.more)
  const nav = h('nav', { class: 'page-links', 'aria-label': says.bar }, ...pageLinks(context, abort.signal), more)
  root.replaceChildren(nav)
  return {
    update() {},
    destroy() {
      abort.abort()
      root.replaceChildren()
    },
  }
}
