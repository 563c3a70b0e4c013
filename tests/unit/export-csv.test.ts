import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCell } from '../../src/core/csv'
import { namingEvent } from '../../src/core/event-address'
import { CLAIM_COLUMNS, claimsCsv, EVENT_COLUMNS, eventsCsv } from '../../src/core/export-csv'
import { exportView } from '../../src/core/export-view'
import { maskStory } from '../../src/core/mask'
import type { EventRecord } from '../../src/core/schema'
import type { Story } from '../../src/core/story-types'
import type { EventId } from '../../src/core/types'
import { english } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'
import { ADDRESS, allLayers, anExport, ourStory } from '../support/an-export'

type Row = Readonly<Record<string, string>>

/** As another library reads the file. */
const read = (csv: string): Row[] => parse(csv, { bom: true, columns: true })
const rowsOf = (story: Story, patch?: Partial<AppState>): Row[] => read(eventsCsv(anExport(story, patch)))
const rowOf = (event: Partial<EventRecord>, extra: Parameters<typeof aStory>[0] = {}): Row =>
  rowsOf(aStory({ events: [anEvent({ id: 'talks', ...event })], ...extra }))[0] ?? {}

describe('the table of events', () => {
  test('has one row for each event that is shown, in story order, with every column', () => {
    const view = anExport(ourStory())
    const rows = read(eventsCsv(view))
    expect(rows.map(({ id }) => id)).toEqual(view.events.map(({ id }) => id))
    expect(Object.keys(rows[0] ?? {})).toEqual([...EVENT_COLUMNS])
  })

  test('holds what the filters let through and nothing else', () => {
    const brush: [number, number] = [Date.UTC(2026, 1, 17), Date.UTC(2026, 1, 18)]
    expect(rowsOf(ourStory(), { brush }).map(({ id }) => id)).toEqual([
      'geneva-round-2026-2',
      'ford-crosses-atlantic',
      'ford-towards-gibraltar',
    ])
  })

  test('tells a time in words, as EDTF, as instants and with its doubt', () => {
    expect(rowOf({ when: '2026-02-26', where: { place: 'tehran' } })).toMatchObject({
      date: 'Thu, 26 Feb 2026',
      edtf: '2026-02-26',
      earliest_utc: '2026-02-25T20:30:00.000Z',
      latest_utc: '2026-02-26T20:29:59.999Z',
      time_zone: 'Asia/Tehran',
      precision: 'day',
      doubt: '',
    })
    expect(rowOf({ when: '2026-02~', occurs: 'within' })).toMatchObject({
      precision: 'month',
      doubt: 'about; some time within it',
    })
  })

  test('bounds nothing that the source leaves open', () => {
    expect(rowOf({ when: '/2026-02-26' })).toMatchObject({ earliest_utc: '', doubt: 'since when is not said' })
    expect(rowOf({ when: '2026-02-26T10:00+01:00/' })).toMatchObject({
      earliest_utc: '2026-02-26T09:00:00.000Z',
      latest_utc: '',
      doubt: 'end not reported',
    })
    expect(rowOf({})).toMatchObject({ date: 'No date given', edtf: '', earliest_utc: '', latest_utc: '', precision: '' })
  })

  test('gives coordinates of points as numbers, and none of areas', () => {
    const csv = eventsCsv(anExport(aStory({ events: [anEvent({ id: 'talks', where: { place: 'washington' } })] })))
    expect(csv).toContain(',-77.04,38.9,')
    const inside = rowsOf(ourStory()).find(({ place }) => place === 'Inside Iran')
    expect(inside).toMatchObject({ longitude: '', latitude: '', place_precision: 'country, no town given' })
  })

  test('says what the government at a place said, and what happened there', () => {
    expect(rowOf({ where: { place: 'tehran', role: 'seat' } }).place_role).toBe(
      'said by the government or body with its seat here',
    )
    expect(rowOf({ where: { place: 'tehran' } }).place_role).toBe('happened here')
  })

  test('tells what other reports added from what the article has', () => {
    const row = rowsOf(ourStory()).find(({ id }) => id === 'geneva-round-3')
    expect(row?.layer).toBe('The article')
    expect(row?.added).toBe('date, place, text, claims and sources (from: Other reports up to 26 February)')
    expect(row?.sources).toMatch(
      /^TRT World, 2026-02-26, sentences [\d, ]+, https:\/\/www\.trtworld\.com\/article\/f382c926e205 \| /,
    )
    expect(row?.sources).toContain(' (added)')
  })

  test('carries licence, credit, edition and the address of the view in every row', () => {
    for (const row of rowsOf(ourStory())) {
      expect(row).toMatchObject({
        licence: 'CC BY 4.0',
        licence_address: 'https://creativecommons.org/licenses/by/4.0/',
        edition: '1',
        edition_date: '2026-11-22',
        view_address: ADDRESS,
      })
      expect(row.credit).toContain('is licensed under CC BY 4.0')
    }
  })

  test('carries the day of access in every row of both tables, in the credit and alone', () => {
    const story = ourStory()
    const edge = { words: english, address: ADDRESS, linkTo: null, accessed: { year: 2026, month: 11, day: 23 } }
    const view = exportView(story, initialState(story), edge)
    for (const row of [...read(eventsCsv(view)), ...read(claimsCsv(view))]) {
      expect(row.access_date).toBe('2026-11-23')
      expect(row.credit).toContain(`Source: ${ADDRESS} (accessed 23 November 2026)`)
    }
  })

  test('names events that are kept back by ids that a file may have, in both tables', () => {
    const story = ourStory()
    const masked = maskStory(story, new Set(['titles']), new Set(['geneva-round-3' as EventId]))
    const view = anExport(masked)
    const ids = read(eventsCsv(view)).map(({ id }) => id)
    expect(ids.filter((id) => !/^event-\d+$/.test(id ?? ''))).toEqual(['geneva-round-3'])
    expect(ids).toEqual(expect.arrayContaining(read(claimsCsv(view)).map(({ event_id }) => event_id)))
  })

  test('where places are kept back, no zone tells them', () => {
    const story = ourStory()
    const zonesOf = (told: Story) =>
      new Set(
        rowsOf(told)
          .map(({ time_zone }) => time_zone)
          .filter(Boolean),
      )
    expect(zonesOf(story).size).toBeGreaterThan(2)
    expect(zonesOf(maskStory(story, new Set(['places']), new Set()))).toEqual(new Set([story.timeZone]))
  })

  test('leaves out claims and sources that were published after the day asked for', () => {
    const story = ourStory()
    const known = Date.UTC(2026, 1, 20)
    const dates = rowsOf(story, { ...allLayers(story), known }).flatMap(
      ({ sources = '' }) => sources.match(/2026-\d\d-\d\d,/g) ?? [],
    )
    expect(dates.length).toBeGreaterThan(0)
    expect(dates.filter((date) => date > '2026-02-20,')).toEqual([])
  })
})

