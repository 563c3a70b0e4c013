import { expect, test } from 'vitest'
import { type Asking, answeredSteps, withheld } from '../../src/core/asked'
import { trackOf } from '../../src/core/track'
import type { StepId, VesselId } from '../../src/core/types'
import { aMapStory } from '../support/a-map'
import { anEvent, aStory } from '../support/a-story'

const map = aMapStory()
const told = aStory({
  events: [anEvent({ id: 'leaves', vessel: 'ford' }), anEvent({ id: 'photo', vessel: 'lincoln' })],
  vessels: [
    { id: 'ford', name: 'Ford', reports: [] },
    { id: 'lincoln', name: 'Lincoln', reports: [] },
  ],
  steps: [
    { id: 'before', title: 'Before', text: 'Before.', question: 'What is this?', answer: 'A map.' },
    { id: 'sails', title: 'A ship sails', text: 'It sails.', select: 'leaves', question: 'How far?', answer: 'So far.' },
    { id: 'seen', title: 'A ship in a sea', text: 'It was seen.', select: 'photo', question: 'How old?', answer: 'So old.' },
  ],
})
const trackAt = (vessel: string) => {
  const found = map.vessels.get(vessel as VesselId)
  if (!found) throw new Error('no ship')
  return trackOf(found, map.places, map.now, new Set(map.layers.keys()))
}
const at = (step: string | null, more: Partial<Asking> = {}): Asking => ({
  mode: 'present',
  step: step as StepId | null,
  answered: null,
  ...more,
})
const none = new Set<StepId>()

test('how far a ship could be stays away from a class until the step that asks for it is answered', () => {
  expect(trackAt('ford').reach).not.toBeNull()
  for (const step of [null, 'before', 'sails']) expect(withheld(told, trackAt('ford'), at(step), none).reach).toBeNull()
  expect(withheld(told, trackAt('ford'), at('before'), new Set(['sails' as StepId])).reach).not.toBeNull()
})

test('nothing is withheld from a reader, nor of a ship that no step asks about', () => {
  const explored = at('sails', { mode: 'explore' })
  expect(withheld(told, trackAt('ford'), explored, none).reach).not.toBeNull()
  expect(withheld({ ...told, steps: told.steps.slice(2) }, trackAt('ford'), at('sails'), none).reach).not.toBeNull()
})

test('the sea of a ship without a circle is withheld by the step that asks for it, and by no other', () => {
  expect(withheld(told, trackAt('lincoln'), at('seen'), none).isAsked).toBe(true)
  expect(withheld(told, trackAt('lincoln'), at('before'), none).isAsked).toBe(false)
  expect(withheld(told, trackAt('ford'), at('sails'), none).isAsked).toBe(false)
})

test('a step stays answered for the steps that follow; shown again it asks again, and outside of presenting all is forgotten', () => {
  const sail = 'sails' as StepId
  const answered = answeredSteps(none, at('sails', { answered: sail }))
  expect([...answered]).toEqual(['sails'])
  expect([...answeredSteps(answered, at('seen'))]).toEqual(['sails'])
  expect([...answeredSteps(answered, at(null))]).toEqual(['sails'])
  expect([...answeredSteps(answered, at('sails'))]).toEqual([])
  expect([...answeredSteps(answered, at('seen', { mode: 'explore' }))]).toEqual([])
})
