import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { resizeFrame } from '../../src/adapters/frame-resize'
import { addressOf, bindAddress, stateFromAddress } from '../../src/adapters/url'
import type { EventId } from '../../src/core/types'
import { selectEvent } from '../../src/state/actions'
import { Store } from '../../src/state/store'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({ events: [anEvent({ id: 'first', when: '2026-02-01' }), anEvent({ id: 'second', when: '2026-02-03' })] })
const OF_PYM = 'initialWidth=640&childId=talks-1&parentTitle=Their%20title&parentUrl=https%3A%2F%2Fnews.example%2Fa'
const SECRET = '#?secret=Ab12Cd34Ef'

const ends: (() => void)[] = []
beforeEach(() => {
  document.documentElement.dataset.embed = ''
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  history.replaceState(null, '', '/')
  document.documentElement.className = ''
  delete document.documentElement.dataset.embed
})

function bound() {
  const store = new Store(stateFromAddress(story))
  ends.push(bindAddress(story, store))
  return store
}

test('what a host writes into the address changes nothing of what is shown', () => {
  history.replaceState(null, '', '/embed.html')
  const plain = stateFromAddress(story)
  for (const address of [
    `?${OF_PYM}`,
    SECRET,
    `?${OF_PYM}${SECRET}`,
    '#amp=1',
    '?host=lti',
    '?childId=%E0%A4%A&parentUrl=javascript:1',
  ]) {
    history.replaceState(null, '', `/embed.html${address}`)
    expect(stateFromAddress(story)).toEqual(plain)
  }
})

test('the frame’s own address keeps the id and the secret for the next load, and no address that is shared does', async () => {
  history.replaceState(null, '', `/embed.html?event=first&${OF_PYM}${SECRET}`)
  const store = bound()
  expect(store.state.selected).toBe('first')
  store.set(selectEvent(story, store.state, 'second' as EventId))
  await vi.waitFor(() => expect(location.search).toContain('event=second'))
  expect(location.search).toMatch(/[?&]childId=talks-1$/)
  expect(location.hash).toBe(SECRET)
  expect(location.search).not.toMatch(/parent|initialWidth/)
  expect(addressOf(story, store.state)).not.toMatch(/childId|parent|initialWidth|secret/)
})

test('an address without a state keeps them too', async () => {
  history.replaceState(null, '', `/embed.html?childId=talks-1&host=lti&q=a`)
  const store = bound()
  store.set({ search: '' })
  await vi.waitFor(() => expect(location.search).toBe('?childId=talks-1&host=lti'))
})

test('a page that nobody frames says nothing, and scrolls as a whole', async () => {
  const heard: unknown[] = []
  addEventListener('message', (event) => heard.push(event.data))
  history.replaceState(null, '', `/embed.html?childId=talks-1${SECRET}`)
  const resizing = resizeFrame(document.body)
  resizing.look()
  dispatchEvent(new Event('resize'))
  // A message to the page itself comes after all that were sent before it.
  await new Promise((done) => {
    addEventListener('message', done, { once: true })
    postMessage('the last', '*')
  })
  expect(heard).toEqual(['the last'])
  expect(document.documentElement.classList.contains('fixed-height')).toBe(false)
  resizing.end()
})
