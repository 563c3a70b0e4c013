import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { createNotesWindow } from '../../src/adapters/notes-window'
import { type NotesAct, type Shows, toMessage } from '../../src/core/notes-messages'
import { notesWords } from '../../src/core/words/notes-words'
import { english } from '../../src/core/words/words'
import { createNotes } from '../../src/views/notes'
import { anEvent, aStory } from '../support/a-story'

const step = (id: string) => ({
  id,
  title: `Step ${id}`,
  text: `Text of ${id}.`,
  question: `What of ${id}?`,
  answer: `Answer of ${id}.`,
  note: `Note of ${id}.`,
})
const story = aStory({ events: [anEvent({ id: 'one' })], steps: [step('a'), step('b')] })
const ends: AbortController[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end.abort()
})

/** The notes, with a screen that keeps what it was asked, or none. */
function notes(hasScreen = true) {
  const asked: NotesAct[] = []
  const root = document.createElement('main')
  document.documentElement.lang = 'en'
  document.body.replaceChildren(root)
  const abort = new AbortController()
  ends.push(abort)
  let time = Date.parse('2026-02-26T10:00Z')
  const ask = (act: NotesAct): boolean => hasScreen && asked.push(act) > 0
  const view = createNotes(root, story, english, notesWords, { ask, now: () => time }, abort.signal)
  const wait = (ms: number): void => {
    time += ms
    view.tick()
  }
  return { root, view, asked, wait, user: userEvent.setup() }
}
const shows = (fields: Partial<Shows>): Shows => ({
  type: 'shows',
  step: null,
  event: null,
  blank: false,
  answered: false,
  ...fields,
})
const part = (name: string) => within(screen.getByRole('region', { name }))

describe('the notes', () => {
  test('show step, question, answer and note of what is on the screen, and what comes next', () => {
    const { view } = notes()
    view.hear(shows({ step: 'a' as never }))
    for (const text of ['Step 1 of 2', 'Step a', 'What of a?', 'Answer of a.'])
      expect(part('On the screen').getByText(text)).toBeTruthy()
    expect(part('Note').getByText('Note of a.')).toBeTruthy()
    expect(part('Next').getByText('Step b')).toBeTruthy()
    view.hear(shows({ step: 'b' as never, answered: true, blank: true }))
    expect(part('Next').getByText('This is the last step.')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('The screen is blank.')
    expect(screen.getByRole('button', { name: 'Hide the answer' })).toBeTruthy()
  })

  test('ask the screen, which answers by showing', async () => {
    const { asked, user } = notes()
    for (const name of ['Next', 'Previous', 'Reveal the answer', 'Blank the screen']) {
      await user.click(screen.getByRole('button', { name }))
    }
    expect(asked).toEqual(['next', 'previous', 'reveal', 'blank'])
  })

  test('go on by themselves where there is no screen', async () => {
    const { view, user } = notes(false)
    view.hear(null, true)
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(part('Note').getByText('Note of a.')).toBeTruthy()
  })

  test('have a timer that starts, pauses and begins again', async () => {
    const { wait, user } = notes()
    const timer = screen.getByRole('timer', { name: 'Timer' })
    await user.click(screen.getByRole('button', { name: 'Start' }))
    wait(65_000)
    expect(timer.textContent).toBe('1:05')
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    wait(10_000)
    expect(timer.textContent).toBe('1:05')
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    expect(timer.textContent).toBe('0:00')
  })
})

describe('the screen', () => {
  /** A window for the screen, and one that it opened; each message is written down. */
  function windows() {
    const sent: unknown[] = []
    const source = { closed: false, opener: window, focus: () => undefined, postMessage: (data: unknown) => sent.push(data) }
    const acts: NotesAct[] = []
    const port = createNotesWindow((act) => acts.push(act))
    const say = (message: object, from: object = source, origin = window.origin): void => {
      window.dispatchEvent(new MessageEvent('message', { data: message, origin, source: from as Window }))
    }
    return { sent, acts, port, say }
  }

  test('hears its own notes and nobody else', () => {
    const { sent, acts, port, say } = windows()
    port.tell({ step: 'a' as never, event: null, blank: false, answered: false })
    const next = toMessage({ type: 'act', act: 'next' })
    const stranger = { closed: false, opener: null, postMessage: () => undefined }
    say(next)
    say(toMessage({ type: 'hello' }), stranger)
    say(next, stranger)
    say(toMessage({ type: 'hello' }), undefined, 'https://elsewhere.example')
    expect(acts).toEqual([])
    expect(sent).toEqual([])
    say(toMessage({ type: 'hello' }))
    expect(sent).toEqual([toMessage(shows({ step: 'a' as never }))])
    say(next, undefined, 'https://elsewhere.example')
    say(next)
    expect(acts).toEqual(['next'])
    port.end()
    expect(sent.at(-1)).toEqual(toMessage({ type: 'bye' }))
    say(next)
    expect(acts).toEqual(['next'])
  })
})
