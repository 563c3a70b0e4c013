import { SNIPPET_KINDS, type Snippet, type SnippetInput, type SnippetKind, snippet } from '../core/snippets'
import type { BuilderWords } from '../core/words/builder-words'
import { createCopyField } from './copy-field'
import { h, write } from './dom'

export interface SnippetsOptions {
  readonly says: BuilderWords
  copy(text: string): Promise<boolean>
}

export interface SnippetsView {
  readonly element: HTMLElement
  show(input: SnippetInput): void
}

const ROWS = 9
const SANDBOX =
  'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"'

/** Scheme and host of an absolute address. */
const originOf = (address: string): string => /^[a-z]+:\/\/[^/]*/i.exec(address)?.[0] ?? address
/** On a machine of one's own, where others cannot come. */
const isPublished = (address: string): boolean =>
  /^https:\/\//i.test(address) && !/^https:\/\/(localhost|127\.|\[::1\])/i.test(address)

/** For whom, with what it does there, and the lines to copy. */
export function createSnippets({ says, copy }: SnippetsOptions, signal: AbortSignal): SnippetsView {
  const words = { copied: says.copied, byHand: says.byHand }
  const field = (id: string, label: string, rows: number) =>
    createCopyField({ id, label, button: says.copy, rows, words, copy }, signal)
  const select = h(
    'select',
    { id: 'builder-kind' },
    ...SNIPPET_KINDS.map((kind) => h('option', { value: kind }, says.kinds[kind])),
  )
  const note = h('p', { class: 'builder-note', id: 'builder-note' })
  select.setAttribute('aria-describedby', note.id)
  const fields = { code: field('builder-code', says.code, ROWS), address: field('builder-address', says.address, 2) }
  const unpublished = h('p', { class: 'builder-note', hidden: true })
  const policy = field('builder-policy', says.policyCode, 1)
  const sandbox = field('builder-sandbox', says.sandboxCode, 3)
  sandbox.show(SANDBOX)
  const hosts = h(
    'details',
    { class: 'builder-hosts' },
    h('summary', {}, says.sandbox),
    h('p', {}, says.sandboxText),
    sandbox.element,
    h('p', {}, says.policyText),
    policy.element,
  )
  let input: SnippetInput | null = null
  const kind = (): SnippetKind => SNIPPET_KINDS.find((each) => each === select.value) ?? 'listener'
  const show = (made: Snippet): void => {
    const isText = 'text' in made
    write(note, isText ? says.notes[kind()] : says.gaps[made.gap])
    fields.code.element.hidden = !isText || kind() === 'oembed'
    fields.address.element.hidden = !isText || kind() !== 'oembed'
    if (isText) fields[kind() === 'oembed' ? 'address' : 'code'].show(made.text)
  }
  const update = (): void => {
    if (input === null) return
    show(snippet(kind(), input))
    unpublished.hidden = isPublished(input.base)
    write(unpublished, says.notPublished(input.base))
    policy.show(`frame-src ${originOf(input.base)}`)
  }
  select.addEventListener('change', update, { signal })
  const heading = h('h3', { id: 'builder-snippets' }, says.snippets)
  return {
    element: h(
      'section',
      { class: 'builder-snippets', 'aria-labelledby': heading.id },
      heading,
      h('p', { class: 'builder-list' }, h('label', { for: select.id }, says.kind), select),
      note,
      fields.code.element,
      fields.address.element,
      unpublished,
      hosts,
    ),
    show(next) {
      input = next
      update()
    },
  }
}
