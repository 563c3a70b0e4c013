import { getAllByRole, getByRole, queryByRole, queryByText } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { maskNames } from '../../src/core/mask-names'
import type { EventId } from '../../src/core/types'
import { keptBackWords } from '../../src/core/words/quiz-words'
import { english } from '../../src/core/words/words'
import { secretsOf } from '../../src/state/kept'
import { keptState, keptStory } from '../../src/state/kept-story'
import { hideAgain, revealAll, revealNext, revealSelected, revealStepwise, stopHiding } from '../../src/state/reveal'
import { type AppState, initialState, SECRETS, type Secret } from '../../src/state/state'
import { createQuiz } from '../../src/views/quiz'
import { createQuizBar } from '../../src/views/quiz-bar'
import { createTimeline } from '../../src/views/timeline'
import { anEvent, aStory } from '../support/a-story'
import { show, showPane } from './show'

const story = aStory({
  title: 'Talks',
  events: [
    anEvent({
      id: 'second-round',
      title: 'Second round in Geneva',
      text: 'Long talks by the lake.',
      when: '2026-02-17',
      where: { place: 'geneva', role: 'happened' },
      outcome: { text: 'They meet again.' },
      claims: [
        {
          id: 'c',
          by: { name: 'A minister' },
          attribution: 'named',
          status: 'claimed',
          text: 'It went well.',
          sources: [{ source: 'paper' }],
        },
      ],
    }),
    anEvent({ id: 'third-round', title: 'Third round', when: '2026-02-26', where: { place: 'vienna', role: 'happened' } }),
  ],
})
const [second, third] = ['second-round', 'third-round'] as EventId[] as [EventId, EventId]

/** The page of a state: the story as it lets it be seen, and the state for it. */
function kept(patch: Partial<AppState>) {
  const asked = { ...initialState(story), ...patch }
  const shown = keptStory(story, asked)
  return { shown, state: keptState(shown, asked), words: keptBackWords(english, secretsOf(asked)) }
}
const hiding = (...secrets: Secret[]): Pick<AppState, 'secrets'> => ({ secrets: new Set(secrets) })
const everything = hiding(...SECRETS)

const said: string[] = []
const copied: string[] = []
const bar = createQuizBar({
  announce: (sentence) => said.push(sentence),
  copyAddress: async () => copied.push('link') > 0,
})
function showBar(patch: Partial<AppState>) {
  const { shown, state, words } = kept(patch)
  return show(bar, shown, state, { words })
}
const press = (root: Element, name: string) => userEvent.click(getByRole(root as HTMLElement, 'button', { name }))

beforeEach(() => {
  document.body.replaceChildren()
  said.length = 0
})

describe('what is hidden is neither in the page nor in its accessibility tree', () => {
  const TELLING = ['Second round', 'Geneva', '17 Feb', 'lake', 'meet again', 'went well', 'second-round', 'Third round', 'Vienna']

  test('in the list, with the event open', () => {
    const { shown, state, words } = kept({ ...everything, selected: second })
    const { root } = showPane(shown, state, { words })
    const html = document.documentElement.outerHTML
    for (const text of TELLING) expect(html).not.toContain(text)
    const name = shown.events.get(second)?.title.value ?? ''
    expect(name).toMatch(/^Event [12]$/)
    expect(getByRole(root, 'button', { name: new RegExp(name), expanded: true })).toBeTruthy()
  })

  test('on the timeline', () => {
    const { shown, state, words } = kept(everything)
    show(createTimeline, shown, state, { words })
    // Geneva is the name of the clock as well, and the axis begins with the story: neither tells of an event.
    const telling = TELLING.filter((text) => !['Geneva', '17 Feb'].includes(text))
    for (const text of telling) expect(document.body.outerHTML).not.toContain(text)
    expect(document.querySelectorAll('[role="option"]')).toHaveLength(0)
    expect(queryByText(document.body, /No date is shown/)).toBeTruthy()
  })

  test('the page does not say that it is not known', () => {
    const { shown, state, words } = kept({ ...everything, selected: second })
    const { root } = showPane(shown, state, { words })
    expect(root.textContent).toContain('No date shown')
    expect(root.textContent).toContain('No place shown')
    expect(root.textContent).not.toMatch(/does not say where|No date given|0 sources/)
  })

  test('what is told is there again, whole, and nothing else', () => {
    const { shown, state, words } = kept({ ...everything, told: new Set([second]), selected: second })
    const { root } = showPane(shown, state, { words })
    for (const text of ['Second round in Geneva', 'Long talks by the lake.', 'It went well.', 'They meet again.'])
      expect(root.textContent).toContain(text)
    for (const text of ['Third round', 'third-round', 'Vienna']) expect(document.documentElement.outerHTML).not.toContain(text)
  })
})

