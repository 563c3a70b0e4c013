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
function notes(hasScreen = true, of = story) {
  const asked: NotesAct[] = []
  const root = document.createElement('main')
  document.documentElement.lang = 'en'
  document.body.replaceChildren(root)
  const abort = new AbortController()
  ends.push(abort)
  let time = Date.parse('2026-02-26T10:00Z')
  const ask = (act: NotesAct): boolean => hasScreen && asked.push(act) > 0
  const view = createNotes(root, of, english, notesWords, { ask, now: () => time }, abort.signal)
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
  next: null,
  blank: false,
  answered: false,
  reveals: null,
  hidden: [],
  exercise: null,
  edition: null,
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
    view.hear(shows({ step: 'b' as never, answered: true, reveals: 'cover' }))
    expect(part('Next').getByText('This is the last step.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Hide the answer' })).toBeTruthy()
  })

  test('ask the screen, which answers by showing', async () => {
    const { asked, user, view } = notes()
    view.hear(shows({ step: 'a' as never, reveals: 'answer' }))
    for (const name of ['Next', 'Previous', 'Reveal the answer', 'Blank the screen']) {
      await user.click(screen.getByRole('button', { name }))
    }
    expect(asked).toEqual(['next', 'previous', 'reveal', 'blank'])
  })

  test('say what the class does not see and that an exercise is on, and what Reveal does', () => {
    const { view, root } = notes()
    const reveals = () => root.querySelector('[data-act="reveal"]')?.textContent
    view.hear(shows({ step: 'a' as never, event: 'one' as never, reveals: 'event', hidden: ['titles', 'dates'] }))
    expect(reveals()).toBe('Reveal the event')
    const line = 'Hidden from the class: titles and dates of every event that is not told.'
    expect(screen.getByText(`${line} The open event is not told yet.`)).toBeTruthy()
    view.hear(shows({ step: 'a' as never, event: 'one' as never, reveals: 'answer', hidden: ['titles', 'dates'] }))
    expect([reveals(), screen.getByText(`${line} The open event is told.`).hidden]).toEqual(['Reveal the answer', false])
    view.hear(shows({ exercise: 'order', reveals: 'next', hidden: ['dates'] }))
    expect(reveals()).toBe('Reveal the next event')
    expect(screen.getByText(/^The class puts events in order\. Hidden from the class: dates/)).toBeTruthy()
    view.hear(shows({ step: 'a' as never }))
    expect(screen.queryByText(/Hidden from the class/)).toBeNull()
    expect(screen.getByRole('button', { name: 'Nothing to reveal' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('offer nothing to reveal while the screen is blank: one button shows it again', () => {
    const { view } = notes()
    view.hear(shows({ step: 'a' as never, reveals: 'answer' }))
    screen.getByRole('button', { name: 'Reveal the answer' }).focus()
    view.hear(shows({ step: 'a' as never, reveals: 'answer', blank: true }))
    expect(screen.getByRole('status').textContent).toBe('The screen is blank: any button shows it again.')
    expect(screen.queryByRole('button', { name: /Reveal/ })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show the screen', pressed: true }))
  })

  test('of a story without steps tell the open event and the one that comes next', async () => {
    const events = [anEvent({ id: 'two', when: '2026-02-17' }), anEvent({ id: 'one', when: '2026-02-06' })]
    const plain = aStory({ events })
    const first = notes(true, plain)
    expect(part('On the screen').getByText('No event is open: Next goes to the first.')).toBeTruthy()
    first.view.hear(shows({ event: 'two' as never, next: 'one' as never }))
    expect(part('On the screen').getByRole('heading', { name: 'Event two' })).toBeTruthy()
    // As the screen goes, which may have filters.
    expect(part('Next').getByText('Event one')).toBeTruthy()
    first.view.hear(shows({ event: 'two' as never }))
    expect(part('Next').getByText('No event comes after it.')).toBeTruthy()
    const { view, user } = notes(false, plain)
    view.hear(null, true)
    expect(part('Next').getByText('Event one')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(part('On the screen').getByRole('heading', { name: 'Event one' })).toBeTruthy()
    expect(part('Next').getByText('Event two')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(part('On the screen').getByRole('heading', { name: 'Event two' })).toBeTruthy()
  })

  test('say so where the story has nothing to walk, and leave out the part about what comes next', () => {
    notes(false, aStory({ events: [anEvent({ id: 'some-day' })] }))
    expect(part('On the screen').getByText('The story has neither steps nor events with a date.')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Next' })).toBeNull()
  })

  test('say which edition they are of where the screen shows another', () => {
    const { view } = notes(true, aStory({ events: [anEvent({ id: 'one' })], edition: { number: 1, published: '2026-11-22' } }))
    view.hear(shows({ edition: { number: 1, published: '2026-11-22' } }))
    expect(screen.queryByText(/^These notes are of edition/)).toBeNull()
    view.hear(shows({ edition: { number: 2, published: '2026-11-23' } }))
    expect(screen.getByText(/^These notes are of edition 1, the screen shows edition 2:/)).toBeTruthy()
    view.hear(shows({ edition: { number: 1, published: '2026-11-23' } }))
    expect(screen.getByText(/edition 1 \(2026-11-22\), the screen shows edition 1 \(2026-11-23\)/)).toBeTruthy()
    view.hear({ type: 'bye' })
    expect(screen.queryByText(/^These notes are of edition/)).toBeNull()
  })

  test('go on by themselves where there is no screen', async () => {
    const { view, user } = notes(false)
    view.hear(null, true)
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(part('Note').getByText('Note of a.')).toBeTruthy()
  })

  test('have a clock that goes on, and nobody is told each second', () => {
    const { root, wait } = notes()
    const clock = root.querySelector('.notes-clock')
    const before = clock?.textContent
    expect(before).toMatch(/^\d\d:\d\d/)
    wait(60_000)
    expect(clock?.textContent).toMatch(/^\d\d:\d\d/)
    expect(clock?.textContent).not.toBe(before)
    expect(clock?.closest('[aria-live], [role="status"]')).toBeNull()
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
    await user.click(screen.getByRole('button', { name: 'Start' }))
    wait(5000)
    expect(timer.textContent).toBe('1:10')
    // A watch that runs goes on from nothing.
    await user.click(screen.getByRole('button', { name: 'Reset' }))
    expect(timer.textContent).toBe('0:00')
    wait(2000)
    expect(timer.textContent).toBe('0:02')
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy()
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
    const { type: _, ...showing } = shows({ step: 'a' as never })
    port.tell(showing)
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
  test('brings the notes to the front at a second press, also where the page was made anew', () => {
    const opened: string[] = []
    let fronts = 0
    const child = { closed: false, opener: window, focus: () => (fronts += 1), postMessage: () => undefined }
    const open = (url: string) => opened.push(url) > 0 && child
    const host = Object.assign(Object.create(null), {
      origin: 'https://parley.example', open, addEventListener: () => undefined,
    }) as Window // biome-ignore format: one window
    const first = createNotesWindow(() => undefined, host)
    expect([first.open(), first.open()]).toEqual(['open', 'open'])
    first.end()
    expect(createNotesWindow(() => undefined, host).open()).toBe('open')
    expect([opened.length, fronts]).toEqual([1, 3])
    child.closed = true
    child.focus = () => 0
    createNotesWindow(() => undefined, host).open()
    expect(opened.length).toBe(2)
  })

  test('in another site’s frame that keeps the window closed does not speak of what the reader could allow', () => {
    const origin = 'https://parley.example'
    const hostOf = (parent: object | null): Window => {
      const own = { origin, open: () => null, addEventListener: () => undefined }
      return Object.assign(own, { parent: parent ?? own }) as unknown as Window
    }
    const foreign = Object.defineProperty({}, 'origin', {
      get: () => {
        throw new DOMException('Blocked a frame', 'SecurityError')
      },
    })
    expect(createNotesWindow(() => undefined, hostOf(null)).open()).toBe('blocked')
    expect(createNotesWindow(() => undefined, hostOf(foreign)).open()).toBe('forbidden')
  })
})
