import { h, write } from './dom'

export interface CopyFieldOptions {
  /** Of the field; ids of its parts begin with it. */
  readonly id: string
  readonly label: string
  readonly button: string
  readonly rows: number
  readonly words: { readonly copied: string; readonly byHand: string }
  /** Puts text on the clipboard; false where the browser does not let it. */
  copy(text: string): Promise<boolean>
}

export interface CopyField {
  readonly element: HTMLElement
  show(text: string): void
}

/** A text to be taken elsewhere: in a field that can be read and selected, with a button that copies it. */
export function createCopyField(options: CopyFieldOptions, signal: AbortSignal): CopyField {
  const { id, rows, words, copy } = options
  const field = h('textarea', { id, rows, readonly: true, spellcheck: 'false', autocomplete: 'off', dir: 'auto' })
  const label = h('label', { for: id, id: `${id}-label` }, options.label)
  const button = h('button', { type: 'button', class: 'copy-button', 'aria-describedby': label.id }, options.button)
  const answer = h('p', { class: 'copy-answer', role: 'status' })
  /** The old command asks no permission: it takes what is selected. */
  const copySelected = (): boolean => {
    field.focus()
    field.select()
    return document.execCommand?.('copy') ?? false
  }
  const onPress = async (): Promise<void> => {
    const text = field.value
    write(answer, '')
    if (await copy(text)) return write(answer, words.copied)
    const isCopied = copySelected()
    if (isCopied) button.focus()
    write(answer, isCopied ? words.copied : words.byHand)
  }
  button.addEventListener('click', () => void onPress(), { signal })
  return {
    element: h('div', { class: 'copy-field' }, label, button, answer, field),
    show(text) {
      if (field.value === text) return
      field.value = text
      write(answer, '')
    },
  }
}
