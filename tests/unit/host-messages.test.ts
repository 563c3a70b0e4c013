import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FrameMessage, readHostMessage, readyMessage, selectionMessage } from '../../src/core/host-messages'
import type { ClaimRecord } from '../../src/core/schema'
import type { ClaimId, EventId, LayerId } from '../../src/core/types'
import type { ParleyFrameMessage, ParleyHostMessage } from '../../src/host/types'
import { selectEvent, setDomain } from '../../src/state/actions'
import { hostPatch } from '../../src/state/host-request'
import { decodeQuery } from '../../src/state/query'
import { initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const claim: ClaimRecord = {
  id: 'progress',
  attribution: 'outlet',
  status: 'claimed',
  text: 'Progress.',
  sources: [{ source: 'article' }],
}
const story = aStory({
  id: 'a-story',
  edition: { number: 3 },
  asOf: '2026-02-26',
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'history', name: 'History', shown: false },
    { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of strikes.' },
  ],
  events: [
    anEvent({ id: 'talks', when: '2026-02-26', claims: [claim] }),
    anEvent({ id: 'talks-place', when: '2026-02-26', refines: 'talks', claims: [{ ...claim, id: 'hall' }] }),
    anEvent({ id: 'treaty', when: '2015-07-14', layer: 'history' }),
    anEvent({ id: 'strikes', when: '2026-02-28', layer: 'afterwards' }),
  ],
})
const state = initialState(story)
const lent = { decodeQuery, selectEvent, setDomain }
const nothing = { event: null, claim: null, step: null }
const select = (event: unknown, more: object = {}) => readHostMessage(story, { parley: 1, type: 'select', event, ...more })
const long = 'x'.repeat(513)

