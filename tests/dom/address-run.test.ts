import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bindAddress, stateFromAddress } from '../../src/adapters/url'
import type { EventId } from '../../src/core/types'
import { selectEvent } from '../../src/state/actions'
import { Store } from '../../src/state/store'
import { anEvent, aStory } from '../support/a-story'

const IDS = ['first', 'second', 'third', 'fourth']
const story = aStory({ events: IDS.map((id, index) => anEvent({ id, when: `2026-02-0${index + 1}` })) })

let end: () => void
let store: Store<ReturnType<typeof stateFromAddress>>
const open = (id: string): void => store.set(selectEvent(story, store.state, id as EventId))
const opened = () => new URLSearchParams(location.search).get('event')

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '/')
  store = new Store(stateFromAddress(story))
  end = bindAddress(story, store)
})
afterEach(() => {
  end()
  vi.useRealTimers()
})

test('each event that is opened has an entry of its own in the history, as soon as it has been shown', () => {
  const before = history.length
  for (const [index, id] of IDS.entries()) {
    open(id)
    vi.advanceTimersByTime(40)
    expect([opened(), history.length - before]).toEqual([id, index + 1])
    vi.advanceTimersByTime(1000)
  }
})

test('of events opened in quick succession, as by a key that is held down, the first and the last have one', () => {
  const before = history.length
  for (const id of IDS) {
    open(id)
    vi.advanceTimersByTime(60)
  }
  expect([opened(), history.length - before]).toEqual(['first', 1])
  vi.advanceTimersByTime(300)
  expect([opened(), history.length - before]).toEqual(['fourth', 2])
})
