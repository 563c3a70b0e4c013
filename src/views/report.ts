import { editionDay } from '../core/edition-day'
import { formatterOf } from '../core/format'
import { openRecords } from '../core/open-records'
import { type ReportedRecord, reportLink, reportOf, reportTarget } from '../core/report'
import type { ClaimId, EventId, StoryEvent } from '../core/types'
import type { ReportWords } from '../core/words/report-words'
import type { AppState } from '../state/state'
import { createCopyField } from './copy-field'
import { createDialog } from './dialog'
import { h, write } from './dom'
import { sourcesOf } from './list-sources'
import type { CreateView, ViewContext } from './view'

export interface ReportPorts {
  /** The address that opens the page on this record, or on the story; empty where it is not known. */
  linkTo(event: EventId | null, claim: ClaimId | null): string
  copy(text: string): Promise<boolean>
}

/** A record that an error may lie in, with the value that stands for it in the list. */
interface Choice extends ReportedRecord {
  readonly value: string
}

/** The story, the open event, its claims and its sources. */
function choicesOf(
  { story }: ViewContext,
  says: ReportWords,
  ports: ReportPorts,
  records: readonly StoryEvent[],
): readonly Choice[] {
  const [event] = records
  const whole: Choice = { value: 'story', name: null, address: ports.linkTo(null, null), sourceUrl: null }
  if (event === undefined) return [whole]
  const address = ports.linkTo(event.id, null)
  const claims = records
    .flatMap((record) => record.claims)
    .map(({ id, text }) => ({
      value: `claim ${id}`,
      name: says.claim(text.value),
      address: ports.linkTo(event.id, id),
      sourceUrl: null,
    }))
  const cited = new Set(records.flatMap((record) => sourcesOf(story, record).map(({ source }) => source)))
  const sources = [...cited].map((source) => ({
    value: `source ${source.id}`,
    name: says.source(source.publisher),
    address,
    sourceUrl: source.url,
  }))
  return [{ value: 'event', name: says.event(event.title.value), address, sourceUrl: null }, ...claims, ...sources, whole]
}

/** “Report an error”: which record, its address, and what to send to whom. Open while state asks for it. */
export const createReport =
  (says: ReportWords, ports: ReportPorts): CreateView =>
  (root, context) => {
    const { story, store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const onClose = (): void => {
      if (store.state.dialog === 'report') store.set({ dialog: null })
    }
    const dialog = createDialog({ id: 'dialog-report', title: says.title, words, onClose }, signal)
    const copying = { words: { copied: says.copied, byHand: says.byHand }, copy: ports.copy }
    const address = createCopyField(
      { id: 'report-address', label: says.address, button: says.copyAddress, rows: 2, ...copying },
      signal,
    )
    const text = createCopyField({ id: 'report-text', label: says.text, button: says.copyText, rows: 12, ...copying }, signal)
    const about = h('select', { id: 'report-about' })
    const link = h('a', { class: 'report-link', rel: 'noopener noreferrer' })
    const target = story.reportTo === null ? null : reportTarget(story.reportTo)
    const how =
      target === null
        ? h('p', { class: 'report-how' }, says.noAddress(story.attribution?.value ?? null))
        : h('p', { class: 'report-how' }, link, ' ', says.prefilled)
    if (target !== null) write(link, target.isMail ? says.write(target.name) : says.fill(target.name))
    if (target !== null && !target.isMail) link.target = '_blank'

    const told = {
      title: story.title.value,
      edition: story.edition
        ? [formatterOf(story, words).count(story.edition.number), editionDay(story, words)].filter(Boolean).join(', ')
        : '',
      asOf: story.asOf && formatterOf(story, words).day(story.now),
    }
    let choices: readonly Choice[] = []
    const show = (): void => {
      const record = choices.find(({ value }) => value === about.value) ?? choices[0]
      if (!record) return
      const report = reportOf(told, record, says)
      address.show(record.address)
      address.element.hidden = record.address === ''
      text.show(`${report.subject}\n\n${report.body}`)
      if (story.reportTo !== null) link.href = reportLink(story.reportTo, report)
    }
    about.addEventListener('change', show, { signal })
    const open = (state: AppState): void => {
      choices = choicesOf(context, says, ports, openRecords(story, state, state.selected))
      about.replaceChildren(...choices.map(({ value, name }) => h('option', { value }, name ?? says.story)))
      const claim = `claim ${state.claim}`
      about.value = choices.some(({ value }) => value === claim) ? claim : (choices[0]?.value ?? '')
      show()
      dialog.open()
    }
    dialog.element.classList.add('report')
    dialog.body.append(
      h('p', { class: 'builder-list' }, h('label', { for: about.id }, says.about), about),
      address.element,
      how,
      text.element,
    )
    root.append(dialog.element)
    return {
      update(state, changed) {
        if (!changed.has('dialog')) return
        if (state.dialog === 'report') open(state)
        else dialog.close()
      },
      destroy() {
        abort.abort()
        dialog.remove()
      },
    }
  }
