import type { Text } from '../core/types'
import { h } from './dom'

/** Something that can be an end. */
export interface Choice {
  readonly id: string
  readonly text: string
  /** BCP 47. */
  readonly lang: Text['lang']
}

export interface EndSelect {
  readonly element: HTMLElement
  readonly select: HTMLSelectElement
  /** `choices` may be long: they are written when the reader comes to them, unless they are few. */
  show(choices: () => readonly Choice[], key: object, chosen: Choice | null, empty: string): void
}

/** As many options as cost nothing to write. */
const FEW = 400

/** One end of a measurement as a list to choose from. `set` gets null where the reader takes it away. */
export function createEndSelect(
  id: string,
  label: string,
  describedBy: string,
  set: (id: string | null) => void,
  signal: AbortSignal,
): EndSelect {
  const select = h('select', { id, 'aria-describedby': describedBy })
  const element = h('span', { class: 'end' }, h('label', { for: id }, label), select)
  let written: object | null = null
  let pending: (() => void) | null = null

  const optionOf = ({ id, text, lang }: Choice): HTMLOptionElement =>
    h('option', { value: id, lang: lang === document.documentElement.lang ? null : lang }, text)
  const write = (): void => {
    pending?.()
    pending = null
  }
  // Before the browser opens the list.
  for (const name of ['focus', 'pointerdown', 'keydown']) select.addEventListener(name, write, { signal })
  select.addEventListener('change', () => set(select.value === '' ? null : select.value), { signal })

  return {
    element,
    select,
    show(choices, key, chosen, empty) {
      const none = h('option', { value: '' }, empty)
      const value = chosen?.id ?? ''
      const fill = (all: readonly Choice[]): void => {
        const isThere = chosen === null || all.some(({ id }) => id === chosen.id)
        select.replaceChildren(none, ...(isThere ? all : [chosen, ...all]).map(optionOf))
        select.value = value
        written = key
      }
      if (written === key && [...select.options].some((option) => option.value === value)) {
        select.value = value
        return
      }
      const all = choices()
      pending = null
      if (all.length <= FEW || select === document.activeElement) return fill(all)
      fill([])
      written = null
      pending = () => fill(all)
    },
  }
}
