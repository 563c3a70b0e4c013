import { creditLine } from '../core/citation'
import { editionDay } from '../core/edition-day'
import type { Blank } from '../core/handout'
import { numberRanges } from '../core/handout-time'
import { QUIET_ZONE, qrCode } from '../core/qr'
import { bdi, h, svg } from './dom'
import type { Sheet } from './handout-part'

const BLANKS: readonly Blank[] = ['titles', 'dates', 'places', 'outcomes']
/** A camera reads modules of this size from a sheet of paper. */
const LEAST_MODULE_MM = 0.5
const LEAST_CODE_MM = { usual: 26, large: 36 }

/** The code of the address, its modules large enough to be read from paper. */
function codeOf({ says, isLarge }: Sheet, address: string): SVGSVGElement | null {
  const code = qrCode(address)
  if (code === null) return null
  const ground = svg('rect', { width: '100%', height: '100%', fill: '#fff' })
  const drawing = svg(
    'svg',
    { class: 'handout-code', role: 'img', 'shape-rendering': 'crispEdges', viewBox: `0 0 ${code.side} ${code.side}` },
    ground,
    svg('path', { fill: '#000', d: code.d }),
  )
  drawing.setAttribute('aria-label', says.code)
  const mm = Math.max(isLarge ? LEAST_CODE_MM.large : LEAST_CODE_MM.usual, code.side * LEAST_MODULE_MM)
  drawing.style.setProperty('--code', `${mm}mm`)
  drawing.style.setProperty('--quiet', `${(mm * QUIET_ZONE) / code.side}mm`)
  return drawing
}

/** "As of Thu, 26 Feb 2026. Edition 1, 22 November 2026. All 29 events." Dates as the reader writes them; the credit has its own way. */
function facts({ view }: Sheet): string {
  const { story, words, format, provenance } = view
  const asOf = story.asOf ? words.page.asOf(format.day(story.now)) : ''
  const { edition: own } = story
  const edition = own === null ? '' : words.page.edition(format.count(own.number), editionDay(story, words))
  return [asOf, edition, `${provenance.selection}.`].filter(Boolean).join(' ')
}

function pupil({ says }: Sheet): HTMLElement {
  const fields = says.pupil.map((name) => h('span', {}, `${name} `, h('span', { class: 'handout-rule' })))
  return h('p', { class: 'handout-pupil' }, ...fields)
}

/** What came of it is asked of few events: the task names them. */
function outcomeTask({ says, view, handout }: Sheet): string {
  const own = new Set(view.events.filter(({ outcome }) => outcome !== null).map(({ id }) => id))
  const numbers = handout.events.filter(({ id }) => own.has(id)).map(({ number }) => number)
  return numbers.length === 0 ? says.tasks.outcomes : says.outcomeTask(numbers.length, numberRanges(numbers))
}

function tasks(sheet: Sheet): HTMLElement {
  const { says, blanks, handout } = sheet
  const asked = BLANKS.filter((blank) => blanks.has(blank))
  const told = [
    ...asked.map((blank) => (blank === 'outcomes' ? outcomeTask(sheet) : says.tasks[blank])),
    ...(asked.some((blank) => blank !== 'outcomes') ? [says.gaps] : []),
    ...(handout.events.some(({ isRenamed }) => isRenamed) ? [says.renamed] : []),
  ]
  return h('ul', { class: 'handout-tasks' }, ...told.map((task) => h('li', {}, task)))
}

/** Title, takeaway, date and edition, with the code and the address of the view. The takeaway tells too much for a blank sheet. */
export function sheetHead(sheet: Sheet): HTMLElement {
  const { view, says, isBlank, title: name } = sheet
  const { story, address } = view
  const title = h('h1', { id: 'handout-title', tabindex: -1 }, bdi(name))
  const code = address === null ? null : codeOf(sheet, address)
  const summary = story.summary && !isBlank ? h('p', { class: 'handout-takeaway' }, bdi(story.summary)) : null
  const reached = address === null ? says.noAddress : h('span', { class: 'handout-address' }, address)
  return h(
    'header',
    { class: 'handout-head' },
    h(
      'div',
      { class: 'handout-title' },
      h('p', { class: 'handout-kind' }, isBlank ? says.sheet.blank : says.sheet.answers),
      title,
      summary,
      h('p', { class: 'handout-note' }, facts(sheet)),
      isBlank ? pupil(sheet) : null,
      isBlank ? tasks(sheet) : null,
    ),
    code,
    h('p', { class: 'handout-reach' }, `${says.onScreen}: `, reached),
  )
}

/** Whose work it is, where it stands and when it was read. */
export function sheetFoot({ view, says, title, today }: Sheet): HTMLElement {
  const { story, address } = view
  const credit = h('p', {}, creditLine({ ...story, title }, address, today).text)
  return h('footer', { class: 'handout-foot', 'aria-label': says.credits }, credit, h('p', {}, view.words.page.sourcesNote))
}
