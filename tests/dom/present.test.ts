import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { bindKeys } from '../../src/adapters/keyboard'
import { bindPresentKeys } from '../../src/adapters/present-keys'
import type { Capabilities } from '../../src/core/capabilities'
import { presentWords } from '../../src/core/words/present-words'
import { viewAt } from '../../src/state/path'
import type { AppState } from '../../src/state/state'
import { createPresent } from '../../src/views/present'
import type { NotesPort, PresentPorts, Showing } from '../../src/views/present-needs'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const events = [
  anEvent({ id: 'one', title: 'First talks', text: 'They met.', when: '2026-02-06' }),
  anEvent({ id: 'two', title: 'Second talks', text: 'They met again.', when: '2026-02-17' }),
  anEvent({ id: 'three', title: 'Third talks', text: 'Not yet done.', when: '2026-02-26' }),
]
const step = (id: string, select: string) => ({
  id,
  title: `Step ${id}`,
  text: `Text of ${id}.`,
  select,
  question: `What of ${id}?`,
  answer: `Answer of ${id}.`,
  note: `Note of ${id}.`,
})
const walked = aStory({ events, steps: [step('a', 'one'), step('b', 'two'), step('c', 'three')] })
const plain = aStory({ events })

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

interface Asked {
  readonly opens?: ReturnType<NotesPort['open']>
  readonly fills?: boolean
  readonly isFramed?: boolean
  readonly can?: Partial<Capabilities>
}

/** Present mode in a page with a field and a button of its own. The ports keep what was asked of them. */
function present(
  story = walked,
  state: Partial<AppState> = {},
  { opens = 'open', fills = true, isFramed = false, can = {} }: Asked = {},
) {
  const told: (Showing | null)[] = []
  const ports: PresentPorts = {
    bindKeys: ({ store }, keys, signal) => bindPresentKeys(store, keys, false, signal),
    fullscreen: { isOn: () => false, toggle: async () => fills, leave: () => undefined, changed: () => undefined },
    createNotes: () => ({
      open: () => opens,
      address: () => 'https://parley.example/notes.html',
      tell: (showing) => told.push(showing),
      end: () => undefined,
    }),
    newTab: () => 'https://parley.example/?present=1',
    can: () => ({ fullscreen: true, popups: true, downloads: true, print: true, clipboard: true, ...can }),
    isFramed,
    isPressed: () => false,
  }
  const shown = show(createPresent(presentWords, ports), story, { mode: 'present', ...state })
  const field = document.createElement('input')
  shown.root.before(field)
  ends.push(bindKeys(shown.store), shown.view.destroy)
  return { ...shown, told, field, user: userEvent.setup() }
}

