import type { ExportView } from '../core/export-view'
import type { ShareWords } from '../core/words/share-words'
import { createCopyField } from './copy-field'
import { h, write } from './dom'
import { DATA_FORMATS, type DataFormat, dataFile, nothingIn, remarkOn } from './download-files'
import type { SharePorts } from './share-ports'

/** A part of the dialog that shows what would be saved. */
export interface DataPart {
  readonly element: HTMLElement
  show(view: ExportView): void
}

/** Formats with what each is for, and a button that saves it. `say` is told the name of the file, or why there is none. */
export function createDataList(says: ShareWords, ports: SharePorts, say: (text: string) => void, signal: AbortSignal): DataPart {
  const words = says.download
  let shown: ExportView | null = null
  const save = (format: DataFormat): void => {
    if (shown === null) return
    const nothing = nothingIn(shown, format, words)
    if (nothing !== null) return say(nothing)
    const { name, type, text } = dataFile(shown, format, ports.today())
    ports.save(name, new Blob([text], { type }))
    say(words.saved(name))
  }
  const rows = DATA_FORMATS.map((format) => {
    const { name, for: purpose, save: label } = words.formats[format]
    const button = h('button', { type: 'button', class: 'share-button' }, label)
    button.addEventListener('click', () => save(format), { signal })
    const remark = h('span', { class: 'share-remark' })
    const nothing = h('p', { id: `download-no-${format}`, hidden: true })
    const told = h('p', {}, purpose, ' ', remark)
    return { format, remark, nothing, button, element: h('li', {}, h('h4', {}, name), told, nothing, button) }
  })
  return {
    element: h('ul', { class: 'share-formats' }, ...rows.map(({ element }) => element)),
    show(view) {
      shown = view
      for (const { format, remark, nothing, button } of rows) {
        const why = nothingIn(view, format, words)
        write(remark, why === null ? remarkOn(view, format, words) : '')
        // That nothing fits is said once, above all of them.
        nothing.hidden = why === null || view.events.length === 0
        write(nothing, why ?? '')
        for (const [name, value] of [
          ['aria-disabled', 'true'],
          ['aria-describedby', nothing.id],
        ] as const)
          if (why === null) button.removeAttribute(name)
          else button.setAttribute(name, value)
      }
    },
  }
}

/** The same where nothing can be saved: the text of the file to copy. */
export function createDataText(says: ShareWords, ports: SharePorts, signal: AbortSignal): DataPart {
  const words = says.download
  let shown: ExportView | null = null
  const options = DATA_FORMATS.map((format) => h('option', { value: format }, words.formats[format].name))
  const select = h('select', { id: 'download-format' }, ...options)
  const purpose = h('p', { class: 'share-remark' })
  const field = createCopyField(
    { id: 'download-text', label: words.text, button: words.copy, rows: 8, words, copy: (text) => ports.copy(text) },
    signal,
  )
  const update = (): void => {
    const format = DATA_FORMATS.find((each) => each === select.value) ?? 'csv'
    if (shown === null) return
    const nothing = nothingIn(shown, format, words)
    write(purpose, [words.formats[format].for, nothing ?? remarkOn(shown, format, words)].filter(Boolean).join(' '))
    field.element.hidden = nothing !== null
    field.show(nothing === null ? dataFile(shown, format, ports.today()).text : '')
  }
  select.addEventListener('change', update, { signal })
  return {
    element: h(
      'div',
      { class: 'share-text' },
      h('p', { class: 'share-field' }, h('label', { for: select.id }, words.format), select),
      purpose,
      field.element,
    ),
    show(view) {
      shown = view
      update()
    },
  }
}
