import { FILTER_KEYS, findEvent, shownEvents } from '../core/derive'
import { type ExportView, exportView } from '../core/export-view'
import type { ShareWords } from '../core/words/share-words'
import type { AppState } from '../state/state'
import { createDialog } from './dialog'
import { h, write } from './dom'
import { createDataList, createDataText } from './download-data'
import { createPicturePart } from './download-picture'
import { handoutButton } from './page-links'
import type { SharePorts } from './share-ports'
import { radioGroup } from './share-radio'
import type { CreateView, ViewContext } from './view'

/** What decides what is saved. */
const KEYS: readonly (keyof AppState)[] = [
  'dialog',
  'selected',
  'instant',
  'domain',
  'camera',
  'laneBy',
  'relay',
  'measure',
  ...FILTER_KEYS,
]

/** The open event alone, as the filters leave it or not: the reader has it in front of them. */
function withOne(view: ExportView, id: AppState['selected'], says: ShareWords['download']): ExportView {
  const { story, state, format, provenance } = view
  const event = findEvent(story, state, id)
  if (!event) return view
  const all = shownEvents(story, state).length
  return { ...view, events: [event], provenance: { ...provenance, selection: says.oneSelection(all, format.count(all)) } }
}

function offlinePart(words: ShareWords['download'], href: string): HTMLElement {
  const heading = h('h3', { id: 'download-offline' }, words.take)
  const link = h('a', { class: 'share-button', href, download: true }, words.takeSave)
  return h('section', { 'aria-labelledby': heading.id }, heading, h('p', {}, words.takeFor), link)
}

function paperPart(context: ViewContext, words: ShareWords['download'], signal: AbortSignal): HTMLElement {
  const heading = h('h3', { id: 'download-paper' }, words.paper)
  const button = handoutButton(context, signal)
  button.classList.add('share-button')
  return h('section', { 'aria-labelledby': heading.id }, heading, h('p', {}, words.paperFor), button)
}

/** Everything of the dialog but its pictures, as it is saved, or to be copied where nothing can be saved. */
function createContent(context: ViewContext, says: ShareWords, ports: SharePorts, signal: AbortSignal) {
  const words = says.download
  const { story } = context
  const answer = h('p', { class: 'share-answer', role: 'status' })
  const say = (text: string): void => write(answer, text)
  const saved = (name: string): void => say(words.saved(name))
  const data = ports.canSave ? createDataList(says, ports, say, signal) : createDataText(says, ports, signal)
  const picture = ports.canSave ? createPicturePart(context, says, ports, saved, signal) : null
  const scope = radioGroup<'all' | 'one'>(
    'download-what',
    words.what,
    [
      ['all', ''],
      ['one', ''],
    ],
    () => update(),
    signal,
  )
  const empty = h('p', { class: 'share-remark', hidden: true }, words.nothing)
  const full = h('a', { target: '_blank', rel: 'noopener' }, words.full)
  const refused = ports.canSave ? null : h('p', {}, words.noSaving, ' ', ports.fullPage && full)
  const licence = h('p', { class: 'share-remark' })
  let state: AppState | null = null

  function update(): void {
    if (state === null) return
    const address = ports.addressOf(state)
    const linkTo = address === null ? null : ports.linkTo
    const view = exportView(story, state, { words: context.words, address, linkTo, accessed: ports.today() })
    const event = findEvent(story, state, state.selected)
    scope.setWords('all', words.all(view.provenance.selection))
    scope.setWords('one', event && words.one(event.title.value))
    empty.hidden = scope.value() === 'one' || view.events.length > 0
    write(licence, story.license === null ? words.noLicence : address === null ? words.everyAlone : words.every)
    if (ports.fullPage) full.href = ports.fullPage(state)
    data.show(scope.value() === 'one' ? withOne(view, state.selected, words) : view)
  }
  const heading = h('h3', { id: 'download-data' }, words.data)
  const offline = ports.canSave && ports.offline !== null ? offlinePart(words, ports.offline) : null
  return {
    elements: [
      h('div', { class: 'share-lead' }, refused, licence),
      h('section', { class: 'share-data', 'aria-labelledby': heading.id }, heading, scope.element, empty, data.element),
      h('div', { class: 'share-side' }, picture?.element ?? null, offline, paperPart(context, words, signal)),
      answer,
    ],
    show(next: AppState): void {
      state = next
      write(answer, '')
      update()
      picture?.show(next)
    },
    stop: () => picture?.stop(),
  }
}

/** “Download”: what the page shows now, as data and as pictures. Open while state asks for it. */
export const createDownload =
  (says: ShareWords, ports: SharePorts): CreateView =>
  (root, context) => {
    const { store, words } = context
    const abort = new AbortController()
    const onClose = (): void => {
      if (store.state.dialog === 'download') store.set({ dialog: null })
      content.stop()
    }
    const dialog = createDialog({ id: 'dialog-download', title: says.download.title, words, onClose }, abort.signal)
    const content = createContent(context, says, ports, abort.signal)
    dialog.element.classList.add('share', 'download')
    dialog.body.append(...content.elements)
    root.append(dialog.element)
    return {
      update(state, changed) {
        if (!KEYS.some((key) => changed.has(key))) return
        if (state.dialog === 'download') {
          content.show(state)
          dialog.open()
        } else if (changed.has('dialog')) {
          dialog.close()
          content.stop()
        }
      },
      destroy() {
        abort.abort()
        content.stop()
        dialog.remove()
      },
    }
  }