describe('a message from the host', () => {
  test('is understood in each of its forms', () => {
    const messages: readonly ParleyHostMessage[] = [
      { parley: 1, type: 'hello' },
      { parley: 1, type: 'select', event: 'talks' },
      { parley: 1, type: 'select', event: 'talks', claim: 'hall' },
      { parley: 1, type: 'select', event: null },
      { parley: 1, type: 'window', window: '2026-02-12/2026-03-09' },
      { parley: 1, type: 'window', window: '2026-02-26T09:00Z/2026-02-27' },
      { parley: 1, type: 'theme', theme: 'dark' },
    ]
    expect(messages.map((message) => readHostMessage(story, message))).toEqual([
      { type: 'hello' },
      { type: 'select', event: 'talks', claim: null },
      { type: 'select', event: 'talks', claim: 'hall' },
      { type: 'select', event: null, claim: null },
      { type: 'window', window: '2026-02-12/2026-03-09' },
      { type: 'window', window: '2026-02-26T09:00Z/2026-02-27' },
      { type: 'theme', theme: 'dark' },
    ])
  })

  test('of another version or kind is none', () => {
    const others = [{ type: 'hello' }, { parley: 2, type: 'hello' }, { parley: '1', type: 'hello' }, { parley: 1, type: 'open' }]
    expect(others.map((message) => readHostMessage(story, message))).toEqual([null, null, null, null])
  })

  test('names only what the story has', () => {
    const asked = ['nobody', 'talks.progress', '', long, '__proto__', 'constructor', 'toString', 7, undefined, ['talks'], {}]
    expect(asked.filter((event) => select(event) !== null)).toEqual([])
    const claims = ['nobody', long, '__proto__', 7, ['progress']]
    expect(claims.filter((each) => select('talks', { claim: each }) !== null)).toEqual([])
    expect(select(null, { claim: 'progress' })).toBeNull()
  })

  test('gives a window of two edges and a theme that there is', () => {
    const windows = [
      '2026-02-12',
      'a/b',
      '2026-02-12/2026-02-13/2026-02-14',
      '/',
      ' 2026-02-12/2026-03-09',
      long,
      '&event=x/2026-02-12',
      5,
    ]
    expect(windows.filter((window) => readHostMessage(story, { parley: 1, type: 'window', window }) !== null)).toEqual([])
    const themes = ['black', '', 'toString', 1]
    expect(themes.filter((theme) => readHostMessage(story, { parley: 1, type: 'theme', theme }) !== null)).toEqual([])
  })

  test('is read from its own fields alone', () => {
    const inherited = Object.create({ parley: 1, type: 'hello' }) as object
    const trap = {
      parley: 1,
      get type() {
        throw new Error('a getter ran')
      },
    }
    const forged = JSON.parse('{"__proto__":{"parley":1,"type":"select","event":"talks"}}') as object
    expect([inherited, trap, forged].map((message) => readHostMessage(story, message))).toEqual([null, null, null])
  })

  test('leaves nothing in the prototypes', () => {
    const forged = JSON.parse(
      '{"parley":1,"type":"select","event":"talks","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    expect(readHostMessage(story, forged)).toEqual({ type: 'select', event: 'talks', claim: null })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

const key = fc.constantFrom(
  'parley',
  'type',
  'event',
  'claim',
  'window',
  'theme',
  'step',
  '__proto__',
  'constructor',
  'prototype',
)
const text = fc.oneof(
  fc.constantFrom(
    'hello',
    'select',
    'window',
    'theme',
    'talks',
    'strikes',
    'treaty',
    'progress',
    'dark',
    '2026-02-12/2026-03-09',
  ),
  fc.string(),
  fc.integer({ min: 513, max: 100_000 }).map((length) => 'x'.repeat(length)),
)
const forged = fc.oneof(
  fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withTypedArray: true }),
  fc.dictionary(key, fc.oneof(fc.constant(1), fc.constant(null), text, fc.anything())),
  fc.record({
    parley: fc.constant(1),
    type: text,
    event: fc.oneof(text, fc.anything()),
    claim: fc.oneof(text, fc.anything()),
    window: text,
    theme: text,
  }),
)

test('whatever comes in, no message throws, and what is understood names the story’s own', () => {
  fc.assert(
    fc.property(forged, (data) => {
      const request = readHostMessage(story, data)
      if (request?.type === 'select' && request.event !== null) expect(story.events.get(request.event)).toBeDefined()
      if (request === null || request.type === 'hello') return
      const patch = hostPatch(lent, story, state, request)
      expect(Object.keys(patch ?? {}).every((each) => ['selected', 'claim', 'domain', 'layers', 'theme'].includes(each))).toBe(
        true,
      )
      expect(patch?.layers?.has('afterwards' as LayerId) ?? false).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

describe('what a request changes', () => {
  const ask = (event: string | null, claimed: string | null = null, from = state) =>
    hostPatch(lent, story, from, { type: 'select', event: event as EventId | null, claim: claimed as ClaimId | null })

  test('an event opens, and its time comes into view', () => {
    const patch = ask('treaty')
    expect(patch?.selected).toBe('treaty')
    expect(patch?.layers?.has('history' as LayerId)).toBe(true)
    expect(patch?.domain?.[0]).toBeLessThanOrEqual(Date.UTC(2015, 6, 14))
  })

  test('a record that refines an event opens the event', () => {
    expect(ask('talks-place', 'hall')).toMatchObject({ selected: 'talks', claim: 'hall' })
  })

  test('nothing opens a layer that has a notice, unless the reader has', () => {
    expect(ask('strikes')).toBeNull()
    const opened = { ...state, layers: new Set([...state.layers, 'afterwards' as LayerId]) }
    expect(ask('strikes', null, opened)?.selected).toBe('strikes')
    expect(ask('strikes', null, { ...opened, locked: true })?.selected).toBe('strikes')
  })

  test('null closes what is open', () => {
    expect(ask(null)).toEqual({ selected: null, claim: null })
  })

  test('a window is put in view as far as the story reaches; one that ends before it begins is not', () => {
    const show = (window: string) => hostPatch(lent, story, state, { type: 'window', window })
    expect(show('2026-02-20/2026-02-27')?.domain).toEqual(expect.arrayContaining([expect.any(Number)]))
    expect(show('2026-02-27/2026-02-20')).toBeNull()
    expect(show('2026-02-30/2026-03-20')).toBeNull()
  })
})

describe('a message to the host', () => {
  test('tells ids and nothing that can be read as text', () => {
    const ready: FrameMessage & ParleyFrameMessage = readyMessage(story, state.layers, { ...nothing, event: 'talks' as EventId })
    expect(ready).toEqual({
      parley: 1,
      type: 'ready',
      story: 'a-story',
      edition: 3,
      events: ['treaty', 'talks'],
      event: 'talks',
      claim: null,
      step: null,
    })
    const selected: FrameMessage & ParleyFrameMessage = selectionMessage(nothing, 'reader')
    expect(selected).toEqual({ parley: 1, type: 'selection', event: null, claim: null, step: null, by: 'reader' })
  })

  test('lists what stands behind a notice only once the reader has read it', () => {
    const opened = new Set([...state.layers, 'afterwards' as LayerId])
    expect(readyMessage(story, opened, nothing).events).toContain('strikes')
  })

  test('lists ten thousand events at most', () => {
    const many = aStory({ events: Array.from({ length: 10_050 }, (_, n) => anEvent({ id: `e${n}`, when: '2026-02-26' })) })
    expect(readyMessage(many, initialState(many).layers, nothing).events).toHaveLength(10_000)
  })
})
