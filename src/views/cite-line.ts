import type { Citable } from '../core/citation'
import type { ShareWords } from '../core/words/share-words'
import { h, write } from './dom'

export interface CiteLine {
  readonly element: HTMLElement
  show(cited: Citable): void
}

export interface CiteLineOptions {
  /** Ids of its parts begin with it. */
  readonly id: string
  readonly name: string
  readonly says: ShareWords['cite']
  /** As source to paste: copied without a look of its own. */
  readonly isCode?: boolean
  copy(text: string, markup?: string): Promise<boolean>
}

/** Elements of a citation: italics and links, never markup. */
const nodes = ({ parts }: Citable): Node[] =>
  parts.map(({ text, italic, href, isLicence }) => {
    const inner = italic ? h('cite', {}, text) : document.createTextNode(text)
    return href === null ? inner : h('a', { href, rel: isLicence ? 'license noopener' : 'noopener', target: '_blank' }, inner)
  })

/** A citation as it will read, with a button that copies it; where the browser does not let it, the text in a field, selected. */
export function createCiteLine({ id, name, says, isCode = false, copy }: CiteLineOptions, signal: AbortSignal): CiteLine {
  const heading = h('h4', { id: `${id}-name` }, name)
  const text = isCode ? h('pre', { class: 'cite-code', tabindex: 0, role: 'region' }) : h('p', { class: 'cite-text' })
  if (isCode) text.setAttribute('aria-labelledby', heading.id)
  const button = h('button', { type: 'button', class: 'share-button', 'aria-label': says.copyName(name) }, says.copy)
  const answer = h('p', { class: 'share-answer', role: 'status' })
  const field = h('textarea', { id: `${id}-field`, rows: 4, readonly: true, hidden: true, 'aria-labelledby': heading.id })
  let cited: Citable | null = null
  const press = async (): Promise<void> => {
    if (cited === null) return
    write(answer, '')
    if (await copy(cited.text, isCode ? undefined : cited.markup)) {
      field.hidden = true
      return write(answer, says.copied)
    }
    field.value = cited.text
    field.hidden = false
    field.focus()
    field.select()
    // The old command asks no permission: it takes what is selected.
    const isCopied = document.execCommand?.('copy') ?? false
    if (isCopied) {
      field.hidden = true
      button.focus()
    }
    write(answer, isCopied ? says.copied : says.byHand)
  }
  button.addEventListener('click', () => void press(), { signal })
  return {
    element: h('li', { class: 'cite-line' }, heading, text, button, field, answer),
    show(next) {
      if (cited?.text === next.text && cited.markup === next.markup) return
      cited = next
      text.replaceChildren(...(isCode ? [next.text] : nodes(next)))
      field.hidden = true
      write(answer, '')
    },
  }
}
