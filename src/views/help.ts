import type { HelpWords } from '../core/words/help-words'
import type { Dialog as AnyDialog, AppState } from '../state/state'
import { correctionsNodes, editionLine, unknownsNodes } from './about'
import { createDialog, type Dialog } from './dialog'
import { h } from './dom'
import { helpFix } from './help-fix'
import { helpKeys, helpSettings } from './help-keys'
import { helpMarks } from './help-marks'
import { helpPlaces } from './help-places'
import type { HelpContext } from './help-section'
import { helpTimes } from './help-times'
import type { DrawFix } from './map-fix'
import { reportButton } from './page-links'
import type { CreateView } from './view'

/** A button that leads to another of these dialogs. */
function leadTo({ store }: HelpContext, name: DialogName, text: string, signal: AbortSignal): HTMLElement {
  const button = h('button', { type: 'button', class: 'dialog-link' }, text)
  button.addEventListener('click', () => store.set({ dialog: name }), { signal })
  return button
}

/** A part of the help that the row of links at its top leads to. */
const part = (id: string, title: string, ...content: readonly (Node | null)[]): HTMLElement =>
  h('section', { class: 'help-part', 'aria-labelledby': id }, h('h3', { id, tabindex: -1 }, title), ...content)

function fillHelp(context: HelpContext, body: HTMLElement, drawFix: DrawFix, signal: AbortSignal): (state: AppState) => void {
  const { story, words, says } = context
  const settings = helpSettings(context, signal)
  const columns = h(
    'div',
    { class: 'help-columns' },
    h('div', {}, helpMarks(context), helpTimes(context)),
    h('div', {}, helpPlaces(context), helpFix(context, drawFix)),
  )
  const parts = [
    part('help-marks', says.marks, columns),
    part(
      'help-keys',
      says.keys,
      h('p', { class: 'help-remark' }, says.keysNote),
      h('div', { class: 'help-keys' }, ...helpKeys(context), settings.element),
    ),
    part(
      'help-unknowns',
      says.unknowns,
      h('div', { class: 'about help-about' }, ...unknownsNodes(story, words)),
      h('p', { class: 'dialog-links' }, leadTo(context, 'corrections', words.page.corrections, signal)),
    ),
  ]
  const report = reportButton(context, signal)
  report.classList.add('dialog-link')
  parts.push(
    part(
      'help-access',
      says.access,
      ...says.accessTold.map((text) => h('p', { class: 'help-remark' }, text)),
      h('p', { class: 'dialog-links' }, says.accessReport, ' ', report),
    ),
  )
  const links = parts.map((each) => {
    const heading = each.querySelector('h3')
    const button = h('button', { type: 'button', class: 'dialog-link' }, heading?.textContent ?? '')
    const go = (): void => {
      heading?.focus()
      heading?.scrollIntoView({ block: 'start' })
    }
    button.addEventListener('click', go, { signal })
    return button
  })
  body.append(h('nav', { class: 'dialog-links', 'aria-label': says.parts }, ...links), ...parts)
  return settings.update
}

/** What is not known, or what was corrected: the words of the page's foot, with ways on. */
function fillRemarks(context: HelpContext, body: HTMLElement, to: DialogName, nodes: readonly Node[], signal: AbortSignal): void {
  const { unknowns, corrections } = context.words.page
  const links = [
    leadTo(context, to, to === 'unknowns' ? unknowns : corrections, signal),
    leadTo(context, 'help', context.says.title, signal),
  ]
  body.append(h('div', { class: 'about dialog-remarks' }, ...nodes), h('p', { class: 'dialog-links' }, ...links))
}

/** The dialogs of this view; others have views of their own. */
type DialogName = Extract<AnyDialog, 'help' | 'unknowns' | 'corrections'>

/** Help, what is not known, corrections: dialogs of which at most one is open. `drawFix` draws small maps where the map is there. */
export const createHelp =
  (says: HelpWords, drawFix: DrawFix): CreateView =>
  (root, { story, store, words }) => {
    const context: HelpContext = { story, store, words, says }
    const abort = new AbortController()
    const { signal } = abort
    let updateHelp = (_state: AppState): void => {}
    const fill: Readonly<Record<DialogName, (body: HTMLElement) => void>> = {
      help: (body) => {
        updateHelp = fillHelp(context, body, drawFix, signal)
      },
      unknowns: (body) => {
        const edition = h('p', { class: 'help-remark' }, editionLine(story, words))
        fillRemarks(context, body, 'corrections', [...unknownsNodes(story, words), edition], signal)
      },
      corrections: (body) => fillRemarks(context, body, 'unknowns', correctionsNodes(story, words), signal),
    }
    const make = (name: DialogName, title: string): Dialog => {
      const onClose = (): void => {
        if (store.state.dialog === name) store.set({ dialog: null })
      }
      const dialog = createDialog({ id: `dialog-${name}`, title, words, onClose }, signal)
      root.append(dialog.element)
      return dialog
    }
    const dialogs: Readonly<Record<DialogName, Dialog>> = {
      help: make('help', says.title),
      unknowns: make('unknowns', words.page.unknowns),
      corrections: make('corrections', words.page.corrections),
    }

    function show(any: AnyDialog | null): void {
      const name = any !== null && any in dialogs ? (any as DialogName) : null
      const asked = name === null ? null : dialogs[name]
      // First what closes, which gives the focus back, then what opens: it will give it back to the same place.
      for (const dialog of Object.values(dialogs)) if (dialog !== asked) dialog.close()
      if (name === null || asked === null) return
      // The small maps are there once the map is: without them the help is made anew.
      const isWhole = name === 'help' ? asked.body.querySelector('.help-fixes') : asked.body.firstElementChild
      if (!isWhole) {
        asked.body.replaceChildren()
        fill[name](asked.body)
      }
      asked.open()
    }

    return {
      update(state, changed) {
        if (changed.has('dialog')) show(state.dialog)
        if (changed.has('dialog') || changed.has('keys') || changed.has('motion')) updateHelp(state)
      },
      destroy() {
        abort.abort()
        for (const dialog of Object.values(dialogs)) dialog.remove()
        root.replaceChildren()
      },
    }
  }
