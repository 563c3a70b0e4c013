import type { PresentWords } from '../core/words/present-words'
import { h } from './dom'

interface Link {
  readonly name: string
  readonly address: string
  /** The new page may speak to this one. */
  readonly isOpener: boolean
}

export interface Message {
  readonly element: HTMLElement
  /** For every reader, until the next thing is done. */
  say(sentence: string, link?: Link | null): void
  /** For those who do not see what happened. */
  whisper(sentence: string): void
  clear(): void
  destroy(): void
}

/** One line over the bar for what does not work here and what does, and a voice for what can be seen anyway. */
export function createMessage(says: Pick<PresentWords, 'close'>): Message {
  const line = h('p', { role: 'status' })
  const close = h('button', { type: 'button' }, says.close)
  const element = h('div', { class: 'present-message', hidden: true }, line, close)
  const voice = h('p', { class: 'unseen', role: 'status' })
  document.body.append(voice)
  const clear = (): void => {
    element.hidden = true
    line.replaceChildren()
  }
  close.addEventListener('click', clear)
  return {
    element,
    say(sentence, link = null) {
      element.hidden = false
      const rel = link?.isOpener ? 'opener' : 'noopener'
      line.replaceChildren(sentence, ...(link ? [' ', h('a', { href: link.address, target: '_blank', rel }, link.name)] : []))
    },
    whisper(sentence) {
      voice.textContent = sentence
    },
    clear,
    destroy: () => voice.remove(),
  }
}
