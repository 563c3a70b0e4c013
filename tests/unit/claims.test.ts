import { describe, expect, test } from 'vitest'
import { claimGroups, eventsOfPosition, isPositionOf, nearestRound } from '../../src/core/claims'
import type { EventId, StoryEvent } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'

const claim = (
  id: string,
  by: object,
  attribution: 'named' | 'anonymous' | 'collective' | 'outlet' = 'named',
  sources?: object[],
) => ({
  id,
  by,
  attribution,
  status: 'claimed' as const,
  text: id,
  sources: (sources ?? [{ source: 'trt' }]) as { source: string }[],
})
const event = (story: ReturnType<typeof aStory>, id: string): StoryEvent => {
  const found = story.events.get(id as EventId)
  if (!found) throw new Error(`no event ${id}`)
  return found
}

describe('claims by party', () => {
  const story = aStory({
    people: [{ id: 'b', name: 'Badr', party: 'oman' }],
    parties: [
      { id: 'us', name: 'United States', letter: 'U' },
      { id: 'iran', name: 'Iran', letter: 'I' },
      { id: 'oman', name: 'Oman', letter: 'O' },
      { id: 'un', name: 'United Nations', letter: 'N' },
    ],
    events: [
      anEvent({
        id: 'round',
        parties: ['iran', 'us'],
        claims: [
          claim('paper', { name: 'A paper' }, 'outlet'),
          claim('mediator', { person: 'b' }),
          claim('diplomats', { name: 'diplomats, not named' }, 'collective'),
          claim('tehran', { party: 'iran' }, 'collective'),
        ],
      }),
      anEvent({ id: 'quiet', parties: ['us'] }),
    ],
  })

  test('the parties stand in the author’s order, silent ones too; then others and the outlets', () => {
    const groups = claimGroups(story, event(story, 'round'))
    expect(groups.map(({ by, claims }) => [typeof by === 'string' ? by : by.id, ...claims.map(({ id }) => id)])).toEqual([
      ['us'],
      ['iran', 'tehran'],
      ['oman', 'mediator'],
      ['others', 'diplomats'],
      ['outlets', 'paper'],
    ])
  })

  test('where nobody claims anything there is nothing to lay side by side', () => {
    expect(claimGroups(story, event(story, 'quiet'))).toEqual([])
  })
})

describe('positions and events', () => {
  const story = aStory({
    topics: [
      { id: 'missiles', name: 'Missiles' },
      { id: 'force', name: 'Force' },
    ],
    positions: [
      {
        id: 'apart',
        issue: 'missiles',
        party: 'iran',
        attribution: 'anonymous',
        status: 'claimed',
        text: 'Apart.',
        sources: [{ source: 'trt', at: 'S9', span: [100, 120] }],
      },
      {
        id: 'nowhere',
        issue: 'force',
        party: 'us',
        attribution: 'named',
        status: 'claimed',
        text: 'x',
        sources: [{ source: 'trt' }],
      },
    ],
    events: [
      anEvent({ id: 'same-words', sources: [{ source: 'trt', at: 'S9', span: [90, 110] }] }),
      anEvent({ id: 'same-sentence', sources: [{ source: 'trt', at: 'S9', span: [10, 20] }] }),
      anEvent({ id: 'other-paper', sources: [{ source: 'paper', at: 'S9' }] }),
      anEvent({ id: 'topic', topics: ['force'], claims: [claim('c', { party: 'us' })] }),
    ],
  })
  const events = [...story.events]
  const position = (id: string) => {
    const found = story.positions.find((one) => one.id === id)
    if (!found) throw new Error(`no position ${id}`)
    return found
  }
  const ids = (found: readonly StoryEvent[]) => found.map(({ id }) => id)

  test('a position leads to the event that cites the same words', () => {
    expect(ids(eventsOfPosition(events, position('apart')))).toEqual(['same-words'])
  })

  test('where no event cites the same words, those of the same sentence count', () => {
    expect(ids(eventsOfPosition(events.slice(1), position('apart')))).toEqual(['same-sentence'])
  })

  test('a source without a sentence leads nowhere', () => {
    expect(eventsOfPosition(events, position('nowhere'))).toEqual([])
  })

  test('an event tells of a position by its words, or by topic and party together', () => {
    const tells = (id: string, of: string) => isPositionOf(story, events, event(story, id), position(of))
    expect(tells('same-words', 'apart')).toBe(true)
    expect(tells('same-sentence', 'apart')).toBe(false)
    expect(tells('topic', 'nowhere')).toBe(true)
    expect(tells('topic', 'apart')).toBe(false)
  })
})

describe('another round', () => {
  const story = aStory({
    events: [
      anEvent({ id: 'first', kind: 'talks', when: '2026-02-06' }),
      anEvent({ id: 'second', kind: 'talks', when: '2026-02-17' }),
      anEvent({ id: 'speech', kind: 'statement', when: '2026-02-25' }),
      anEvent({ id: 'third', kind: 'talks', when: '2026-02-26' }),
      anEvent({ id: 'planned', kind: 'talks', status: 'planned', when: '2026-03-02' }),
    ],
  })
  const next = (id: string, among = [...story.events]) => nearestRound(among, event(story, id))?.id ?? null

  test('the nearest round that took place comes before a plan', () => {
    expect(next('third')).toBe('second')
    expect(next('first')).toBe('second')
    expect(next('planned')).toBe('third')
  })

  test('a plan is better than none, and alone there is none', () => {
    expect(next('third', [event(story, 'third'), event(story, 'planned')])).toBe('planned')
    expect(next('third', [event(story, 'third')])).toBeNull()
  })
})
