import type { outwardWords } from '../core/words/outward-words'
import { h } from './dom'

export interface AddressBoxPorts {
  readonly words: typeof outwardWords
  /** Puts text on the clipboard; false where the browser does not let it. */
  copy(text: string): Promise<boolean>
}

export interface AddressBox {
  /** Puts the box under the line that a link stands in, its address selected; where it is there already, takes it away. */
  toggle(link: HTMLAnchorElement): void
}

/** The address of a link as text with “Copy link”: one box, for the link that was pressed last. */
export function createAddressBox({ words, copy }: AddressBoxPorts): AddressBox {
  const why = h('span', { id: 'address-box-why' }, words.ifNothingOpens)
  const field = h('input', { readonly: true, dir: 'ltr', 'aria-label': words.address, 'aria-describedby': why.id })
  const button = h('button', { type: 'button' }, words.copy)
  const answer = h('span', { role: 'status' })
  const element = h('span', { class: 'address-box', role: 'group', 'aria-label': words.address }, why, field, button, answer)
  let opener: HTMLAnchorElement | null = null
  const select = (): void => {
    field.focus({ preventScroll: true })
    field.select()
  }
  /** The old command asks no permission of the page around us. */
  const copySelected = (): boolean => {
    select()
    return document.execCommand('copy')
  }
  const onPress = async (): Promise<void> => {
    const isCopied = (await copy(field.value)) || copySelected()
    answer.textContent = isCopied ? words.copied : words.byHand
  }
  button.addEventListener('click', () => void onPress())
  return {
    toggle(link) {
      const isThere = opener === link && element.isConnected
      element.remove()
      opener = link
      if (isThere) return
      field.value = link.href
      answer.textContent = ''
      const line = link.closest('p, li, dd') ?? link.parentElement
      line?.append(element)
      select()
    },
  }
}
