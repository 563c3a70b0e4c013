import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { formatterOf } from '../../src/core/format'
import type { StoryFile } from '../../src/core/schema'
import type { StepId } from '../../src/core/types'
import { stepsWords as says } from '../../src/core/words/steps-words'
import { english as words } from '../../src/core/words/words'
import { viewAt } from '../../src/state/path'
import type { AppState } from '../../src/state/state'
import { createSteps } from '../../src/views/steps'
import { stepsEntry } from '../../src/views/steps-button'
import { createStepsEntry } from '../../src/views/steps-entry'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const STEPS: NonNullable<StoryFile['steps']> = [
  {
    id: 'one',
    title: 'They meet',
    text: 'They met in Geneva.',
    select: 'talks',
    question: 'Who met?',
    answer: 'Two sides.',
    note: 'Ask twice.',
  },
  { id: 'two', title: 'They part', text: 'No deal was made.', select: 'end', note: 'A pause.' },
  { id: 'three', title: 'They plan', text: 'More talks were planned.' },
]
const aPath = (steps = STEPS) =>
  aStory({
    asOf: '2026-02-26',
    events: [anEvent({ id: 'talks', when: '2026-02-26' }), anEvent({ id: 'end', when: '2026-02-27' })],
    steps,
  })

/** The panel as the page has it: beside the header with the way in. */
function walk(state: Partial<AppState> = {}, steps = STEPS) {
  const story = aPath(steps)
  const said: string[] = []
  const shown = show(createSteps(says, { announce: (sentence) => said.push(sentence) }), story, {
    ...viewAt(story, state.step ?? null),
    ...state,
  })
  const { store } = shown
  const header = document.createElement('header')
  const button = stepsEntry({ story, words, format: formatterOf(story, words) })
  if (button) header.append(button)
  document.body.prepend(header)
  const entry = createStepsEntry(header, { story, store, words })
  store.subscribe((next, changed) => entry.update(next, changed))
  entry.update(store.state, new Set(['step']))
  return { ...shown, said, entry: button }
}
const panel = () => within(screen.getByRole('region', { name: 'Steps' }))
const press = (name: string) => userEvent.click(panel().getByRole('button', { name }))
const title = () => panel().getByRole('heading', { level: 2 }).textContent

beforeEach(() => document.body.replaceChildren())

test('the header leads in: focus begins at the title, and the way out stands in the panel', async () => {
  const { store, entry } = walk()
  expect(screen.queryByRole('region', { name: 'Steps' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Start the 3 steps' }))
  expect(store.state).toMatchObject({ step: 'one', selected: 'talks' })
  expect(document.activeElement).toBe(panel().getByRole('heading', { name: 'They meet' }))
  expect(panel().getByText('Step 1 of 3')).toBeTruthy()
  expect(entry?.hidden).toBe(true)
})

test('next, previous and the dots go on, and what is shown is said once', async () => {
  const { store, said } = walk({ step: 'one' as StepId })
  await press('Next')
  expect(title()).toBe('They part')
  expect(document.activeElement).toBe(panel().getByRole('button', { name: 'Next' }))
  await press('Step 3: They plan')
  expect(panel().getByRole('button', { current: 'step' })).toBe(panel().getByRole('button', { name: 'Step 3: They plan' }))
  await press('Previous')
  expect(store.state.step).toBe('two')
  expect(said).toEqual(['Step 2 of 3: They part', 'Step 3 of 3: They plan', 'Step 2 of 3: They part'])
})

test('at either end the button says that it leads nowhere, and keeps the focus', async () => {
  const { store } = walk({ step: 'three' as StepId })
  const next = panel().getByRole('button', { name: 'Next' })
  expect(next.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(next)
  expect(store.state.step).toBe('three')
  expect(document.activeElement).toBe(next)
  expect(panel().getByRole('button', { name: 'Previous' }).getAttribute('aria-disabled')).toBe('false')
})

test('arrows and page keys turn the steps while the focus is in the panel, and nowhere else', async () => {
  const { store } = walk({ step: 'one' as StepId })
  await userEvent.keyboard('{ArrowRight}')
  expect(store.state.step).toBe('one')
  panel().getByRole('button', { name: 'Next' }).focus()
  await userEvent.keyboard('{ArrowRight}{PageDown}')
  expect(store.state.step).toBe('three')
  await userEvent.keyboard('{PageUp}{ArrowLeft}')
  expect(store.state.step).toBe('one')
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(store.state.step).toBe('one')
})

test('the answer is on the page only while the reader wants it, and the teacher’s note never', async () => {
  const { root } = walk({ step: 'one' as StepId })
  expect(panel().getByText('Who met?')).toBeTruthy()
  expect(root.textContent).not.toContain('Two sides.')
  await press('Show the answer')
  expect(panel().getByText('Two sides.')).toBeTruthy()
  expect(panel().getByRole('button', { name: 'Hide the answer' }).getAttribute('aria-expanded')).toBe('true')
  await press('Hide the answer')
  expect(root.textContent).not.toContain('Two sides.')
  await press('Show the answer')
  await press('Next')
  expect(root.textContent).not.toMatch(/Two sides|Ask twice|A pause/)
  expect(panel().queryByText('Question')?.closest('[hidden]')).not.toBeNull()
})

test('who goes on by hand stays on the path and finds the way back to the step', async () => {
  const { store } = walk({ step: 'one' as StepId })
  expect(panel().queryByRole('button', { name: 'Back to the step' })).toBeNull()
  store.set({ selected: null })
  expect(title()).toBe('They meet')
  await press('Back to the step')
  expect(store.state.selected).toBe('talks')
  expect(panel().queryByRole('button', { name: 'Back to the step' })).toBeNull()
})

test('leaving gives back what the reader had, the focus goes to the way in, which leads back to the step', async () => {
  const { store } = walk({ search: 'Geneva', panel: 'table' })
  await userEvent.click(screen.getByRole('button', { name: 'Start the 3 steps' }))
  await press('Next')
  await press('Leave the steps')
  expect(store.state).toMatchObject({ step: null, search: 'Geneva', panel: 'table', selected: null })
  expect(screen.queryByRole('region', { name: 'Steps' })).toBeNull()
  const again = screen.getByRole('button', { name: 'Back to step 2' })
  expect(document.activeElement).toBe(again)
  await userEvent.click(again)
  expect(title()).toBe('They part')
})

test('who has a class presents from the panel, or keeps something back', async () => {
  const { store } = walk({ step: 'one' as StepId })
  await press('For a class')
  expect(store.state).toMatchObject({ dialog: 'class', step: 'one' })
  store.set({ dialog: null })
  await press('Present')
  expect(store.state).toMatchObject({ mode: 'present', step: 'one' })
})

test('who comes by a link keeps the focus where it was', () => {
  walk({ step: 'two' as StepId })
  expect(document.activeElement).toBe(document.body)
  expect(title()).toBe('They part')
})

test('presenting has words of its own: the panel is not there', () => {
  const { store } = walk({ step: 'two' as StepId, mode: 'present' })
  expect(screen.queryByRole('region', { name: 'Steps' })).toBeNull()
  store.set({ mode: 'explore' })
  expect(title()).toBe('They part')
})

test('one step has neither dots nor a way on, and a story without steps no way in', () => {
  const [only] = STEPS
  walk({ step: 'one' as StepId }, only ? [only] : [])
  expect(
    panel()
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(['Leave the steps', 'For a class', 'Present', 'Show the answer'])
  document.body.replaceChildren()
  const { entry } = walk({}, [])
  expect(entry).toBeNull()
})
