import { termParts } from '../core/glossary'
import type { Term } from '../core/story-types'
import type { Text } from '../core/types'
import { bdi, h, setText } from './dom'
import { dotted, type Says, saysOf } from './list-lines'
import { bySource, sourceElement } from './list-sources'
import type { ViewContext } from './view'

/** Where the browser has no popovers, and in the page as it is built, a term is a word like others. */
const hasPopovers = (): boolean => typeof HTMLElement.prototype.showPopover === 'function'

const GAP_PX = 6
const MARGIN_PX = 8

/** A text of the story whose glossary terms open their definition, once `createTerms` watches over it. */
export function termText({ story, words }: Says, text: Text): HTMLElement {
  const element = bdi(text)
  if (!hasPopovers()) return element
  const parts = termParts(story.glossary, text)
  if (parts.every(({ term }) => term === null)) return element
  element.replaceChildren(
    ...parts.map(({ text: part, term }) => {
      if (term === null) return part
      // Not a button: a button never breaks at the end of a line, and the text would run otherwise than before.
      return h(
        'span',
        {
          class: 'term',
          'data-term': story.glossary.indexOf(term),
          role: 'button',
          tabindex: 0,
          'aria-haspopup': 'dialog',
          'aria-expanded': 'false',
          'aria-description': words.list.term.about,
        },
        part,
      )
    }),
  )
  return element
}

function definition(says: Says, term: Term): Node[] {
  const { story, words } = says
  const uses = bySource(
    story,
    term.sources.map((citation) => [citation, false] as const),
  )
  const text = h('p')
  setText(text, term.text)
  const list = uses.map((use) => sourceElement(words, use))
  return [text, ...(list.length > 0 ? [h('p', { class: 'term-sources' }, ...dotted(list))] : [])]
}

/** Beside the first line of the word, inside the window. */
function place(pane: HTMLElement, word: HTMLElement): void {
  const [line = word.getBoundingClientRect()] = word.getClientRects()
  const { clientWidth, clientHeight } = document.documentElement
  const { offsetWidth, offsetHeight } = pane
  const below = line.bottom + GAP_PX
  const fits = below + offsetHeight + MARGIN_PX <= clientHeight
  const top = fits ? below : Math.max(MARGIN_PX, line.top - GAP_PX - offsetHeight)
  const left = Math.max(MARGIN_PX, Math.min(line.left, clientWidth - offsetWidth - MARGIN_PX))
  pane.style.setProperty('top', `${top}px`)
  pane.style.setProperty('left', `${left}px`)
}

/**
 * Opens the definition of a term that is pressed inside `root`, beside it: it stays until Esc, its button or a press elsewhere closes
 * it, and gives the focus back. The element is for the page; null where the browser has no popovers. `id`: what its ids begin with.
 */
export function createTerms(root: HTMLElement, context: ViewContext, signal: AbortSignal, id = 'term'): HTMLElement | null {
  if (!hasPopovers()) return null
  const says = saysOf(context)
  const { term: names } = says.words.list
  const title = h('p', { class: 'term-name', id: `${id}-name` })
  const body = h('div', { id: `${id}-text` })
  const close = h('button', { type: 'button', class: 'text-button' }, names.close)
  const all = h('a', { href: '#terms', class: 'text-button' }, names.all)
  const element = h(
    'div',
    {
      id: `${id}-pane`,
      class: 'term-pane',
      popover: 'auto',
      role: 'dialog',
      tabindex: -1,
      'aria-labelledby': title.id,
      'aria-describedby': body.id,
    },
    title,
    body,
    h('p', { class: 'term-tools' }, all, close),
  )
  let word: HTMLElement | null = null

  const show = (target: HTMLElement, term: Term): void => {
    word = target
    setText(title, term.term)
    body.replaceChildren(...definition(says, term))
    element.showPopover()
    place(element, target)
    target.setAttribute('aria-expanded', 'true')
    element.focus({ preventScroll: true })
  }
  const closed = (): void => {
    word?.setAttribute('aria-expanded', 'false')
    const lost = element.contains(document.activeElement) || document.activeElement === document.body
    if (lost) word?.focus({ preventScroll: true })
    word = null
  }
  const wordOf = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('.term') : null
  const press = (event: Event): void => {
    const target = wordOf(event)
    const term = target ? context.story.glossary[Number(target.dataset.term)] : undefined
    if (target && term && target !== word) show(target, term)
  }
  root.addEventListener('click', press, { signal })
  root.addEventListener(
    'keydown',
    (event) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || wordOf(event) === null) return
      event.preventDefault()
      press(event)
    },
    { signal },
  )
  element.addEventListener('toggle', (event) => 'newState' in event && event.newState === 'closed' && closed(), { signal })
  close.addEventListener('click', () => element.hidePopover(), { signal })
  all.addEventListener('click', () => element.hidePopover(), { signal })
  /** The text may scroll under it; out of sight the word takes its pane along. */
  const follow = (): void => {
    if (word === null) return
    const { top, bottom, height } = word.getBoundingClientRect()
    if (height === 0 || bottom < 0 || top > document.documentElement.clientHeight) element.hidePopover()
    else place(element, word)
  }
  addEventListener('scroll', follow, { signal, capture: true, passive: true })
  addEventListener('resize', follow, { signal })
  return element
}
