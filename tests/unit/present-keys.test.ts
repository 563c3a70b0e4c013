import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presentActionOf, type Stroke } from '../../src/adapters/present-keys'
import { undoTopmost } from '../../src/state/actions'
import { initialState } from '../../src/state/state'
import { aStory } from '../support/a-story'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
})

describe('a presenter’s key', () => {
  test.each([
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['PageUp', 'previous'],
    ['ArrowLeft', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['b', 'blank'],
    ['B', 'blank'],
    ['.', 'blank'],
    ['f', 'fullscreen'],
    ['s', 'spotlight'],
    ['l', 'ring'],
    ['r', 'reveal'],
    ['x', null],
    ['Enter', null],
    // The page's own, which undoes one thing at a time.
    ['Escape', null],
  ])('%s does %s', (key, action) => {
    expect(presentActionOf(stroke(key))).toBe(action)
  })

  test('of a clicker is known by its place where the keyboard’s language has another letter there', () => {
    expect(presentActionOf(stroke('и', { code: 'KeyB' }))).toBe('blank')
    expect(presentActionOf(stroke('x', { code: 'KeyB' }))).toBeNull()
  })

  test('goes the other way with an arrow where the page is read from the right', () => {
    expect(presentActionOf(stroke('ArrowLeft'), true)).toBe('next')
    expect(presentActionOf(stroke('PageDown'), true)).toBe('next')
  })

  test('turns back with Shift and Space, and leaves Shift and an arrow to the pointer ring', () => {
    expect(presentActionOf(stroke(' ', { shiftKey: true }))).toBe('previous')
    expect(presentActionOf(stroke('ArrowRight', { shiftKey: true }))).toBeNull()
  })

  test('does nothing with Ctrl, Alt or ⌘, or while a text is composed', () => {
    const held = fc.constantFrom('ctrlKey', 'altKey', 'metaKey', 'isComposing')
    fc.assert(
      fc.property(fc.constantFrom('b', ' ', 'PageDown', 'f', '.'), held, (key, name) => {
        expect(presentActionOf(stroke(key, { [name]: true }))).toBeNull()
      }),
    )
  })
})

test('Esc shows a blank screen again, then puts the spotlight out, then leaves; what is open stays', () => {
  const state = { ...initialState(aStory()), mode: 'present' as const, blank: true, spotlight: true, selected: 'e' as never }
  expect(undoTopmost(state)).toEqual({ blank: false })
  expect(undoTopmost({ ...state, blank: false })).toEqual({ spotlight: false })
  expect(undoTopmost({ ...state, blank: false, spotlight: false })).toEqual({ mode: 'explore' })
})
