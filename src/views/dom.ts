import type { StoryEvent, Text } from '../core/types'

/** Writes a text of the story as text, with its language and direction where they differ from the page's. */
export function setText(element: Element, text: Text): void {
  if (element.textContent !== text.value) element.textContent = text.value
  const language = element.ownerDocument.documentElement.lang
  if (text.lang !== language) {
    element.setAttribute('lang', text.lang)
    element.setAttribute('dir', text.dir)
  } else {
    element.removeAttribute('lang')
    element.removeAttribute('dir')
  }
}

/** Writes a text only where it is another: the same again would be shaped and laid out anew. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

const signatures = new WeakMap<Element, string>()

/** True where what `element` holds was drawn by another signature than this, which is then remembered: the same again would be laid out anew. */
export function isOutdated(element: Element, signature: string): boolean {
  if (signatures.get(element) === signature) return false
  signatures.set(element, signature)
  return true
}

/** Writes attributes where they are others. */
export function writeAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value))
  }
}

type Attributes = Readonly<Record<string, string | number | boolean | null>>

/**
 * A new HTML element with attributes and children; strings become text nodes. `true` writes an empty attribute, `false` and null none.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** The same for SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** A `<bdi>` with a text of the story, for use inside sentences of the interface. */
export function bdi(text: Text): HTMLElement {
  const element = h('bdi')
  setText(element, text)
  return element
}

/** The id of an event's row, or of a part of it. The prefix keeps ids of a story apart from the page's own. */
export const domId = (event: StoryEvent, part = ''): string => `ev-${event.id}${part}`

/** Gives `old` the attributes and texts of `next`; false where what they hold is of another make, which leaves `old` to be replaced. */
function become(old: Element, next: Element): boolean {
  if (old.localName !== next.localName || old.childNodes.length !== next.childNodes.length) return false
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name)
  return [...next.childNodes].every((child, index) => {
    const own = old.childNodes[index]
    if (own instanceof Element && child instanceof Element) return become(own, child)
    if (!(own instanceof Text && child instanceof Text)) return false
    if (own.data !== child.data) own.data = child.data
    return true
  })
}

/** Tells a child from its siblings in one drawing and the next: by its key, else by its words. */
function keysOf(children: readonly Element[]): ReadonlyMap<string, Element> {
  const keyed = new Map<string, Element>()
  for (const child of children) {
    const [kind = ''] = (child.getAttribute('class') ?? '').split(' ', 1)
    const key = `${child.localName} ${kind} ${child.getAttribute('data-key') ?? child.textContent}`
    let free = key
    for (let copy = 1; keyed.has(free); copy++) free = `${key} ${copy}`
    keyed.set(free, child)
  }
  return keyed
}

/**
 * Gives `parent` what `children` show, in their order. An element that showed the same before stays, and is changed where it differs,
 * so that the browser resolves, lays out and paints only that.
 */
export function keepEqual(parent: Element, children: readonly Element[]): void {
  const before = keysOf([...parent.children])
  const kept = new Set<Element>()
  const wanted = [...keysOf(children)].map(([key, child]) => {
    const old = before.get(key)
    const stays = old !== undefined && (old.isEqualNode(child) || become(old, child))
    if (stays) kept.add(old)
    return stays ? old : child
  })
  for (const old of before.values()) if (!kept.has(old)) old.remove()
  wanted.forEach((child, index) => {
    const there = parent.children[index]
    if (there !== child) parent.insertBefore(child, there ?? null)
  })
}
