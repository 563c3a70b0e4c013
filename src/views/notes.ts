import { formatterOf } from '../core/format'
import { editionOf, type NotesAct, type ScreenMessage, type Shows } from '../core/notes-messages'
import { eventWalk } from '../core/notes-walk'
import { stepOf, wayFrom } from '../core/path'
import type { Step, Story } from '../core/story-types'
import type { StoryEvent, Text } from '../core/types'
import type { NotesWords } from '../core/words/notes-words'
import type { Words } from '../core/words/words'
import { h, setText, write } from './dom'
import { createNotesClock } from './notes-clock'
import { toldOf } from './notes-told'

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
  const own = editionOf(story)
  const NOTHING: Shows = {
    type: 'shows', step: null, event: null, next: null, blank: false, answered: false, reveals: null, hidden: [], exercise: null, edition: own,
  } // biome-ignore format: one message, read as one
  let shows = NOTHING
  /** What is shown here without a screen. */
  let alone = NOTHING
  const events = story.steps.length > 0 ? [] : eventWalk(story)
  const status = h('p', { class: 'notes-status', role: 'status' }, says.waiting)
  // What the class sees, where that is not what stands here.
  const told = h('p', { class: 'notes-hidden', hidden: true })
  const clock = createNotesClock(says, words.locale, ports.now, signal)
  const current = h('section', { class: 'notes-now', 'aria-label': says.now })
  const note = h('section', { class: 'notes-note', 'aria-label': says.note })
  const next = h('section', { class: 'notes-next', 'aria-label': says.next })
  const button = (ask: NotesAct, name: string): HTMLButtonElement => {
    const made = h('button', { type: 'button', 'data-act': ask }, name)
    made.addEventListener('click', () => act(ask), { signal })
    return made
  }
  const [blank, reveal] = [button('blank', says.blank), button('reveal', says.reveal.answer)]
  const title = h('p', { class: 'notes-story' })
  setText(title, story.title)
  root.replaceChildren(
    h('header', {}, h('h1', {}, says.heading), title, clock.element),
    h('div', { class: 'notes-lines' }, status, told),
    h('div', { class: 'notes-columns' }, current, h('div', {}, note, next)),
    h('div', { class: 'notes-bar', role: 'group', 'aria-label': says.controls }, button('previous', says.previous), button('next', says.next), blank, reveal), // biome-ignore format: one row
  )

  const eventOf = (id: Shows['event']): StoryEvent | null => (id === null ? null : (story.events.get(id) ?? null))
  function eventParts(event: StoryEvent): readonly Node[] {
    const when = event.when ? [h('p', { class: 'notes-place' }, format.when(event.when))] : []
    const heading = h('h2', {})
    setText(heading, event.title)
    return [...when, heading, ...(event.text ? [paragraph('notes-text', event.text)] : [])]
  }

  function currentParts(step: Step | null): readonly Node[] {
    if (step === null) {
      const event = eventOf(shows.event)
      if (event !== null) return eventParts(event)
      const isNone = story.steps.length === 0 && events.length === 0
      return [h('p', {}, isNone ? says.noStory : story.steps.length === 0 ? says.noEvent : says.nothing)]
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

  /** Of a walk from event to event: what the screen says, or what comes here. */
  function nextEvent(): StoryEvent | null {
    if (shows !== alone) return eventOf(shows.next)
    return events[events.findIndex(({ id }) => id === shows.event) + 1] ?? null
  }

  function nextParts(step: Step | null): readonly Node[] {
    const heading = h('h3', {}, says.next)
    if (story.steps.length === 0) {
      const event = nextEvent()
      if (event) return labelled(says.next, 'notes-coming', event.title)
      return shows.event === null ? [] : [heading, h('p', {}, says.lastEvent)]
    }
    const coming = stepOf(story, wayFrom(story, shows.step).next)
    if (coming === null) return step === null ? [] : [heading, h('p', {}, says.last)]
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
    const coming = nextParts(step)
    next.replaceChildren(...coming)
    // A part of the page with a name and nothing in it would be announced as one.
    next.hidden = coming.length === 0
    const line = toldOf(shows, own, says, format)
    told.hidden = line === ''
    write(told, line)
    write(reveal, says.reveal[shows.reveals ?? 'none'])
    reveal.setAttribute('aria-disabled', String(shows.reveals === null))
    // While nothing is to be seen, any press brings the picture back and reveals nothing: one button says so.
    const hadFocus = document.activeElement === reveal
    reveal.hidden = shows.blank
    if (hadFocus && reveal.hidden) blank.focus()
    write(blank, shows.blank ? says.unblank : says.blank)
    blank.setAttribute('aria-pressed', String(shows.blank))
  }

  /** Nobody else is there to do it. */
  function walk(ask: NotesAct): void {
    if (ask === 'blank') return
    const way = wayFrom(story, shows.step)
    const at = events.findIndex(({ id }) => id === shows.event)
    const to = { first: 0, last: events.length - 1, next: at + 1, previous: at - 1 }
    const event = ask === 'reveal' ? shows.event : (events[to[ask]]?.id ?? shows.event)
    const step = ask === 'reveal' ? shows.step : (way[ask] ?? shows.step)
    show(step, event, ask === 'reveal' && !shows.answered)
  }
  function show(step: Shows['step'], event: Shows['event'], answered: boolean): void {
    const hasAnswer = (stepOf(story, step)?.answer ?? null) !== null
    alone = { ...NOTHING, step, event, answered, reveals: hasAnswer ? (answered ? 'cover' : 'answer') : null }
    shows = alone
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
      if (message === null || message.type === 'bye') {
        write(status, message ? says.resting : isAlone ? says.alone : says.gone)
        // No class sees it any more.
        show(shows.step, shows.event, shows.answered)
      } else {
        const isSame = JSON.stringify(message) === JSON.stringify(shows)
        shows = message
        write(status, message.blank ? says.blanked : says.connected)
        if (!isSame) draw()
      }
    },
  }
}
