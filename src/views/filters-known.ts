import { dayOf, endOfDay, lastReport } from '../core/known'
import { zoneName } from '../core/zone-name'
import { reach } from '../state/actions'
import type { AppState } from '../state/state'
import { h } from './dom'
import { saysOf } from './list-lines'
import type { ViewContext } from './view'

/** "Known on": a day by whose end a record must have been reported. A date that cannot be is told beside the field. */
export function createKnownField(context: ViewContext, signal: AbortSignal) {
  const { story, store, words } = context
  const { known: says } = words.list
  const { format } = saysOf(context)
  const [least, end] = reach(story)
  const greatest = Math.max(end, lastReport(story))
  const [min, max] = [dayOf(story, least), dayOf(story, greatest)]
  const field = h('input', {
    type: 'date',
    id: 'known-on',
    min: min || null,
    max: max || null,
    'aria-describedby': 'known-hint known-error',
  })
  const clear = h('button', { type: 'button', class: 'text-button' }, says.clear)
  const hint = h('p', { class: 'hint', id: 'known-hint' }, says.hint(zoneName(story, story.timeZone)))
  const error = h('p', { class: 'field-error', id: 'known-error', role: 'alert' })
  const label = h('label', { for: 'known-on' }, h('span', { class: 'unseen' }, `${says.label}: `), says.field)
  const line = h('div', { class: 'known-line' }, label, field, clear)
  const element = h(
    'fieldset',
    { class: 'facets' },
    h('legend', {}, says.label),
    h('div', { class: 'facet-values known-on' }, line, hint, error),
  )

  const tell = (wrong: boolean): void => {
    const text = wrong ? says.wrong(format.day(least), format.day(greatest)) : ''
    if (error.textContent !== text) error.textContent = text
    field.setAttribute('aria-invalid', String(wrong))
  }
  /** While a year is being typed the field holds years such as 202: they are wrong only once the reader goes on. */
  const read = (done: boolean): void => {
    const { badInput } = field.validity
    const at = field.value === '' ? null : endOfDay(story, field.value)
    const wrong = badInput || (field.value !== '' && (at === null || field.value < min || (max !== '' && field.value > max)))
    if (!wrong) store.set({ known: at })
    if (!wrong || done) tell(wrong)
  }
  field.addEventListener('change', () => read(false), { signal })
  field.addEventListener('blur', () => read(true), { signal })
  field.addEventListener('keydown', ({ key }) => key === 'Enter' && read(true), { signal })
  clear.addEventListener(
    'click',
    () => {
      field.value = ''
      tell(false)
      store.set({ known: null })
      field.focus()
    },
    { signal },
  )
  let shown: number | null = null
  return {
    element,
    show({ known }: AppState): void {
      clear.hidden = known === null
      if (known === shown) return
      shown = known
      const day = known === null ? '' : dayOf(story, known)
      if (field.value !== day) field.value = day
      tell(false)
    },
  }
}