describe('presenting (C01)', () => {
  test('a clicker walks the steps, and the page’s title names them', async () => {
    const { store, user } = present()
    await user.keyboard('{PageDown}')
    expect(store.state.step).toBe('a')
    await user.keyboard('{PageDown}')
    expect(store.state).toMatchObject({ step: 'b', selected: 'two' })
    expect(screen.getByRole('heading', { name: 'Step b' })).toBeTruthy()
    expect(document.title).toMatch(/^Step 2 of 3: Step b – /)
    await user.keyboard('{PageUp}')
    expect(store.state.step).toBe('a')
    await user.keyboard('{End}{ArrowRight}')
    expect(store.state.step).toBe('c')
    await user.keyboard('{Home} ')
    expect(store.state.step).toBe('b')
  })

  test('a story without steps is walked event by event', async () => {
    const { store, user } = present(plain)
    await user.keyboard('{Home}')
    expect(store.state.selected).toBe('one')
    await user.keyboard('{PageDown}')
    expect(store.state.selected).toBe('two')
    expect(screen.getByRole('region', { name: 'Told on this screen' }).textContent).toContain('They met again.')
    expect(document.title).toMatch(/^Event 2 of 3: Second talks – /)
  })

  test('of a story without steps the open event is where the walk is, wherever the now-line stands', async () => {
    const { store, user } = present(plain, { mode: 'explore', selected: 'two' as never, instant: Date.parse('2026-03-09') })
    store.set({ mode: 'present' })
    expect(document.title).toBe(`Event 2 of 3: Second talks – ${plain.title.value}`)
    expect(screen.getByText('Presenting. Event 2 of 3')).toBeTruthy()
    await user.keyboard('{PageDown}')
    expect(store.state.selected).toBe('three')
    await user.keyboard('{PageUp}{PageUp}')
    expect(store.state.selected).toBe('one')
  })

  test('where the walk is nowhere yet neither title nor voice leaves a place blank', () => {
    const story = aStory({ events: [...events, anEvent({ id: 'four', title: 'Some day' })] })
    const { store } = present(story, { mode: 'explore', selected: 'four' as never, instant: 0 })
    store.set({ mode: 'present' })
    expect(document.title).toBe(`Some day – ${story.title.value}`)
    expect(screen.getByText(/^Presenting/).textContent).toBe('Presenting.')
  })

  test('filters that nobody sees while presenting are told, with a way to show all', async () => {
    const { store, user } = present(walked, { step: 'a' as never, selected: 'one' as never, search: 'Second' })
    expect(screen.getByText('A filter is on: 1 of 3 events are shown.')).toBeTruthy()
    await user.keyboard('l')
    expect(screen.getByText('A filter is on: 1 of 3 events are shown.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(store.state).toMatchObject({ search: '', step: 'a', selected: 'one' })
    expect(screen.queryByText(/A filter is on/)).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Step a' }))
    store.set({ parties: new Set(['iran' as never]) })
    expect(screen.getByText('A filter is on: 0 of 3 events are shown.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.keyboard('{PageDown}')
    expect(screen.queryByText(/A filter is on/)).toBeNull()
  })

  test('what a step itself filters is no filter of the reader’s', () => {
    const own = aStory({ events, steps: [{ ...step('a', 'one'), brush: '2026-02-01/2026-02-10' }] })
    const { store } = present(own)
    store.set(viewAt(own, 'a' as never))
    expect(store.state.brush).not.toBeNull()
    expect(screen.queryByText(/A filter is on/)).toBeNull()
  })

  test('B blanks from within a dialog, which closes; a clicker’s other keys are the dialog’s', async () => {
    const { store, user, root } = present(walked, { dialog: 'help' })
    const dialog = document.createElement('dialog')
    const inside = document.createElement('button')
    dialog.append(inside)
    root.after(dialog)
    dialog.showModal()
    inside.focus()
    await user.keyboard('{PageDown}r')
    expect(store.state).toMatchObject({ step: null, dialog: 'help' })
    await user.keyboard('.')
    expect(store.state).toMatchObject({ blank: true, dialog: null })
    expect(dialog.open).toBe(false)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Screen blanked/ }))
  })

  test('while the handout lies over it no key does anything to what is behind', async () => {
    const { store, user } = present(walked, { step: 'a' as never, handout: 'answers' })
    await user.keyboard('{PageDown}b. rsl{End}')
    expect(store.state).toMatchObject({ step: 'a', blank: false, answered: null })
    await user.keyboard('{Escape}')
    expect(store.state).toMatchObject({ handout: null, mode: 'present' })
  })

  test('the keys do nothing in a field, outside present mode, or when they are switched off', async () => {
    const { store, user, field } = present()
    await user.type(field, 'b. f{End}{PageDown}')
    expect(store.state).toMatchObject({ step: null, blank: false })
    field.blur()
    store.set({ keys: false })
    await user.keyboard('{PageDown}b')
    expect(store.state).toMatchObject({ step: null, blank: false })
    store.set({ keys: true, mode: 'explore' })
    await user.keyboard('{PageDown}b')
    expect(store.state).toMatchObject({ step: null, blank: false })
  })

  test('every key has a button that does the same', async () => {
    const { store, user } = present()
    const bar = within(screen.getByRole('group', { name: 'Presenting' }))
    for (const name of ['Reveal', 'Pointer', 'Full screen', 'Notes', 'More']) bar.getByRole('button', { name })
    await user.click(bar.getByRole('button', { name: 'Next' }))
    await user.click(bar.getByRole('button', { name: 'Step 3: Step c' }))
    await user.click(bar.getByRole('button', { name: 'Previous' }))
    expect(store.state.step).toBe('b')
    await user.click(bar.getByRole('button', { name: 'Spotlight' }))
    expect(store.state.spotlight).toBe(true)
    await user.click(bar.getByRole('button', { name: 'Leave' }))
    expect(store.state).toMatchObject({ mode: 'explore', spotlight: false })
  })

  test('steps that were taken only while presenting are left with it, for the place before; a path that was under way goes on', async () => {
    const { store, user } = present(walked, { mode: 'explore', search: 'talks', selected: 'three' as never })
    store.set({ mode: 'present' })
    await user.keyboard('{PageDown}{PageDown}')
    expect(store.state).toMatchObject({ step: 'b', selected: 'two', search: '' })
    await user.keyboard('{Escape}')
    expect(store.state).toMatchObject({ mode: 'explore', step: null, selected: 'three', search: 'talks' })
    await user.keyboard('{PageDown}')
    store.set({ step: 'a' as never })
    store.set({ mode: 'present' })
    await user.keyboard('{PageDown}{Escape}')
    expect(store.state).toMatchObject({ mode: 'explore', step: 'b' })
  })

  test('a clicker goes on where a press has left the focus in a list of the page, and Esc in a field does not end it', async () => {
    const { root, store, field, user } = present()
    const list = document.createElement('div')
    const taken: string[] = []
    list.tabIndex = 0
    list.addEventListener('keydown', (event) => {
      taken.push(event.key)
      event.preventDefault()
    })
    root.before(list)
    list.focus()
    await user.keyboard('{PageDown}{ArrowRight}.')
    expect([taken, store.state.step, store.state.blank]).toEqual([['ArrowRight'], 'a', true])
    store.set({ blank: false })
    field.focus()
    await user.keyboard('{Escape}{PageDown}b')
    expect(store.state).toMatchObject({ mode: 'present', step: 'a', blank: false })
  })

  test('“More” tells all that is kept back, and what a frame does not allow is not offered', async () => {
    const open = present(walked, { secrets: new Set(['titles'] as const) })
    const names = () => screen.getAllByRole('button', { hidden: true }).map((button) => button.textContent)
    expect(names()).toEqual(expect.arrayContaining(['Full screen', 'Notes', 'Download', 'Reveal all', 'To the last']))
    await open.user.click(screen.getByRole('button', { name: 'Reveal all', hidden: true }))
    expect(open.store.state.told.size).toBe(events.length)
    open.view.destroy()
    present(walked, {}, { can: { fullscreen: false, popups: false, downloads: false, print: false } })
    for (const name of ['Full screen', 'Notes', 'Download', 'Print a handout']) expect(names()).not.toContain(name)
    expect(names()).toContain('Spotlight')
  })

  test('a blank screen lets nothing lie over it', () => {
    const { store } = present(walked, { dialog: 'class' })
    screen.getByRole('button', { name: 'Blank' }).click()
    expect(store.state).toMatchObject({ blank: true, dialog: null })
  })

  test('the answer comes when it is asked for, in the place of the text, and the next step begins without it', async () => {
    const { root, store, user } = present(walked, { step: 'a' as never })
    expect(root.textContent).not.toContain('Answer of a.')
    await user.keyboard('r')
    expect(root.textContent).toContain('Answer of a.')
    expect(root.textContent).toContain('What of a?')
    expect(root.textContent).not.toContain('Text of a.')
    await user.keyboard('{PageDown}')
    expect(store.state.answered).toBeNull()
    expect(root.textContent).not.toContain('Answer of b.')
  })

  test('what a teacher keeps back of the open event is told before the answer', async () => {
    const { store, user } = present(walked, { step: 'a' as never, selected: 'one' as never, secrets: new Set(['titles']) })
    await user.keyboard('r')
    expect([...store.state.told]).toEqual(['one'])
    expect(store.state.answered).toBeNull()
  })

  test('an event that is opened by hand is told, with the way back to the step', async () => {
    const { store, user } = present(walked, { step: 'a' as never, selected: 'one' as never })
    store.set({ selected: 'three' as never })
    expect(screen.getByRole('heading', { name: 'Third talks' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Back to the step' }))
    expect(screen.getByRole('heading', { name: 'Step a' })).toBeTruthy()
  })

  test('a page that is made anew while presenting goes on: way, pointer ring, focus, and the place to come back to', async () => {
    const first = present(walked, { mode: 'explore', search: 'talks', selected: 'three' as never })
    first.field.id = 'field'
    first.field.focus()
    first.store.set({ mode: 'present' })
    await first.user.keyboard('{PageDown}l{Shift>}{ArrowRight}{/Shift}')
    screen.getByRole('button', { name: 'Reveal' }).focus()
    const ring = () => document.querySelector<HTMLElement>('.present-ring')
    const at = ring()?.style.transform
    for (const end of ends.splice(0)) end()
    const { store, user, field } = present(walked, first.store.state)
    field.id = 'field'
    expect([ring()?.hidden, ring()?.style.transform]).toEqual([false, at])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reveal' }))
    await user.keyboard('{Escape}')
    expect(store.state).toMatchObject({ mode: 'explore', step: null, selected: 'three', search: 'talks' })
    await new Promise(requestAnimationFrame)
    expect(document.activeElement).toBe(field)
  })

  test('a page with presenting of its own begins anew', async () => {
    const first = present()
    await first.user.keyboard('l')
    first.view.destroy()
    present()
    expect(document.querySelector<HTMLElement>('.present-ring')?.hidden).toBe(true)
  })

  test('leaving gives back the focus and the page’s own title', () => {
    const { store, field, root } = present(walked, { mode: 'explore' })
    field.focus()
    store.set({ mode: 'present' })
    expect(document.documentElement.classList.contains('presenting')).toBe(true)
    expect(document.activeElement?.tagName).toBe('H2')
    store.set({ mode: 'explore' })
    expect(document.activeElement).toBe(field)
    expect(document.title).toBe(walked.title.value)
    expect(root.hidden).toBe(true)
    expect(document.documentElement.classList.contains('presenting')).toBe(false)
  })

  test('where the browser lets no page fill the screen, it says so and offers a tab', async () => {
    const { user } = present(walked, {}, { fills: false })
    await user.keyboard('f')
    expect(await screen.findByText(/may not fill the screen/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open in a new tab' }).getAttribute('href')).toBe('https://parley.example/?present=1')
  })
})

test('“More” leads to what is kept back from a class, to the handout, to files and to citations, and tells the keys', async () => {
  const { store, user } = present()
  // jsdom knows no popovers, and takes what is in one for hidden and nameless.
  const pane = document.getElementById(screen.getByRole('button', { name: 'More' }).getAttribute('popovertarget') ?? '')
  const open = (name: string): Promise<void> => user.click(within(pane ?? document.body).getByText(name))
  await open('For a class')
  expect(store.state).toMatchObject({ mode: 'present', dialog: 'class' })
  await open('Download')
  expect(store.state.dialog).toBe('download')
  await open('Cite and reuse')
  expect(store.state.dialog).toBe('cite')
  await open('Print a handout')
  expect(store.state.handout).toBe('answers')
  await open('Keys act')
  expect(store.state.keys).toBe(false)
})

describe('presenting in another page’s frame', () => {
  const enter = async (asked: Asked) => {
    const { store } = present(walked, { mode: 'explore' }, { isFramed: true, ...asked })
    store.set({ mode: 'present' })
    return store
  }
  test('fills the screen at once where that may be had', async () => {
    await enter({})
    expect(document.documentElement.classList.contains('framed')).toBe(true)
    await Promise.resolve()
    expect(screen.queryByText(/as large as the frame/)).toBeNull()
  })

  test('else it is as large as the frame, says so, and offers a tab', async () => {
    const store = await enter({ fills: false })
    expect(await screen.findByText(/as large as the frame/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open in a new tab' })).toBeTruthy()
    store.set({ mode: 'explore' })
    expect(document.documentElement.classList.contains('framed')).toBe(false)
  })
})

describe('a blank screen (C04)', () => {
  test('hides the page from everybody, says so, and comes back by any of the keys with the focus where it was', async () => {
    const { store, root, user, field } = present(walked, { step: 'a' as never })
    field.type = 'button'
    const next = screen.getByRole('button', { name: 'Next' })
    next.focus()
    await user.keyboard('b')
    expect(store.state.blank).toBe(true)
    expect(root.inert).toBe(true)
    expect(field.inert).toBe(true)
    expect(screen.getByText('Screen blanked.').getAttribute('role')).toBe('status')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Screen blanked/ }))
    await user.keyboard('{PageDown}')
    // The picture comes back first: nothing moves that a room cannot see.
    expect(store.state).toMatchObject({ blank: false, step: 'a' })
    expect(root.inert).toBe(false)
    expect(document.activeElement).toBe(next)
  })

  test('comes back by a press', async () => {
    const { store, user } = present()
    await user.keyboard('.')
    await user.click(screen.getByRole('button', { name: /Screen blanked/ }))
    expect(store.state.blank).toBe(false)
    expect(screen.queryByRole('button', { name: /Screen blanked/ })).toBeNull()
  })

  test('Esc brings the picture back, then puts the spotlight out, then leaves', async () => {
    const { store, user } = present(walked, { step: 'a' as never, selected: 'one' as never })
    await user.keyboard('sb{Escape}')
    expect(store.state).toMatchObject({ blank: false, spotlight: true, mode: 'present' })
    await user.keyboard('{Escape}')
    expect(store.state).toMatchObject({ spotlight: false, mode: 'present' })
    await user.keyboard('{Escape}')
    expect(store.state).toMatchObject({ mode: 'explore', selected: 'one' })
  })
})

describe('spotlight and pointer ring (C08)', () => {
  test('the spotlight is switched by key and button, and needs an open event', async () => {
    const { store, user } = present(walked, { selected: null })
    await user.keyboard('s')
    expect(store.state.spotlight).toBe(false)
    expect(screen.getByText(/No event is open/)).toBeTruthy()
    store.set({ selected: 'one' as never })
    await user.keyboard('s')
    expect(document.documentElement.classList.contains('spotlit')).toBe(true)
    expect(screen.getByRole('button', { name: 'Spotlight' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('the ring is switched by key and moved by Shift and the arrows', async () => {
    const { store, user } = present()
    const ring = document.querySelector<HTMLElement>('.present-ring')
    await user.keyboard('l')
    expect(ring?.hidden).toBe(false)
    const before = ring?.style.transform
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(ring?.style.transform).not.toBe(before)
    expect(store.state.step).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Pointer' }))
    expect(ring?.hidden).toBe(true)
  })
})

describe('the notes', () => {
  test('are told by ids what is shown, and stand nowhere on the screen', async () => {
    const { told, user } = present(walked, { step: 'a' as never, selected: 'one' as never })
    await user.keyboard('r{PageDown}')
    expect(told.at(-1)).toEqual({
      step: 'b',
      event: 'two',
      blank: false,
      answered: false,
      reveals: 'answer',
      hidden: [],
      exercise: null,
      next: null,
      edition: null,
    })
    expect(document.documentElement.outerHTML).not.toContain('Note of')
  })

  test('are told what the class does not see, and what the next Reveal will tell', async () => {
    const { told, user } = present(walked, { step: 'a' as never, selected: 'one' as never, secrets: new Set(['titles']) })
    const seen = () => told.at(-1)?.reveals
    expect(told.at(-1)).toMatchObject({ reveals: 'event', hidden: ['titles'], exercise: null })
    const does = [seen()]
    for (const key of ['r', 'r', 'r', 'r']) {
      await user.keyboard(key)
      does.push(seen())
    }
    // A step’s own answer is shown and hidden in turn.
    expect(does).toEqual(['event', 'answer', 'cover', 'answer', 'cover'])
  })

  test('of a story without steps are told which event comes next', async () => {
    const { told, store } = present(plain, { selected: 'two' as never })
    expect(told.at(-1)).toMatchObject({ event: 'two', next: 'three', reveals: null })
    store.set({ secrets: new Set(['places']), exercise: 'order', selected: null })
    expect(told.at(-1)).toMatchObject({ reveals: 'next' })
    store.set({ selected: 'three' as never })
    expect(told.at(-1)).toMatchObject({ hidden: ['dates', 'places'], exercise: 'order', next: null })
  })

  test.each([
    ['blocked', /kept the notes window closed/, 'Notes in a tab'],
    ['forbidden', /no window could be opened/, null],
    ['apart', /cannot speak to a second window/, null],
  ] as const)('that are %s say what to do (C06)', async (opens, sentence, link) => {
    const { user } = present(walked, {}, { opens })
    await user.click(screen.getByRole('button', { name: 'Notes' }))
    expect(screen.getByText(sentence)).toBeTruthy()
    if (link) expect(screen.getByRole('link', { name: link }).getAttribute('rel')).toBe('opener')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText(sentence)).toBeNull()
  })
})
