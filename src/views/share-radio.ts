import { h } from './dom'

export interface RadioGroup<Value extends string> {
  readonly element: HTMLFieldSetElement
  value(): Value
  /** Writes the words of one choice anew; null hides it and chooses the first. */
  setWords(value: Value, words: string | null): void
}

/** A few choices of which one holds; the first, until the reader chooses. */
export function radioGroup<Value extends string>(
  name: string,
  legend: string,
  choices: readonly (readonly [Value, string])[],
  changed: () => void,
  signal: AbortSignal,
): RadioGroup<Value> {
  const radios = choices.map(([value, text], index) => {
    const input = h('input', { type: 'radio', name, value, checked: index === 0 })
    const words = h('span', {}, text)
    return { value, input, words, element: h('label', { class: 'share-option' }, input, words) }
  })
  const element = h('fieldset', { class: 'share-group' }, h('legend', {}, legend), ...radios.map((radio) => radio.element))
  element.addEventListener('change', changed, { signal })
  const [first] = radios
  if (first === undefined) throw new Error('A group of choices needs one.')
  return {
    element,
    value: () => (radios.find(({ input }) => input.checked) ?? first).value,
    setWords(value, words) {
      const radio = radios.find((each) => each.value === value)
      if (!radio) return
      radio.element.hidden = words === null
      radio.words.textContent = words ?? ''
      if (words === null && radio.input.checked) first.input.checked = true
    },
  }
}
