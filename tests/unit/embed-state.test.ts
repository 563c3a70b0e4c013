import { describe, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { type EmbedChoices, embedQueries, naming } from '../../src/state/embed-state'
import { type AppState, initialState, PARTS } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  asOf: '2026-02-26',
  chapters: [{ id: 'opening', title: 'Opening', window: '2026-02-01/2026-02-28', select: 'third' }],
  events: [anEvent({ id: 'third', when: '2026-02-26' }), anEvent({ id: 'second', when: '2026-02-17' })],
})
const queries = (chosen: Partial<EmbedChoices>, state: Partial<AppState> = {}) =>
  embedQueries(
    story,
    { ...initialState(story), ...state },
    { start: 'opening', parts: new Set(PARTS), theme: 'auto', lang: null, fixedPx: null, isPinned: false, ...chosen },
  )
const second = { selected: 'second' as EventId }

describe('what an embed is asked to show', () => {
  test('is nothing for the story’s opening, whatever the page shows', () => {
    expect(queries({}, { ...second, search: 'x', theme: 'dark' })).toEqual({ frame: '', page: '' })
  })

  test('is this view, without what belongs to the reader', () => {
    const state = {
      ...second,
      search: 'x',
      theme: 'dark',
      motion: 'less',
      keys: false,
      api: true,
      mode: 'present',
      dialog: 'embed',
    } as const
    expect(queries({ start: 'view' }, state)).toEqual({ frame: '?event=second&q=x', page: '?event=second&q=x' })
  })

  test('names the open event, even the one that the story opens with today', () => {
    expect(queries({ start: 'event' }, { ...second, search: 'x' }).frame).toBe('?event=second')
    expect(queries({ start: 'event' })).toEqual({ frame: '?event=third', page: '?event=third' })
  })

  test('holds views, colours and a fixed height for the frame alone', () => {
    expect(queries({ parts: new Set(['map', 'list'] as const), theme: 'dark', fixedPx: 600 })).toEqual({
      frame: '?theme=dark&parts=list,map&resize=fixed',
      page: '',
    })
  })

  test('holds the language for both', () => {
    expect(queries({ lang: 'en' })).toEqual({ frame: '?lang=en', page: '?lang=en' })
  })
})

test('a query that names its event stays as it is', () => {
  expect(naming('?event=a.b&q=x', 'a' as EventId)).toBe('?event=a.b&q=x')
  expect(naming('?q=x', 'a' as EventId)).toBe('?q=x&event=a')
  expect(naming('', null)).toBe('')
})
