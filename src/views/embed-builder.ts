import { editionDay } from '../core/edition-day'
import { formatterOf } from '../core/format'
import { openRecords } from '../core/open-records'
import type { SnippetInput, SnippetPicture } from '../core/snippets'
import type { BuilderWords } from '../core/words/builder-words'
import { previewWords } from '../core/words/preview-words'
import { snippetWords } from '../core/words/snippet-words'
import { embedQueries } from '../state/embed-state'
import type { AppState } from '../state/state'
import { createDialog } from './dialog'
import { h } from './dom'
import { createChoices } from './embed-builder-choices'
import { createPreview } from './embed-builder-preview'
import { createSnippets } from './embed-builder-snippets'
import type { CreateView, ViewContext } from './view'

/** What the builder needs of the site that the page belongs to. */
export interface BuilderPorts {
  /** Absolute address of the site's folder, with a slash at its end. */
  readonly base: string
  /** The page of this edition that never changes, below the folder; null where there is none. */
  readonly pinned: string | null
  readonly hasOembed: boolean
  /** Languages of the words, BCP 47 and name. */
  readonly languages: readonly (readonly [id: string, name: string])[]
  /** The picture for links, below the folder, with its size; `alt` null where the page does not say what it shows. */
  readonly picture: Omit<SnippetPicture, 'alt'> & { readonly alt: string | null }
  copy(text: string): Promise<boolean>
  /** Whether the site has a picture at this address. */
  hasPicture(address: string): Promise<boolean>
}

const EMBED = 'embed.html'
/** Until the preview has been measured. */
const FIRST_PX = 720
/** Between these a frame that keeps its height shows something of every view. */
const FIXED_PX = [500, 800] as const

const tens = (px: number): number => Math.round(px / 10) * 10

/** What all snippets of a story have in common. */
function staticParts({ story }: ViewContext, { base, hasOembed }: BuilderPorts) {
  const credit = [story.license?.name, story.attribution?.value].filter(Boolean).join(' ')
  return { base, hasOembed, id: story.id, title: story.title.value, credit, words: snippetWords }
}

/** “Embed”: what a frame shows, the lines to paste, and the frame itself as a reader would see it. Open while state asks for it. */
export const createBuilder =
  (says: BuilderWords, ports: BuilderPorts): CreateView =>
  (root, context) => {
    const { story, store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const format = formatterOf(story, words)
    const share = new Intl.NumberFormat(words.locale, { style: 'percent' })
    const { edition } = story
    const pinned =
      ports.pinned !== null && edition !== null
        ? { path: ports.pinned, number: format.count(edition.number), day: editionDay(story, words) }
        : null
    const common = staticParts(context, ports)
    let picture: SnippetPicture | null = null

    const onClose = (): void => {
      if (store.state.dialog === 'embed') store.set({ dialog: null })
      preview.stop()
    }
    const dialog = createDialog({ id: 'dialog-embed', title: says.title, words, onClose }, signal)
    const inputOf = (): SnippetInput => {
      const chosen = choices.choices()
      const { frame, page } = embedQueries(story, store.state, chosen)
      return {
        ...common,
        framePath: chosen.isPinned && pinned !== null ? pinned.path : EMBED,
        frameQuery: frame,
        pageQuery: page,
        heightPx: chosen.fixedPx ?? preview.heightPx() ?? FIRST_PX,
        isFixed: chosen.fixedPx !== null,
        pinned: chosen.isPinned ? pinned : null,
        picture,
      }
    }
    const suggest = (): void => {
      const measured = preview.heightPx()
      choices.suggestHeight(measured === null ? FIRST_PX : Math.min(Math.max(tens(measured), FIXED_PX[0]), FIXED_PX[1]))
    }
    const update = (): void => {
      const input = inputOf()
      preview.show(input.base + input.framePath + input.frameQuery, input.isFixed ? input.heightPx : null)
      snippets.show(input)
    }
    const measured = (): void => {
      if (!choices.choices().fixedPx) suggest()
      snippets.show(inputOf())
    }
    const offers = {
      says,
      languages: ports.languages,
      pinned: pinned && says.versions.pinned(pinned.number, pinned.day),
      count: format.count,
    }
    const choices = createChoices(offers, update, signal)
    const preview = createPreview({ says, count: format.count, percent: (part) => share.format(part), measured }, signal)
    const snippets = createSnippets({ says, copy: ports.copy }, signal)
    const chosen = h(
      'section',
      { 'aria-labelledby': 'builder-choices' },
      h('h3', { id: 'builder-choices' }, says.choices),
      choices.element,
    )
    dialog.element.classList.add('builder')
    dialog.body.append(h('div', { class: 'builder-sides' }, chosen, snippets.element), preview.element)
    root.append(dialog.element)
    suggest()

    const shortAlt = (): string => {
      const day = story.asOf && previewWords.asOf(format.day(story.now))
      return [previewWords.what(story.title.value), day && previewWords.sentence(day)].filter(Boolean).join(' ')
    }
    const findPicture = async (): Promise<void> => {
      if (picture !== null || !(await ports.hasPicture(ports.base + ports.picture.path)) || signal.aborted) return
      picture = { ...ports.picture, alt: ports.picture.alt ?? shortAlt() }
      if (store.state.dialog === 'embed') snippets.show(inputOf())
    }
    const open = (state: AppState): void => {
      const [event] = openRecords(story, state, state.selected)
      const isOpening = embedQueries(story, state, { ...choices.choices(), start: 'view' }).page === ''
      choices.showEvent(event?.title.value ?? null, isOpening ? 'opening' : 'view')
      update()
      dialog.open()
      void findPicture()
    }
    return {
      update(state, changed) {
        if (!changed.has('dialog')) return
        if (state.dialog === 'embed') open(state)
        else {
          dialog.close()
          preview.stop()
        }
      },
      destroy() {
        abort.abort()
        dialog.remove()
      },
    }
  }
