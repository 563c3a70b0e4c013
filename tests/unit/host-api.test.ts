import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHostApi, type FrameWindow, type Heard } from '../../src/adapters/host-api'
import type { FrameMessage } from '../../src/core/host-messages'
import type { EventId } from '../../src/core/types'
import { selectEvent, setDomain } from '../../src/state/actions'
import { decodeQuery } from '../../src/state/query'
import { type AppState, initialState } from '../../src/state/state'
import { Store } from '../../src/state/store'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  id: 'a-story',
  asOf: '2026-02-26',
  events: ['talks', 'post', 'offer'].map((id) => anEvent({ id, when: '2026-02-26' })),
})
const HOST = 'https://news.example'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A frame with a story in it, inside a page that keeps what it is told. */
function embed(given: Partial<AppState> = {}) {
  const told: [FrameMessage, string][] = []
  const parent = { postMessage: (message: FrameMessage, origin: string) => void told.push([message, origin]) }
  let hear: ((event: Heard) => void) | undefined
  const frame: FrameWindow = {
    parent,
    addEventListener(_type, listener, { signal }) {
      hear = listener
      signal.addEventListener('abort', () => {
        hear = undefined
      })
    },
  }
  const api = createHostApi(frame)
  const store = new Store<AppState>({ ...initialState(story), api: true, ...given })
  const lent = { decodeQuery, selectEvent, setDomain }
  api.mounted({ story, store, lent })
  const say = (data: unknown, origin = HOST, source: unknown = parent): void => hear?.({ data, origin, source })
  const types = () => told.map(([{ type }]) => type)
  return { api, store, told, types, say, again: () => api.mounted({ story, store, lent }) }
}
const hello = { parley: 1, type: 'hello' }
const select = (event: string | null) => ({ parley: 1, type: 'select', event })
const later = () => vi.advanceTimersByTime(1000)

describe('the handshake', () => {
  test('is answered to the origin that asked', () => {
    const { say, told } = embed()
    say(hello)
    expect(told).toEqual([
      [
        {
          parley: 1,
          type: 'ready',
          story: 'a-story',
          edition: null,
          events: ['talks', 'post', 'offer'],
          event: null,
          claim: null,
          step: null,
        },
        HOST,
      ],
    ])
  })

  test('comes before anything else', () => {
    const { say, told, store } = embed()
    say(select('talks'))
    store.set({ selected: 'post' as EventId })
    later()
    expect([told, store.state.selected]).toEqual([[], 'post'])
  })

  test('is with the parent alone, and with one origin', () => {
    const { say, told, store } = embed()
    say(hello, HOST, {})
    expect(told).toEqual([])
    say(hello)
    later()
    say(hello, 'https://other.example')
    say(select('talks'), 'https://other.example')
    say(select('talks'), HOST, {})
    say(select('talks'), 'null')
    later()
    expect([told.length, store.state.selected]).toEqual([1, null])
  })

  test('is not held where the address does not ask for it', () => {
    const { say, told, store } = embed({ api: false })
    say(hello)
    later()
    say(select('talks'))
    later()
    expect([told, store.state.selected]).toEqual([[], null])
  })

  test('is not held with a host that has no origin', () => {
    const { say, told, store } = embed()
    for (const origin of ['null', '', 'file://', '*']) {
      say(hello, origin)
      later()
      say(select('talks'), origin)
      later()
    }
    expect([told, store.state.selected]).toEqual([[], null])
  })

  test('is held anew when another edition is shown', () => {
    const { say, types, again } = embed()
    again()
    expect(types()).toEqual([])
    say(hello)
    again()
    expect(types()).toEqual(['ready', 'ready'])
  })
})

describe('after the handshake', () => {
  test('the host opens an event and hears that it did; what the reader opens is told as the reader’s', () => {
    const { say, store, told } = embed()
    say(hello)
    later()
    say(select('talks'))
    store.set(selectEvent(story, store.state, 'post' as EventId))
    expect(told.slice(1)).toEqual([
      [{ parley: 1, type: 'selection', event: 'talks', claim: null, step: null, by: 'host' }, HOST],
      [{ parley: 1, type: 'selection', event: 'post', claim: null, step: null, by: 'reader' }, HOST],
    ])
  })

  test('other changes are not told', () => {
    const { say, store, types } = embed()
    say(hello)
    store.set({ search: 'missiles', hovered: 'talks' as EventId, theme: 'dark' })
    expect(types()).toEqual(['ready'])
  })

  test('of many requests at once the first is heard and the last holds', () => {
    const { say, store, types } = embed()
    say(hello)
    later()
    for (let n = 0; n < 50; n++) say(select(n % 2 === 0 ? 'talks' : 'post'))
    say(select('offer'))
    say({ parley: 1, type: 'theme', theme: 'dark' })
    later()
    expect(types()).toEqual(['ready', 'selection', 'selection'])
    expect(store.state).toMatchObject({ selected: 'offer', theme: 'dark' })
  })

  test('it ends', () => {
    const { say, store, api, types } = embed()
    say(hello)
    say(select('talks'))
    api.end()
    later()
    say(select('post'))
    store.set({ selected: 'offer' as EventId })
    expect([types(), store.state.selected]).toEqual([['ready'], 'offer'])
  })

  test('a page that is in no frame listens to nobody', () => {
    const listeners: unknown[] = []
    const alone = {
      get parent(): FrameWindow['parent'] {
        return alone as unknown as FrameWindow['parent']
      },
      addEventListener: (_type: string, listener: unknown) => void listeners.push(listener),
    }
    createHostApi(alone)
    expect(listeners).toEqual([])
  })
})

const origin = fc.constantFrom(HOST, 'https://other.example', 'null', '', 'file://')
const data = fc.oneof(
  fc.constantFrom<unknown>(hello, select('talks'), select(null), { parley: 1, type: 'theme', theme: 'dark' }),
  fc.record({
    parley: fc.constant(1),
    type: fc.constantFrom('select', 'window', 'theme'),
    event: fc.anything(),
    window: fc.string(),
  }),
  fc.anything(),
)

test('whoever says whatever in any order, one origin at most is answered, and only with ids of the story', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(data, origin, fc.boolean()), { maxLength: 20 }), (messages) => {
      const { say, told, store } = embed()
      for (const [message, from, isParent] of messages) {
        if (isParent) say(message, from)
        else say(message, from, {})
        vi.advanceTimersByTime(60)
      }
      later()
      expect(new Set(told.map(([, to]) => to)).size).toBeLessThanOrEqual(1)
      expect(told.every(([, to]) => to.startsWith('https://'))).toBe(true)
      const ids = [null, 'talks', 'post', 'offer']
      expect(told.every(([message]) => ids.includes(message.event) && message.claim === null && message.step === null)).toBe(true)
      expect(ids).toContain(store.state.selected)
    }),
  )
})
