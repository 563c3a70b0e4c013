import { type Citable, citationsOf, creditLine } from '../core/citation'
import { editionDay } from '../core/edition-day'
import { exportWords } from '../core/words/export-words'
import type { ShareWords } from '../core/words/share-words'
import { utcInstant } from '../core/zone'
import { type AppState, initialState } from '../state/state'
import { createCode } from './cite-code'
import { createCiteLine } from './cite-line'
import { createCopyField } from './copy-field'
import { createDialog } from './dialog'
import { h, write } from './dom'
import type { SharePorts } from './share-ports'
import { radioGroup } from './share-radio'
import type { CreateView, ViewContext } from './view'

const STYLES = ['apa', 'chicagoNote', 'chicagoBibliography', 'mla', 'bibtex'] as const

function licenceLine({ story: { license } }: ViewContext, says: ShareWords['cite']): HTMLElement {
  if (license === null) return h('p', {}, says.noLicence)
  const [before, after] = says.licence
  const name =
    license.url === null ? license.name : h('a', { href: license.url, rel: 'license noopener', target: '_blank' }, license.name)
  return h('p', {}, before, name, after)
}

/** “22 November 2026”, as the reader's calendar has it. */
function dayText({ words }: ViewContext, ports: SharePorts): string {
  const { year, month, day } = ports.today()
  const midnight = utcInstant({ year, month: month ?? 1, day: day ?? 1 })
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(midnight)
}

/** “edition 1, 22 November 2026”, in the same calendar: citations have days of their own. */
const editionSaid = ({ story, words }: ViewContext): string | null =>
  story.edition && exportWords.edition(String(story.edition.number), editionDay(story, words))

/** Citations, credit line, address and code; all follow the choice of the address. */
function createContent(context: ViewContext, says: ShareWords, ports: SharePorts, signal: AbortSignal) {
  const words = says.cite
  const { story } = context
  const copy = ports.copy
  const line = (name: (typeof STYLES)[number]) =>
    createCiteLine({ id: `cite-${name}`, name: words[name], says: words, isCode: name === 'bibtex', copy }, signal)
  const styles = STYLES.map((name) => ({ name, line: line(name) }))
  const credit = createCiteLine({ id: 'cite-credit', name: words.creditText, says: words, copy }, signal)
  const markup = createCiteLine({ id: 'cite-markup', name: words.creditMarkup, says: words, isCode: true, copy }, signal)
  const leads = radioGroup<'view' | 'story'>(
    'cite-leads',
    words.leads,
    [
      ['view', words.view],
      ['story', words.story],
    ],
    () => update(),
    signal,
  )
  const about = h('p', {})
  const code = createCode(words)
  const address = createCopyField(
    { id: 'cite-address', label: words.address, button: words.copy, rows: 3, words, copy: (text) => copy(text) },
    signal,
  )
  const noAddress = h('p', { hidden: true }, words.noAddress)
  const heading = (id: string, text: string) => h('h3', { id }, text)
  const where = h(
    'section',
    { class: 'cite-where', 'aria-labelledby': 'cite-code' },
    heading('cite-code', words.code),
    code.element,
    address.element,
  )
  let state: AppState | null = null

  function update(): void {
    if (state === null) return
    const asked = leads.value() === 'view' ? state : initialState(story)
    const found = ports.addressOf(asked)
    const access = { address: found, accessed: ports.today() }
    const cited = citationsOf(story, access)
    for (const { name, line: each } of styles) each.show(cited[name])
    const tasl = creditLine(story, found, access.accessed)
    credit.show(tasl)
    markup.show(asSource(tasl))
    const day = dayText(context, ports)
    const edition = editionSaid(context)
    write(about, edition === null ? words.noEdition(day) : words.edition(edition, day))
    noAddress.hidden = found !== null
    for (const part of [where, leads.element]) part.hidden = found === null
    if (found === null) return
    code.show(found)
    address.show(found)
  }
  return {
    elements: [
      h('div', { class: 'share-lead' }, leads.element, noAddress, about, licenceLine(context, words)),
      h(
        'section',
        { class: 'cite-styles', 'aria-labelledby': 'cite-styles' },
        heading('cite-styles', words.styles),
        h('p', { class: 'share-remark' }, words.check),
        h('ul', {}, ...styles.map((each) => each.line.element)),
      ),
      h(
        'div',
        { class: 'share-side' },
        h(
          'section',
          { 'aria-labelledby': 'cite-credit' },
          heading('cite-credit', words.credit),
          h('p', { class: 'share-remark' }, words.creditFor),
          h('ul', {}, credit.element, markup.element),
        ),
        where,
      ),
    ],
    show(next: AppState): void {
      state = next
      update()
    },
  }
}

/** The source of a markup as the text that is shown and copied. */
const asSource = ({ markup }: Citable): Citable => ({
  parts: [{ text: markup, italic: false, href: null, isLicence: false }],
  text: markup,
  markup,
})

/** “Cite and reuse”: citations in the usual styles, the credit line, the address of the view and its code. Open while state asks for it. */
export const createCite =
  (says: ShareWords, ports: SharePorts): CreateView =>
  (root, context) => {
    const { store, words } = context
    const abort = new AbortController()
    const onClose = (): void => {
      if (store.state.dialog === 'cite') store.set({ dialog: null })
    }
    const dialog = createDialog({ id: 'dialog-cite', title: says.cite.title, words, onClose }, abort.signal)
    const content = createContent(context, says, ports, abort.signal)
    dialog.element.classList.add('share', 'cite')
    dialog.body.append(...content.elements)
    root.append(dialog.element)
    return {
      update(state, changed) {
        if (state.dialog === 'cite') {
          content.show(state)
          dialog.open()
        } else if (changed.has('dialog')) dialog.close()
      },
      destroy() {
        abort.abort()
        dialog.remove()
      },
    }
  }
