import type { PresentWords } from '../core/words/present-words'
import { h } from './dom'

interface Link {
  readonly name: string
  readonly address: string
  /** The new page may speak to this one. */
  readonly isOpener: boolean
}
interface Press {
  readonly name: string
  press(): void
}

export interface Message {
  readonly element: HTMLElement
  /** For every reader, until the next thing is done. */
  say(sentence: string, link?: Link | null): void
  /** What is so for longer: it stands where nothing else is said, until it is not so any more, or is closed. Null: nothing. */
  stand(sentence: string | null, button: Press): void
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
  let standing: readonly (Node | string)[] = []
  let stood: string | null = null
  let isSaid = false
  const show = (parts: readonly (Node | string)[]): void => {
    element.hidden = parts.length === 0
    line.replaceChildren(...parts)
  }
  const clear = (): void => {
    if (isSaid) show(standing)
    isSaid = false
  }
  close.addEventListener('click', () => {
    if (!isSaid) standing = []
    isSaid = true
    clear()
  })
  return {
    element,
    say(sentence, link = null) {
      isSaid = true
      const rel = link?.isOpener ? 'opener' : 'noopener'
      show([sentence, ...(link ? [' ', h('a', { href: link.address, target: '_blank', rel }, link.name)] : [])])
    },
    stand(sentence, { name, press }) {
      if (sentence === stood) return
      stood = sentence
      const button = h('button', { type: 'button' }, name)
      button.addEventListener('click', press)
      standing = sentence === null ? [] : [sentence, ' ', button]
      if (!isSaid) show(standing)
    },
    whisper(sentence) {
      voice.textContent = sentence
    },
    clear,
    destroy: () => voice.remove(),
  }
}
