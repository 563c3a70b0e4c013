import { reportTarget } from '../core/report'
import type { Story } from '../core/story-types'
import { embedPageWords as says } from '../core/words/embed-page-words'
import type { Words } from '../core/words/words'
import type { Dialog } from '../state/state'
import { h } from './dom'
import { type EmbedTools, fullPageAddress } from './embed-tools'
import type { CreateView } from './view'

const ABOUT_ID = 'credit-about'

export interface CreditOptions {
  /** “Edition 1, 22 November 2026.” Empty where the story names none. */
  readonly edition: string
  /** The address of the full page, without a query. */
  readonly site: string
  /** The number of the edition that this page keeps for good, as text; null on the living page. */
  readonly pinned: string | null
}

const away = (name: string, href: string, attributes = {}): HTMLAnchorElement =>
  h('a', { href, rel: 'noopener', target: '_blank', ...attributes }, name)

function licenceNodes({ story, words }: { story: Story; words: Words }, edition: string): Node {
  const { license, attribution } = story
  const [before, after] = words.page.licence(attribution?.value ?? story.title.value)
  const named = license && (license.url ? away(license.name, license.url, { rel: 'license noopener' }) : license.name)
  return h('p', { class: 'licence' }, ...(named ? [before, named, after] : []), edition && ` ${edition}`)
}

/** Without script it leads to where the story takes reports; where it names no such place, script has to say what can be done. */
function reportControl({ reportTo }: Story): HTMLElement {
  if (reportTo === null) return h('button', { type: 'button', 'data-dialog': 'report' }, says.report)
  const link = away(says.report, reportTo, { 'data-dialog': 'report' })
  if (reportTarget(reportTo).isMail) link.removeAttribute('target')
  return link
}

/**
 * The line at the foot of an embed: whose it is, which edition, the way to the full page, and what can be asked. Where a small frame of
 * a fixed height has no room, the sheet makes all but the full page a pane of its own, which a button opens.
 */
export function createCreditLine(story: Story, words: Words, { edition, site, pinned }: CreditOptions) {
  const page = words.page
  const full = away(says.fullPage, site, { class: 'credit-full' })
  // Without script they lead to the same texts on the full page.
  const link = (dialog: Dialog, name: string): HTMLElement => away(name, `${site}#${dialog}`, { 'data-dialog': dialog })
  const links = h(
    'ul',
    { class: 'credit-links' },
    ...[
      ...(story.unknowns.length > 0 ? [link('unknowns', page.unknownsLink)] : []),
      link('corrections', page.correctionsLink),
      h('button', { type: 'button', 'data-dialog': 'help' }, page.help),
      reportControl(story),
    ].map((item) => h('li', {}, item)),
  )
  const about = h(
    'div',
    { class: 'credit-about', id: ABOUT_ID, popover: 'auto', role: 'group', 'aria-label': says.aboutPane },
    licenceNodes({ story, words }, edition),
    links,
  )
  const { license, attribution } = story
  const holder = attribution?.value ?? story.title.value
  const short = pinned !== null ? says.shortPinned(pinned) : license ? says.shortCredit(holder, license.name) : holder
  const button = h(
    'button',
    { type: 'button', class: 'credit-more', popovertarget: ABOUT_ID, 'aria-expanded': 'false' },
    says.about,
  )
  const element = h('div', { class: 'credit' }, h('p', { class: 'credit-short' }, short), about, full, button)
  return { element, about, links, full, button }
}

/** The line at the foot of an embed, at work. */
export const createEmbedCredit =
  (tools: EmbedTools, site: string, isPinned: boolean, canSave = false): CreateView =>
  (root, { story, store, words }) => {
    const abort = new AbortController()
    const { signal } = abort
    const pinned = isPinned && story.edition ? tools.formatterOf(story, words).count(story.edition.number) : null
    const line = createCreditLine(story, words, { edition: tools.editionLine(story, words), site, pinned })
    const present = h('button', { type: 'button', class: 'present-button' }, words.page.present)
    line.links.append(h('li', {}, present))
    // Pressed where nothing can be saved, it would do nothing.
    for (const dialog of canSave ? (['class', 'download', 'cite'] as const) : (['class'] as const))
      line.links.append(h('li', {}, h('button', { type: 'button', 'data-dialog': dialog }, words.page[dialog])))
    // What a pinned page says of itself came with the page: it goes where the rest is told.
    const note = document.getElementById('pinned')
    if (note) line.about.prepend(note)
    root.replaceChildren(line.element)

    // The state changes with every movement; the address is wanted when somebody reaches for the link.
    const address = (): void => {
      line.full.href = fullPageAddress(tools, site, story, store.state)
    }
    address()
    for (const reach of ['pointerenter', 'pointerdown', 'focus', 'click']) line.full.addEventListener(reach, address, { signal })
    const open = (event: MouseEvent): void => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-dialog]') : null
      if (control === null || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      // First: a dialog gives the focus back to where it was, and the pane is gone by then.
      line.about.hidePopover?.()
      store.set({ dialog: control.dataset.dialog as Dialog })
    }
    line.links.addEventListener('click', open, { signal })
    const enter = (): void => {
      line.about.hidePopover?.()
      store.set({ mode: 'present', playing: false })
    }
    present.addEventListener('click', enter, { signal })
    line.about.addEventListener(
      'beforetoggle',
      (event) => line.button.setAttribute('aria-expanded', String('newState' in event && event.newState === 'open')),
      { signal },
    )
    for (const control of line.links.querySelectorAll('[data-dialog]')) control.setAttribute('aria-haspopup', 'dialog')
    return {
      update() {},
      destroy() {
        abort.abort()
        if (note) root.before(note)
        root.replaceChildren()
      },
    }
  }
