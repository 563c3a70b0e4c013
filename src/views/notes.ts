import { formatterOf } from '../core/format'
import type { NotesAct, ScreenMessage, Shows } from '../core/notes-messages'
import { stepOf, wayFrom } from '../core/path'
import type { Step, Story } from '../core/story-types'
import type { Text } from '../core/types'
import type { NotesWords } from '../core/words/notes-words'
import type { Words } from '../core/words/words'
import { h, setText, write } from './dom'
import { createNotesClock } from './notes-clock'

export interface NotesPorts {
  /** Asks the screen; false where there is none. */
  ask(act: NotesAct): boolean
  /** Epoch ms. */
  now(): number
}

export interface NotesView {
  /** What the screen says; null: its window is closed, or there was never one (`isAlone`). */
  hear(message: ScreenMessage | null, isAlone?: boolean): void
  act(act: NotesAct): void
  tick(): void
}

const NOTHING: Shows = { type: 'shows', step: null, event: null, blank: false, answered: false }

const paragraph = (name: string, text: Text): HTMLElement => {
  const element = h('p', { class: name })
  setText(element, text)
  return element
}
const labelled = (label: string, name: string, text: Text | null): HTMLElement[] =>
  text === null ? [] : [h('h3', {}, label), paragraph(name, text)]

/** The notes to what a screen shows: step, question, answer, note and what comes next. Without a screen they are walked alone. */
export function createNotes(
  root: HTMLElement,
  story: Story,
  words: Words,
  says: NotesWords,
  ports: NotesPorts,
  signal: AbortSignal,
): NotesView {
  const format = formatterOf(story, words)
  let shows = NOTHING
  const status = h('p', { class: 'notes-status', role: 'status' }, says.waiting)
  const clock = createNotesClock(says, words.locale, ports.now, signal)
  const current = h('section', { class: 'notes-now', 'aria-label': says.now })
  const note = h('section', { class: 'notes-note', 'aria-label': says.note })
  const next = h('section', { class: 'notes-next', 'aria-label': says.next })
  const button = (ask: NotesAct, name: string): HTMLButtonElement => {
    const made = h('button', { type: 'button', 'data-act': ask }, name)
    made.addEventListener('click', () => act(ask), { signal })
    return made
  }
  const [reveal, blank] = [button('reveal', says.reveal), button('blank', says.blank)]
  const title = h('p', { class: 'notes-story' })
  setText(title, story.title)
  root.replaceChildren(
    h('header', {}, h('h1', {}, says.heading), title, clock.element),
    status,
    h('div', { class: 'notes-columns' }, current, h('div', {}, note, next)),
    h('div', { class: 'notes-bar', role: 'group', 'aria-label': says.controls }, button('previous', says.previous), button('next', says.next), reveal, blank), // biome-ignore format: one row
  )

  function currentParts(step: Step | null): readonly Node[] {
    const event = shows.event === null ? null : (story.events.get(shows.event) ?? null)
    if (step === null) {
      if (event === null) return [h('p', {}, says.nothing)]
      const when = event.when ? [h('p', { class: 'notes-place' }, format.when(event.when))] : []
      const heading = h('h2', {})
      setText(heading, event.title)
      return [...when, heading, ...(event.text ? [paragraph('notes-text', event.text)] : [])]
    }
    const { index, count } = wayFrom(story, step.id)
    const heading = h('h2', {})
    setText(heading, step.title)
    return [
      h('p', { class: 'notes-place' }, says.place(format.count(index + 1), format.count(count))),
      heading,
      paragraph('notes-text', step.text),
      ...labelled(says.question, 'notes-question', step.question),
      ...labelled(shows.answered ? says.answerShown : says.answer, 'notes-answer', step.answer),
    ]
  }

  function nextParts(step: Step | null): readonly Node[] {
    const coming = stepOf(story, wayFrom(story, shows.step).next)
    if (coming === null) return step === null ? [] : [h('h3', {}, says.next), h('p', {}, says.last)]
    return [
      ...labelled(says.next, 'notes-coming', coming.title),
      ...(coming.question ? [paragraph('notes-ahead', coming.question)] : []),
    ]
  }

  function draw(): void {
    const step = stepOf(story, shows.step)
    current.replaceChildren(...currentParts(step))
    note.replaceChildren(
      h('h3', {}, says.note),
      step?.note ? paragraph('notes-told', step.note) : h('p', { class: 'notes-none' }, says.noNote),
    )
    next.replaceChildren(...nextParts(step))
    write(reveal, shows.answered ? says.hide : says.reveal)
    write(blank, shows.blank ? says.unblank : says.blank)
    blank.setAttribute('aria-pressed', String(shows.blank))
  }

  /** Nobody else is there to do it. */
  function walk(ask: NotesAct): void {
    const way = wayFrom(story, shows.step)
    if (ask === 'reveal') shows = { ...shows, answered: !shows.answered }
    else if (ask !== 'blank') shows = { ...shows, step: way[ask] ?? shows.step, answered: false }
    draw()
  }
  function act(ask: NotesAct): void {
    if (!ports.ask(ask)) walk(ask)
  }

  draw()
  return {
    act,
    tick: () => clock.tick(ports.now()),
    hear(message, isAlone = false) {
      if (message === null) write(status, isAlone ? says.alone : says.gone)
      else if (message.type === 'bye') write(status, says.resting)
      else {
        const isSame = JSON.stringify(message) === JSON.stringify(shows)
        shows = message
        write(status, message.blank ? says.blanked : says.connected)
        if (!isSame) draw()
      }
    },
  }
}
