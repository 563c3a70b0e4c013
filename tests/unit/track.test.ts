import { describe, expect, test } from 'vitest'
import { formatterOf } from '../../src/core/format'
import { shipWords } from '../../src/core/ship-words'
import { ageInDays, trackOf } from '../../src/core/track'
import type { LayerId, VesselId } from '../../src/core/types'
import { english as words } from '../../src/core/words/words'
import { aMapStory } from '../support/a-map'

const story = aMapStory()
const both = new Set(['article', 'reports'] as LayerId[])
const article = new Set(['article'] as LayerId[])
const END = Date.parse('2026-02-26T23:59:59.999+01:00')

function track(id: string, instant = END, layers = both) {
  const vessel = story.vessels.get(id as VesselId)
  if (!vessel) throw new Error(id)
  return trackOf(vessel, story.places, instant, layers)
}
const told = (id: string, instant = END, layers = both) =>
  shipWords(track(id, instant, layers), story, instant, formatterOf(story, words), words)

describe('the Ford', () => {
  test('is in a sea after it left port, with a circle of 889 km at the end of the day', () => {
    const { state, reach, fix, report } = track('ford')
    expect(state).toBe('sea')
    expect(report?.id).toBe('sea')
    expect(fix?.report.id).toBe('left')
    expect(reach?.radiusKm).toBeCloseTo(889, 0)
  })

  test('is in port while the port’s report holds and it has not left', () => {
    const { state, reach, report } = track('ford', Date.parse('2026-02-26T08:00+01:00'))
    expect(state).toBe('point')
    expect(report?.id).toBe('left')
    expect(reach).toBeNull()
    expect(track('ford', Date.parse('2026-02-26T07:00+01:00')).report?.id).toBe('port')
  })

  test('loses its circle after 24 hours', () => {
    expect(track('ford', Date.parse('2026-02-27T08:00+01:00')).reach).not.toBeNull()
    expect(track('ford', Date.parse('2026-02-27T08:01+01:00')).reach).toBeNull()
    expect(track('ford', Date.parse('2026-02-27T08:01+01:00')).state).toBe('sea')
  })

  test('is nowhere with the article alone, which says only “the region”', () => {
    expect(track('ford', END, article).state).toBe('region')
    expect(told('ford', END, article)).toMatchObject({ name: 'USS Gerald R. Ford', told: 'The article says only ‘the region’' })
  })

  test('tells sea, date, source and what is inferred, and how far it could be', () => {
    const label = told('ford')
    expect(label?.name).toBe('+ USS Gerald R. Ford')
    expect(label?.told.replaceAll(/\s/g, ' ')).toBe('Mediterranean, as of 26 Feb (AFP); eastern part inferred from its heading')
    expect(label?.strong).toEqual(['Dashed: as far as 30 knots for 16 hours'])
  })

  test('is not known before its first report', () => {
    expect(track('ford', Date.parse('2026-02-01T00:00Z')).state).toBe('nothing yet')
  })

  test('joins its reports in order, and none to a sea that holds the other end', () => {
    expect(track('ford').joins.map(({ from, to }) => [from.id, to.id])).toEqual([['strait', 'port']])
  })
})

describe('the Lincoln', () => {
  test('is in the sea of its last report, whose age is written', () => {
    expect(track('lincoln')).toMatchObject({ state: 'sea', reach: null, fix: null })
    expect(told('lincoln')?.strong).toEqual(['last fix 11–12 days old'])
  })

  test('is gone with the article alone', () => {
    expect(track('lincoln', END, article).state).toBe('nothing yet')
    expect(told('lincoln', END, article)).toBeNull()
  })
})

test('a report that a shown one supersedes is left out, unless that one is hidden', () => {
  const vessel = story.vessels.get('ford' as VesselId)
  if (!vessel) throw new Error('no Ford')
  const reports = vessel.reports.map((report) => (report.id === 'region' ? { ...report, supersededBy: 'sea' } : report))
  const known = (layers: ReadonlySet<LayerId>) => trackOf({ ...vessel, reports }, story.places, END, layers).report?.id
  expect(known(article)).toBe('region')
  expect(known(both)).toBe('sea')
})

test('an age counts calendar days', () => {
  const when = story.vessels.get('lincoln' as VesselId)?.reports[0]?.when
  if (!when) throw new Error('no date')
  expect(ageInDays(when, END, 'Europe/Zurich')).toEqual([11, 12])
  expect(ageInDays(when, Date.parse('2026-02-26T00:30+01:00'), 'Europe/Zurich')).toEqual([11, 12])
})
