import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'
import { showPane } from './show'

const clocks = ['Europe/Zurich', 'Asia/Tehran', 'America/New_York']
const line = (when: string, place: string): string => {
  showPane(aStory({ clocks, events: [anEvent({ id: 'e', when, where: { place } })] }), { selected: 'e' as EventId })
  const body = screen.getByRole('article').querySelector('.event-body')
  return [...(body?.querySelectorAll('.event-when, .event-reported') ?? [])].map((part) => part.textContent).join(' | ')
}

test('a clock time says whose clock, and what the others show', () => {
  expect(line('2026-02-26T10:00+01:00', 'geneva')).toMatch(
    /^Thu, 26 Feb 2026, 10:00 · Geneva \| Local time, which is 12:30 in Tehran and 04:00 in New York$/,
  )
})

test('another day is said', () => {
  expect(line('2026-02-26T01:00+01:00', 'geneva')).toMatch(/03:30 in Tehran and Wed 19:00 in New York/)
})

test('a day has no clock', () => {
  expect(line('2026-02-26', 'geneva')).toBe('Thu, 26 Feb 2026 · Geneva')
})
