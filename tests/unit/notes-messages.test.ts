import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HIDES, NOTES_ACTS, REVEALS, readRequest, readScreen, type ScreenMessage, toMessage } from '../../src/core/notes-messages'
import { elapsedMs, restarted, STOPPED, timerText, toggled } from '../../src/core/notes-timer'
import { anEvent, aStory } from '../support/a-story'

const step = (id: string) => ({ id, title: id, text: 'Text.' })
const story = aStory({ events: [anEvent({ id: 'talks' })], steps: [step('one'), step('two')] })

describe('messages between the screen and its notes', () => {
  test('come out as they went in', () => {
    const shows = fc.record({
      type: fc.constant('shows' as const),
      step: fc.constantFrom(null, ...story.steps.map(({ id }) => id)),
      event: fc.constantFrom(null, ...[...story.events].map(({ id }) => id)),
      next: fc.constantFrom(null, ...[...story.events].map(({ id }) => id)),
      blank: fc.boolean(),
      answered: fc.boolean(),
      reveals: fc.constantFrom(null, ...REVEALS),
      hidden: fc.subarray([...HIDES]),
      exercise: fc.constantFrom(null, 'place' as const, 'order' as const),
      edition: fc.option(fc.record({ number: fc.nat(), published: fc.option(fc.constant('2026-11-22')) })),
    })
    fc.assert(
      fc.property(fc.oneof(shows, fc.constant<ScreenMessage>({ type: 'bye' })), (message) => {
        expect(readScreen(story, structuredClone(toMessage(message)))).toEqual(message)
        expect(readRequest(toMessage(message))).toBeNull()
      }),
    )
    for (const act of NOTES_ACTS) expect(readRequest(toMessage({ type: 'act', act }))).toEqual({ type: 'act', act })
    expect(readRequest(toMessage({ type: 'hello' }))).toEqual({ type: 'hello' })
  })

  test('of anybody else are none, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (data) => {
        expect(readRequest(data)).toBeNull()
        expect(readScreen(story, data)).toBeNull()
      }),
    )
    const almost = fc.record({
      parleyNotes: fc.constant(1),
      type: fc.constantFrom('shows', 'act', 'hello', 'bye', 'x'),
      act: fc.anything(),
      step: fc.anything(),
      event: fc.anything(),
      blank: fc.anything(),
      answered: fc.oneof(fc.anything(), fc.boolean()),
      next: fc.anything(),
      reveals: fc.anything(),
      hidden: fc.oneof(fc.anything(), fc.array(fc.anything())),
      exercise: fc.anything(),
      edition: fc.anything(),
    })
    fc.assert(
      fc.property(almost, (data) => {
        const [request, screen] = [readRequest(data), readScreen(story, data)]
        if (request?.type === 'act') expect(NOTES_ACTS).toContain(request.act)
        if (screen?.type === 'shows') {
          expect([null, 'one', 'two']).toContain(screen.step)
          expect([null, 'talks']).toContain(screen.event)
          expect([null, 'talks']).toContain(screen.next)
          expect([null, ...REVEALS]).toContain(screen.reveals)
          expect([null, 'place', 'order']).toContain(screen.exercise)
          expect(HIDES).toEqual(expect.arrayContaining([...screen.hidden]))
        }
      }),
    )
  })

  const plain = { parleyNotes: 1, type: 'shows', step: null, event: null, blank: false, answered: false }
  const none = { next: null, reveals: null, hidden: [], exercise: null, edition: null }
  test('with an id of another story show none', () => {
    const other = { ...plain, ...none, step: 'three', event: 'war', next: 'peace' }
    expect(readScreen(story, other)).toEqual({ type: 'shows', step: null, event: null, blank: false, answered: false, ...none })
  })

  test('of a screen that does not tell yet what it hides are read as if it hid nothing', () => {
    expect(readScreen(story, { ...plain, step: 'one' })).toMatchObject({ ...none, step: 'one' })
    const asked = aStory({ steps: [{ ...step('one'), question: 'What?', answer: 'That.' }] })
    expect(readScreen(asked, { ...plain, step: 'one' })).toMatchObject({ reveals: 'answer' })
    expect(readScreen(asked, { ...plain, step: 'one', answered: true })).toMatchObject({ reveals: 'cover' })
  })

  test.each([
    { reveals: 'all' },
    { hidden: 'titles' },
    { hidden: ['titles', 'sources'] },
    { hidden: ['titles', 'titles'] },
    { exercise: 'guess' },
    { edition: 2 },
    { edition: { number: '2', published: null } },
    { edition: { number: 2 } },
    { next: 7 },
  ])('with %j are none', (wrong) => {
    expect(readScreen(story, { ...plain, ...none })).not.toBeNull()
    expect(readScreen(story, { ...plain, ...none, ...wrong })).toBeNull()
  })
})

describe('the timer', () => {
  test('runs, stands, goes on and starts again', () => {
    const run = toggled(STOPPED, 1000)
    expect(elapsedMs(run, 4000)).toBe(3000)
    const paused = toggled(run, 5000)
    expect(elapsedMs(paused, 60_000)).toBe(4000)
    expect(elapsedMs(toggled(paused, 100_000), 101_000)).toBe(5000)
    expect(elapsedMs(restarted(run, 9000), 9500)).toBe(500)
    expect(elapsedMs(restarted(paused, 9000), 99_000)).toBe(0)
  })

  test.each([
    [0, '0:00'],
    [65_999, '1:05'],
    [3_845_000, '1:04:05'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(timerText(ms)).toBe(text)
  })
})