describe('the state moves from story to story', () => {
  const { aliasOf } = maskNames(story)

  test('an open event stays open under its other id, and what is told is named by its own', () => {
    const masked = kept({
      ...everything,
      selected: second,
      hovered: third,
      compare: [second, third],
      measure: { kind: 'time', from: second, to: null },
    })
    expect(masked.state).toMatchObject({
      selected: aliasOf(second),
      compare: [aliasOf(second), aliasOf(third)],
      measure: { kind: 'time', from: aliasOf(second) },
    })
    const again = keptState(story, { ...masked.state, told: new Set([aliasOf(third)]) })
    expect(again).toMatchObject({ selected: second, compare: [second, third], told: new Set([third]) })
  })

  test('an exercise hides what it asks for', () => {
    expect([...secretsOf({ secrets: new Set(), exercise: 'place' })]).toEqual(['places'])
    expect([...secretsOf({ ...hiding('titles'), exercise: 'order' })]).toEqual(['titles', 'dates'])
    expect(kept({ exercise: 'order' }).shown).not.toBe(story)
  })
})

describe('reveal', () => {
  test('the next one in the order of the story, then the one after it, then none', () => {
    const first = kept(everything)
    const next = revealNext(first.shown, first.state)
    expect(next).toMatchObject({ told: new Set([second]), selected: second })
    const then = kept({ ...everything, ...next })
    const last = revealNext(then.shown, then.state)
    expect(last).toMatchObject({ told: new Set([second, third]), selected: third })
    const end = kept({ ...everything, ...last })
    expect(end.shown).toBe(story)
    expect(revealNext(end.shown, end.state)).toBeNull()
  })

  test('the open one first, while presenting', () => {
    const { shown, state } = kept({ ...everything, selected: third })
    expect(revealStepwise(shown, state)).toMatchObject({ told: new Set([third]) })
    const told = kept({ ...everything, selected: third, told: new Set([third]) })
    expect(revealSelected(told.shown, told.state)).toBeNull()
    expect(revealStepwise(told.shown, told.state)).toMatchObject({ told: new Set([third, second]) })
  })

  test('all at once, and nothing where nothing is hidden', () => {
    const { shown } = kept(everything)
    expect(revealAll(shown)).toEqual({ told: new Set([second, third]) })
    expect(revealNext(story, initialState(story))).toBeNull()
  })
})

describe('the line that says what is hidden', () => {
  test('is there while something is, with a button for every way to reveal it', async () => {
    const { root, store } = showBar({ ...hiding('titles', 'places'), selected: third })
    expect(getByRole(root, 'region', { name: 'For a class' }).textContent).toContain('Titles and places are hidden.')
    await press(root, 'Reveal this event')
    expect([...store.state.told]).toEqual([third])
    await press(root, 'Hide again')
    expect(store.state.told.size).toBe(0)
    await press(root, 'Reveal next')
    expect([...store.state.told]).toEqual([second])
    await press(root, 'Reveal all')
    expect([...store.state.told].sort()).toEqual([second, third])
    await press(root, 'Change')
    expect(store.state.dialog).toBe('class')
    await press(root, 'Copy link')
    expect(said.at(-1)).toContain('Link copied')
    await press(root, 'Stop hiding')
    expect(store.state).toMatchObject(stopHiding)
    expect(queryByRole(root, 'region')).toBeNull()
  })

  test('hidden again, nothing stays where the telling has led', () => {
    const state = { ...initialState(story), ...hiding('dates'), told: new Set([second]), selected: second }
    const led = {
      ...state,
      domain: [0, 1] as const,
      camera: { center: [6, 46] as const, zoom: 5 },
      compare: [second, third] as const,
    }
    const { domain, selected } = initialState(story)
    expect(hideAgain(story, led)).toMatchObject({ told: new Set(), domain, camera: null, selected, compare: null })
  })

  test('counts several that are told at once, and says so only of all when it is so', async () => {
    const open = (patch: Partial<AppState>) => showBar(patch).view.destroy()
    open(hiding('dates'))
    await new Promise((done) => setTimeout(done))
    said.length = 0
    open({ ...hiding('dates'), told: new Set([second, third]) })
    await expect.poll(() => said).toEqual(['Every event is told now.'])
  })

  test('says each change as the page is made anew with it', async () => {
    const open = (patch: Partial<AppState>) => showBar(patch).view.destroy()
    open({})
    await new Promise((done) => setTimeout(done))
    said.length = 0
    open(hiding('dates'))
    open({ ...hiding('dates'), told: new Set([second]) })
    open({ ...hiding('dates'), told: new Set([second]) })
    open({})
    await expect.poll(() => said).toEqual(['Dates are hidden.', 'Told: Second round in Geneva.', 'Nothing is hidden any more.'])
  })

  test('with every event told it says so and offers to hide them again', () => {
    const { root } = showBar({ ...hiding('dates'), told: new Set([second, third]) })
    expect(root.textContent).toContain('Every event is told.')
    expect(getAllByRole(root, 'button').map((button) => button.textContent)).toEqual([
      'Hide again', 'Change', 'Copy link', 'Stop hiding',
    ]) // biome-ignore format: one row
  })
})