describe('the table of claims', () => {
  test('has one row for each claim, with speaker, status, text and where it stands', () => {
    const view = anExport(ourStory())
    const rows = read(claimsCsv(view))
    expect(Object.keys(rows[0] ?? {})).toEqual([...CLAIM_COLUMNS])
    expect(rows.length).toBe(view.events.reduce((sum, { claims }) => sum + claims.length, 0))
    expect(rows.find(({ event_id, claim_id }) => event_id === 'lincoln-enters-centcom' && claim_id === 'entered')).toMatchObject({
      who: 'US Central Command',
      party: 'United States',
      status: 'confirmed',
      claim: 'The Lincoln’s strike group is in the area of CENTCOM.',
      source: 'CBS News',
      source_published: '2026-01-26',
      licence: 'CC BY 4.0',
    })
  })

  test('a claim without citations of its own rests on those of its event', () => {
    const claims = [{ text: 'Progress was made.', by: { party: 'oman' } }]
    const sources = [{ source: 'paper', at: 'S4', quote: 'significant progress' }]
    const [row] = read(claimsCsv(anExport(aStory({ events: [anEvent({ id: 'talks', claims, sources })] }))))
    expect(row).toMatchObject({
      who: 'Oman',
      source: 'paper',
      place_in_source: 'sentence 4',
      source_address: 'not linked',
      quote: 'significant progress',
    })
  })
})

test('no text of a story begins a formula in any cell, and every text can be had back', () => {
  const hostile = fc
    .string({
      unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ';', ',', '\n', ' ', 'a', '1', '('),
      minLength: 1,
      maxLength: 10,
    })
    .filter((text) => /\S/.test(text))
  fc.assert(
    fc.property(hostile, hostile, (title, text) => {
      const story = aStory({
        events: [anEvent({ id: 'talks', title, text, claims: [{ text, sources: [{ source: 'paper' }] }] })],
      })
      for (const csv of [eventsCsv(anExport(story)), claimsCsv(anExport(story))]) {
        const [row = {}] = read(csv)
        const cells = Object.entries(row).flatMap(([, cell]) => [cell, ...cell.split(/[;\t\r\n]/).slice(1)])
        expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([])
        expect(plainCell(row.title ?? row.event_title ?? '')).toBe(title)
      }
    }),
  )
})

describe('the address of an event', () => {
  test.each([
    ['of the event that the story opens with', 'https://parley.example/talks/', 'https://parley.example/talks/?event=round-3'],
    [
      'with what else the address asks for',
      'https://parley.example/?layer=a,b&hide=dates',
      'https://parley.example/?event=round-3&layer=a,b&hide=dates',
    ],
    [
      'that is named already',
      'https://parley.example/?event=round-3&hide=dates',
      'https://parley.example/?event=round-3&hide=dates',
    ],
    ['before a hash', 'https://parley.example/?hide=dates#here', 'https://parley.example/?event=round-3&hide=dates#here'],
  ])('%s names it once', (_what, address, named) => {
    expect(namingEvent(address, 'round-3' as EventId)).toBe(named)
  })
})
