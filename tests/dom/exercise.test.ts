import { getAllByRole, getByRole, queryByRole } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PlaceId } from '../../src/core/types'
import { exerciseWords } from '../../src/core/words/exercise-words'
import { keptBackWords } from '../../src/core/words/quiz-words'
import { english } from '../../src/core/words/words'
import { secretsOf } from '../../src/state/kept'
import { keptState, keptStory } from '../../src/state/kept-story'
import { type AppState, initialState } from '../../src/state/state'
import { createExercise } from '../../src/views/exercise'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const said: string[] = []
/** A story of its own for each test: where the reader is in the exercises belongs to it. */
const storyFor = (...names: readonly string[]) =>
  aStory({
    events: names.map((name, index) =>
      anEvent({
        id: `on-${name}`,
        title: `Talks of ${name}`,
        when: `2026-02-0${index + 1}`,
        where: { place: index === 0 ? 'vienna' : 'geneva', role: 'happened' },
        sources: [{ source: 'paper', at: 'S2' }],
      }),
    ),
    sources: [{ id: 'paper', publisher: 'The Paper' }],
    places: [
      { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] } },
      { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] } },
    ],
  })
function showExercise(exercise: 'place' | 'order', names: readonly string[], patch: Partial<AppState> = {}) {
  const story = storyFor(...names)
  const asked = { ...initialState(story), exercise, ...patch }
  const shown = keptStory(story, asked)
  const words = keptBackWords(english, secretsOf(asked))
  return show(createExercise(exerciseWords, { announce: (sentence) => said.push(sentence) }), shown, keptState(shown, asked), {
    words,
  })
}
const press = (root: HTMLElement, name: string) => userEvent.click(getByRole(root, 'button', { name }))
const itemsOf = (root: HTMLElement) => getAllByRole(root, 'listitem').map((item) => item.querySelector('bdi')?.textContent)

beforeEach(() => {
  document.body.replaceChildren()
  said.length = 0
})

describe('place it on the map', () => {
  test('by the list: wrong, again, right, and then what the file says with its source', async () => {
    const { root } = showExercise('place', ['monday'])
    expect(getByRole(document.body, 'region', { name: 'Place it on the map' })).toBe(root)
    expect(root.textContent).toContain('Talks of monday')
    expect(root.textContent).not.toMatch(/The file says|The Paper/)
    const select = () => getByRole<HTMLSelectElement>(root, 'combobox', { name: 'Place' })
    await press(root, 'Answer')
    expect(document.activeElement).toBe(select())
    expect(select().getAttribute('aria-invalid')).toBe('true')

    await userEvent.selectOptions(select(), 'Vienna')
    await press(root, 'Answer')
    expect(root.textContent).toContain('Right: Vienna.')
    expect(root.textContent).toContain('The file says: Vienna')
    expect(root.textContent).toContain('1 source: The Paper')
    expect(document.activeElement?.textContent).toBe('Right: Vienna.')
  })

  test('by the map: a wrong place can be tried again, or the file be asked', async () => {
    const { root, store } = showExercise('place', ['tuesday'])
    const other = document.createElement('button')
    document.body.append(other)
    other.focus()
    store.set({ guess: 'geneva' as PlaceId })
    expect(said).toEqual(['Geneva is not where the file puts it.'])
    expect(document.activeElement).toBe(other)
    await press(root, 'Try again')
    expect(store.state.guess).toBeNull()
    store.set({ guess: 'geneva' as PlaceId })
    await press(root, 'Show what the file says')
    expect(root.textContent).toContain('The file says: Vienna')
    expect(queryByRole(root, 'button', { name: 'Try again' })).toBeNull()
  })

  test('next asks another event; leaving gives everything back', async () => {
    const { root, store } = showExercise('place', ['one', 'two'])
    const asked = () => root.querySelector('.exercise-event')?.textContent
    const first = asked()
    await press(root, 'Next')
    expect(asked()).not.toBe(first)
    await press(root, 'Leave the exercise')
    expect(store.state).toMatchObject({ exercise: null, secrets: new Set() })
    expect(queryByRole(document.body, 'region')).toBeNull()
  })

  test('says where nothing is left to ask', () => {
    const { root } = showExercise('place', [])
    expect(root.textContent).toContain('No event is left to place')
  })
})

describe('five in order', () => {
  const days = ['one', 'two', 'three', 'four', 'five']
  const right = days.map((day) => `Talks of ${day}`)

  /** Puts the events in the order of the file by keyboard alone, from the top. */
  async function solve(root: HTMLElement): Promise<void> {
    for (const [index, title] of right.entries()) {
      for (let at = itemsOf(root).indexOf(title); at > index; at--) {
        getByRole(root, 'button', { name: `Up: ${title}` }).focus()
        await userEvent.keyboard('{Enter}')
        // The button goes along with its event.
        expect(document.activeElement?.getAttribute('aria-label')).toBe(`Up: ${title}`)
      }
    }
  }

  test('is not solved at first, and no date is to be seen', async () => {
    const { root } = showExercise('order', days)
    expect([...itemsOf(root)].sort()).toEqual([...right].sort())
    expect(itemsOf(root)).not.toEqual(right)
    expect(document.body.outerHTML).not.toMatch(/Feb|2026/)
    await press(root, 'Check')
    expect(root.textContent).toMatch(/By the file, not here: Talks of/)
    expect(root.textContent).toContain('stands right')
  })

  test('is solved by keyboard, said in words', async () => {
    const { root } = showExercise('order', days, { secrets: new Set(['dates']) })
    await solve(root)
    expect(said.at(-1)).toMatch(/^Talks of \w+: now \d of 5$/)
    await press(root, 'Check')
    expect(document.activeElement?.textContent).toBe('By the file all of them stand right.')
    expect(root.querySelectorAll('.stands:not(.is-wrong)')).toHaveLength(5)
  })

  test('shows the order with dates and sources, then others', async () => {
    const { root } = showExercise('order', [...days, 'six', 'seven'])
    await press(root, 'Show the order')
    const dates = getAllByRole(root, 'time').map((time) => time.getAttribute('datetime') ?? '')
    expect(dates).toHaveLength(5)
    expect([...dates].sort()).toEqual(dates)
    expect(root.textContent).toContain('The Paper')
    const before = itemsOf(root)
    await press(root, 'Other events')
    expect(itemsOf(root)).not.toEqual(before)
    expect(queryByRole(root, 'time')).toBeNull()
    expect(document.activeElement?.textContent).toMatch(/^(Up|Down)$/)
  })

  test('at an end a button says that it does nothing, and keeps the focus', async () => {
    const { root } = showExercise('order', ['a', 'b'])
    const [up] = getAllByRole(root, 'button', { name: /^Up/ })
    if (!up) throw new Error('no button')
    expect(up.getAttribute('aria-disabled')).toBe('true')
    const before = itemsOf(root)
    await userEvent.click(up)
    expect(itemsOf(root)).toEqual(before)
    expect(document.activeElement).toBe(up)
  })

  test('two events whose dates overlap may stand either way, and the page says why', async () => {
    const story = aStory({ events: [anEvent({ id: 'a', when: '2026-02-26' }), anEvent({ id: 'b', when: '/2026-02-26' })] })
    const { root } = show(createExercise(exerciseWords, { announce: () => {} }), story, { exercise: 'order' })
    await press(root, 'Check')
    expect(root.textContent).toContain('By the file all of them stand right.')
    expect(root.textContent).toContain('either order counts')
  })
})
