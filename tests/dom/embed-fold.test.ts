import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { foldList } from '../../src/views/embed-fold'
import { anEvent, aStory } from '../support/a-story'
import { showPane } from './show'

const day = (index: number) => `2026-02-${String(index + 1).padStart(2, '0')}`
const claim = (index: number) => ({
  id: `claim-${index}`,
  text: `Claim ${index}.`,
  by: { party: 'us' },
  status: 'claimed' as const,
})
const story = aStory({
  events: Array.from({ length: 20 }, (_, index) =>
    anEvent({
      id: `e${index}`,
      title: `Event ${index}`,
      when: day(index),
      kind: index === 3 || index === 19 ? 'statement' : 'talks',
      ...(index === 10 ? { claims: [0, 1, 2, 3, 4].map(claim) } : {}),
    }),
  ),
})
const idOf = (index: number) => `e${index}` as EventId

let end = (): void => undefined
afterEach(() => end())
function showFolded(selected: EventId | null) {
  const shown = showPane(story, { selected })
  const list = shown.root.querySelector('.events')
  if (!list) throw new Error('The pane has no list.')
  end = foldList(list, String)
  const unfolded = () => [...list.querySelectorAll('.event:not([data-folded], [hidden]) h3')].map((each) => each.textContent)
  return { ...shown, list, unfolded }
}
const settled = () => new Promise<void>((done) => setTimeout(done))

test('the list shows the open event with its neighbours, and says how many come before and after', () => {
  const { unfolded } = showFolded(idOf(10))
  expect(unfolded()).toEqual(['Event 9', 'Event 10', 'Event 11', 'Event 12', 'Event 13', 'Event 14'])
  expect(screen.getByRole('button', { name: 'Show 9 earlier events' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Show 5 later events' })).toBeTruthy()
})

test('what is asked for is shown, and the focus is on the first of it', async () => {
  const { unfolded } = showFolded(idOf(10))
  await userEvent.click(screen.getByRole('button', { name: 'Show 5 later events' }))
  expect([unfolded().at(-1), document.activeElement?.textContent]).toEqual(['Event 19', 'Event 15'])
  expect(screen.queryByRole('button', { name: /later events/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show 9 earlier events' }))
  expect([unfolded().length, document.activeElement?.textContent]).toEqual([20, 'Event 0'])
})

test('the fold follows an event that is selected elsewhere, and stays where the next one is in it', async () => {
  const { store, unfolded } = showFolded(idOf(10))
  store.set({ selected: idOf(12) })
  await settled()
  expect(unfolded()[0]).toBe('Event 9')
  store.set({ selected: idOf(4) })
  await settled()
  expect(unfolded()).toEqual(['Event 3', 'Event 4', 'Event 5', 'Event 6', 'Event 7', 'Event 8'])
})

test('arrow keys go on into what was folded', async () => {
  showFolded(idOf(10))
  screen.getByRole('button', { name: 'Event 14' }).focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('Event 15')
  await userEvent.keyboard('{Home}')
  expect([document.activeElement?.textContent, document.activeElement?.closest('[data-folded]')]).toEqual(['Event 0', null])
})

test('few matching events are shown whole', async () => {
  const { store, unfolded } = showFolded(null)
  expect(unfolded()).toHaveLength(5)
  store.set({ kinds: new Set(['statement'] as const) })
  await settled()
  expect(unfolded()).toEqual(['Event 3', 'Event 19'])
  expect(screen.queryByRole('button', { name: /earlier|later/ })).toBeNull()
})

test('many claims stand behind a button; a link to one of them opens them', async () => {
  const { store, list } = showFolded(idOf(10))
  const isFolded = () => list.querySelector('[aria-current] .claims')?.hasAttribute('data-folded')
  expect(isFolded()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Show who says what: 5 claims' }))
  expect(isFolded()).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Fold the claims' }))
  expect(isFolded()).toBe(true)
  const claims = story.events.get(idOf(10))?.claims ?? []
  store.set({ claim: claims[2]?.id ?? null })
  await settled()
  expect(isFolded()).toBe(false)
})
