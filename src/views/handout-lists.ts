import { sourceName } from '../core/export-sources'
import type { HandoutQuestion, LeftOut } from '../core/handout-questions'
import { numberRanges } from '../core/handout-time'
import type { Source } from '../core/story-types'
import { bdi, h } from './dom'
import { orLine, part, type Sheet, writingLines } from './handout-part'
import { placeSign } from './handout-sign'
import { dotted } from './list-lines'
import { safeUrl } from './list-sources'

const QUESTION_LINES = 3

/** Numbers of the map with their names, and the events there. */
export function placeList(sheet: Sheet): HTMLElement | null {
  const { handout, says } = sheet
  if (handout.places.length === 0) return null
  const rows = handout.places.map(({ number, shape, name, events }) =>
    h(
      'li',
      { value: number },
      placeSign(shape, number),
      h('span', { class: 'handout-name' }, orLine(sheet, name, 'places')),
      h('span', { class: 'handout-cites' }, says.placeEvents(events.length, numberRanges(events))),
    ),
  )
  return h('ol', { class: 'handout-places', 'aria-label': says.places }, ...rows)
}

/** Letters of the map: what was known of each ship. */
export function shipList({ handout, says, view }: Sheet): HTMLElement | null {
  if (handout.vessels.length === 0) return null
  const rows = handout.vessels.map(({ letter, name, told, strong }) =>
    h(
      'li',
      {},
      h('b', { class: 'handout-letter' }, letter),
      h('span', {}, h('b', {}, name), `: ${[told, ...strong].map(view.words.list.capital).join('. ')}.`),
    ),
  )
  return h('ul', { class: 'handout-ships', 'aria-label': says.ships }, ...rows)
}

/** What stands after a source's name. A blank sheet has no more than its site: what it is about, and words of an address, would tell. */
function sourceFacts({ says, view, isBlank, blanks }: Sheet, { url, published, about }: Source): readonly (Node | string)[] {
  const day = published && !blanks.has('dates') ? says.published(view.format.when(published)) : ''
  const link = safeUrl(url)
  if (isBlank) return [`${day}. `, link ? link.host.replace(/^www\./, '') : says.notLinked]
  const address = link ? h('a', { href: link.href, rel: 'noopener noreferrer', target: '_blank' }, link.href) : says.notLinked
  return [`${day}. `, ...(about === null ? [] : [bdi(about), '. ']), address]
}

/** Every source by its number, with its address to type. */
export function sourceList(sheet: Sheet): HTMLElement | null {
  const { handout, says, isBlank } = sheet
  if (handout.sources.length === 0) return null
  const rows = handout.sources.map(({ number, source }) =>
    h(
      'li',
      { value: number },
      h('span', { class: 'handout-index' }, String(number)),
      h('span', {}, h('b', {}, sourceName(source)), ...sourceFacts(sheet, source)),
    ),
  )
  const note = isBlank ? h('p', { class: 'handout-note' }, says.sourcesBlank) : null
  return part('sources', says.sources, note, h('ol', { class: 'handout-columns' }, ...rows))
}

/** The words of the sheet that have a meaning of their own. */
export function termList({ handout, says }: Sheet): HTMLElement | null {
  if (handout.terms.length === 0) return null
  const rows = handout.terms.map(({ term, text }) => h('div', {}, h('dt', {}, bdi(term)), h('dd', {}, bdi(text))))
  return part('terms', says.terms, h('dl', { class: 'handout-columns' }, ...rows))
}

function ask({ says, view }: Sheet, { event, title, question }: HandoutQuestion): readonly Node[] {
  const lead = says.questionOf(event === null ? null : view.format.count(event), title?.value ?? null)
  return [...(lead === '' ? [] : [h('span', { class: 'handout-step' }, lead)]), bdi(question)]
}

const REASONS: readonly (keyof LeftOut)[] = ['away', 'undrawn', 'telling']

/** How many questions are left out, and why. */
function leftOut({ handout, says, view }: Sheet): HTMLElement | null {
  const told = REASONS.flatMap((reason) => {
    const n = handout.leftOut[reason]
    return n === 0 ? [] : [says.leftOut[reason](n, view.format.count(n))]
  })
  return told.length === 0 ? null : h('p', { class: 'handout-note' }, told.join(' '))
}

/** What the steps ask; on the blank sheet with room for the answers, which stand in the key of the other. */
export function questionList(sheet: Sheet): HTMLElement | null {
  const { handout, says, isBlank } = sheet
  const note = leftOut(sheet)
  const rows = handout.questions.map((question) =>
    h(
      'li',
      { value: question.number },
      h('p', {}, ...ask(sheet, question)),
      isBlank ? writingLines(says.answerLines, QUESTION_LINES) : null,
    ),
  )
  if (rows.length === 0) return note && part('questions', says.questions, note)
  return part('questions', says.questions, h('ol', { class: 'handout-numbered' }, ...rows), note)
}

/** What belongs on the lines of each event: its title, its date, what came of it. */
function eventKey({ handout, says, asked, view }: Sheet): HTMLElement | null {
  if (!(['titles', 'dates', 'outcomes'] as const).some((blank) => asked.has(blank))) return null
  const rows = handout.events.flatMap(({ number, title, date, outcome }) => {
    const parts: Node[] = [
      ...(asked.has('titles') && title ? [h('b', {}, bdi(title))] : []),
      ...(asked.has('dates') ? [h('span', {}, date ? view.words.list.capital(date) : says.keyNoDate)] : []),
      ...(asked.has('outcomes') && outcome ? [bdi(outcome)] : []),
    ]
    const told = h('span', {}, ...dotted(parts))
    return parts.length === 0 ? [] : [h('li', { value: number }, h('span', { class: 'handout-index' }, String(number)), told)]
  })
  return h('div', {}, h('h3', {}, says.keyEvents), h('ol', { class: 'handout-columns' }, ...rows))
}

function placeKey({ handout, says, asked }: Sheet): HTMLElement | null {
  if (!asked.has('places') || handout.places.length === 0) return null
  const names = handout.places.map(({ number, name }) =>
    h('li', { value: number }, h('span', { class: 'handout-index' }, String(number)), name ? bdi(name) : '–'),
  )
  return h('div', { class: 'handout-key-places' }, h('h3', {}, says.keyPlaces), h('ol', { class: 'handout-columns' }, ...names))
}

function questionKey(sheet: Sheet): HTMLElement | null {
  const { handout, says } = sheet
  if (handout.questions.length === 0) return null
  const rows = handout.questions.map((question) =>
    h(
      'li',
      { value: question.number },
      h('p', {}, ...ask(sheet, question)),
      h('p', { class: 'handout-answer' }, question.answer ? bdi(question.answer) : says.noAnswer),
    ),
  )
  return h('div', {}, h('h3', {}, says.keyQuestions), h('ol', { class: 'handout-numbered' }, ...rows))
}

/** A page of its own for the teacher: what belongs on the lines of the blank sheet. */
export const answerKey = (sheet: Sheet): HTMLElement =>
  part(
    'key',
    sheet.says.key,
    h('p', { class: 'handout-note' }, sheet.says.keyFor),
    eventKey(sheet),
    placeKey(sheet),
    questionKey(sheet),
  )