describe('“For a class”', () => {
  const openDialog = (state: Partial<AppState> = {}, lesson: string | null = './lesson.html') => {
    const shown = show(createQuiz(lesson), story, { dialog: 'class', ...state })
    return { ...shown, dialog: getByRole(document.body, 'dialog', { name: 'For a class' }) }
  }
  const box = (dialog: HTMLElement, name: string) => getByRole<HTMLInputElement>(dialog, 'checkbox', { name })

  test('hides what is ticked, and closes', async () => {
    const { dialog, store } = openDialog()
    await userEvent.click(box(dialog, 'Titles'))
    await userEvent.click(box(dialog, 'Places'))
    await press(dialog, 'Start')
    expect([...store.state.secrets]).toEqual(['titles', 'places'])
    expect(store.state.dialog).toBeNull()
  })

  test('leads to the lesson: a page of its own, the foot of the one file, or none', async () => {
    const { dialog, view } = openDialog()
    expect(getByRole(dialog, 'link', { name: 'A lesson on one sheet' }).getAttribute('href')).toBe('./lesson.html')
    view.destroy()
    // With what is kept back the foot of the file is gone from the page.
    const empty = openDialog({}, '#lesson')
    expect(queryByRole(empty.dialog, 'link')).toBeNull()
    empty.view.destroy()
    const section = document.createElement('section')
    section.id = 'lesson'
    section.append(document.createElement('details'))
    document.documentElement.append(section)
    const file = openDialog({}, '#lesson')
    await userEvent.click(getByRole(file.dialog, 'link', { name: 'A lesson on one sheet' }))
    expect(document.querySelector('details')?.open).toBe(true)
    expect(file.store.state.dialog).toBeNull()
    file.view.destroy()
    section.remove()
    expect(queryByRole(openDialog({}, null).dialog, 'link')).toBeNull()
  })

  test('with nothing ticked it says so and stays', async () => {
    const { dialog, store } = openDialog()
    await press(dialog, 'Start')
    expect(getByRole(dialog, 'group', { name: 'Hide of every event' }).getAttribute('aria-describedby')).toBe('quiz-error')
    expect(dialog.querySelector('#quiz-error')).toHaveProperty('hidden', false)
    expect(document.activeElement).toBe(box(dialog, 'Titles'))
    expect(store.state.dialog).toBe('class')
  })

  test('shows what is hidden already', () => {
    const { dialog } = openDialog(hiding('dates'))
    expect(box(dialog, 'Dates').checked).toBe(true)
    expect(getByRole(dialog, 'button', { name: 'Hide these' })).toBeTruthy()
  })

  test('ends the hiding, while something is hidden', async () => {
    const { dialog, store } = openDialog(hiding('dates'))
    await press(dialog, 'Stop hiding')
    expect([store.state.secrets.size, store.state.dialog]).toEqual([0, null])
    store.set({ dialog: 'class' })
    expect(queryByRole(dialog, 'button', { name: 'Stop hiding' })).toBeNull()
  })

  test('starts an exercise', async () => {
    const { dialog, store } = openDialog()
    await press(dialog, 'Put five in order')
    expect(store.state).toMatchObject({ exercise: 'order', dialog: null })
  })
})
