import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storyJsonSchema } from '../../src/build/schema-file'
import { isClaimLater, matchingEvents } from '../../src/core/derive'
import { toStoryFile } from '../../src/core/export-json'
import { type ExportEdge, type ExportView, exportView } from '../../src/core/export-view'
import { FILE_REFS } from '../../src/core/file-refs'
import { type Hidden, maskStory } from '../../src/core/mask'
import { storySchema } from '../../src/core/schema'
import { refPaths } from '../../src/core/schema-walk'
import { readStory } from '../../src/core/story'
import type { Story } from '../../src/core/story-types'
import { type EventId, KINDS, type StoryEvent } from '../../src/core/types'
import { english } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'
import { ADDRESS, allLayers, anExport, fixtureText, storyOf, storyText } from '../support/an-export'

/** With the day on which the page was read. */
const EDGE: ExportEdge = { words: english, address: ADDRESS, linkTo: null, accessed: { year: 2026, month: 11, day: 23 } }
const isValid = new Ajv2020({ strict: false }).compile(storyJsonSchema())

interface Told extends Omit<StoryEvent, 'claims'> {
  readonly claims: readonly unknown[]
}

/** Events without what an export leaves out: claims not published yet, and that an event refines one that is not there. */
const toldIn = (story: Story, events: readonly StoryEvent[], known: number | null): readonly Told[] =>
  events.map((event) => ({ ...event, refines: null, claims: event.claims.filter((claim) => !isClaimLater(story, claim, known)) }))

/** What Parley shows of an exported file where the same layers are on the page. */
function readBack(text: string, view: ExportView) {
  const { story, issues } = readStory(text)
  if (story === null) return { issues, events: [] }
  const layers = new Set([...view.state.layers].filter((id) => story.layers.has(id)))
  const state: AppState = { ...initialState(story), layers, known: view.state.known }
  return { issues, events: toldIn(story, matchingEvents(story, state), view.state.known) }
}

const OURS = storyOf(storyText())
const EVERYTHING = storyOf(fixtureText('everything.json'))

/** Filters of a story, in any combination. */
function filtersOf(story: Story): fc.Arbitrary<Partial<AppState>> {
  const some = <Id>(ids: Iterable<Id>) => fc.subarray([...ids]).map((chosen) => new Set(chosen))
  const [from, to] = story.extent
  const instant = fc.integer({ min: from, max: to })
  return fc.record({
    layers: fc.oneof(some(story.layers.keys()), fc.constant(new Set(story.layers.keys()))),
    parties: fc.oneof(fc.constant(new Set<never>()), some(story.parties.keys())),
    topics: fc.oneof(fc.constant(new Set<never>()), some(story.topics.keys())),
    kinds: fc.oneof(fc.constant(new Set<never>()), some(KINDS)),
    known: fc.option(instant),
    brush: fc.option(fc.tuple(instant, instant).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])),
  })
}

describe.each([
  ['our story', OURS, storyText()],
  ['everything.json', EVERYTHING, fixtureText('everything.json')],
])('the file of %s', (_name, story, text) => {
  test.each([
    ['from its own file', JSON.parse(text)],
    ['from the model', null],
  ])('%s is read again with the same events and without an error, however it is filtered', (_from, file) => {
    fc.assert(
      fc.property(filtersOf(story), (patch) => {
        const view = anExport(story, patch)
        fc.pre(view.events.length > 0)
        const exported = toStoryFile(view, file)
        const { issues, events } = readBack(exported, view)
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(issues.filter(({ code }) => code === 'source-not-cited')).toEqual([])
        expect(isValid(JSON.parse(exported))).toBe(true)
        expect(events).toEqual(toldIn(story, view.events, view.state.known))
      }),
      { numRuns: 60 },
    )
  })

  test('is the whole story again where nothing is filtered', () => {
    const view = anExport(story, allLayers(story))
    const again = storyOf(toStoryFile(view, JSON.parse(text)))
    expect([...again.events]).toEqual([...story.events])
    expect(again.title).toEqual(story.title)
    expect([again.license, again.edition, again.attribution]).toEqual([story.license, story.edition, story.attribution])
  })
})

describe('the file of a view in which something is kept back', () => {
  const CHOICES: readonly (readonly Hidden[])[] = [
    ['titles'],
    ['dates'],
    ['places'],
    ['outcomes'],
    ['titles', 'dates', 'places', 'outcomes'],
  ]
  const told = new Set(['geneva-round-3' as EventId])

  test.each(
    CHOICES.flatMap((hidden) => [
      { hidden, told: new Set<EventId>() },
      { hidden, told },
    ]),
  )(
    '($hidden, told: $told) is read again with every event, without an error, and names no alias of the page',
    ({ hidden, told }) => {
      const masked = maskStory(OURS, new Set(hidden), told)
      const exported = toStoryFile(anExport(masked, allLayers(masked)))
      const { story, issues } = readStory(exported)
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(isValid(JSON.parse(exported))).toBe(true)
      expect([...(story?.events ?? [])].map(({ title }) => title)).toEqual([...masked.events].map(({ title }) => title))
      const times = (events: Iterable<StoryEvent>) => [...events].map(({ when }) => when?.extent).sort()
      expect(times(story?.events ?? [])).toEqual(times(masked.events))
      expect(exported).not.toMatch(/"_\d+"/)
      expect(story?.steps.map(({ id, select }) => [id, select && story.events.get(select)?.title.value])).toEqual(
        masked.steps.map(({ select }, index) => [`step-${index + 1}`, select && masked.events.get(select)?.title.value]),
      )
    },
  )

  test('says nothing of what is kept back by its ids', () => {
    const masked = maskStory(OURS, new Set<Hidden>(['places']), new Set())
    const ids = JSON.stringify(JSON.parse(toStoryFile(anExport(masked))), (key, value) =>
      key === 'events' || key === 'steps'
        ? value.map(({ id }: { id: string }) => id)
        : key === 'places' || key === 'lanes'
          ? []
          : value,
    )
    expect(ids).not.toMatch(/vienna|ford-|souda/i)
  })

  test('has no two events of one id, although the story calls one as a file would call another', () => {
    const events = [anEvent({ id: 'event-1' }), anEvent({ id: 'event-2' }), anEvent({ id: 'other' })]
    const masked = maskStory(aStory({ events }), new Set<Hidden>(['titles']), new Set(['event-1', 'event-2'] as EventId[]))
    const { issues, story } = readStory(toStoryFile(anExport(masked)))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(new Set([...(story?.events ?? [])].map(({ id }) => id)).size).toBe(3)
  })
})

describe('an extract', () => {
  const brush: [number, number] = [Date.UTC(2026, 1, 17), Date.UTC(2026, 1, 18)]
  const read = (text: string) => JSON.parse(text)

  test('says whose work it is, which edition, from where and how much of it', () => {
    const view = exportView(OURS, { ...initialState(OURS), brush }, EDGE)
    expect(read(toStoryFile(view))['x-export']).toEqual({
      of: 'us-iran-2026',
      selection: '3 of 29 events, as filtered',
      edition: '1',
      editionDate: '2026-11-22',
      licence: 'CC BY 4.0',
      licenceAddress: 'https://creativecommons.org/licenses/by/4.0/',
      credit: `“Three rounds of talks, two carriers, no deal yet” (edition 1, 22 November 2026) by Parley is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Source: ${ADDRESS} (accessed 23 November 2026)`,
      address: ADDRESS,
      accessed: '2026-11-23',
    })
  })

  test('of an extract tells of its own making', () => {
    const first = read(toStoryFile(anExport(OURS, { brush }), JSON.parse(storyText())))
    const second = read(toStoryFile(anExport(storyOf(JSON.stringify(first)), {}, 'https://parley.example/two'), first))
    expect(second['x-export']).toMatchObject({ selection: 'All 3 events', address: 'https://parley.example/two' })
  })

  test('keeps unknown keys and other languages of the file it is cut from', () => {
    const file = { ...JSON.parse(fixtureText('languages.json')), 'x-desk': { note: 'ours' } }
    const story = storyOf(JSON.stringify(file), 'fa')
    const exported = read(toStoryFile(anExport(story), file))
    expect(exported['x-desk']).toEqual({ note: 'ours' })
    expect(exported.title).toEqual(file.title)
  })

  test('drops what nothing in it names, and steps whose event is gone', () => {
    const story = aStory({
      layers: [
        { id: 'article', name: 'Article' },
        { id: 'reports', name: 'Reports' },
      ],
      events: [
        anEvent({ id: 'kept', when: '2026-02-17', where: { place: 'geneva' }, parties: ['us'], topics: ['process'] }),
        anEvent({
          id: 'gone',
          when: '2026-02-26',
          where: { place: 'vienna' },
          parties: ['iran'],
          sources: [{ source: 'other' }],
        }),
      ],
      chapters: [{ id: 'opening', title: 'Opening', window: '2026-02', select: 'gone' }],
      steps: [
        { id: 'one', title: 'One', text: 'One', select: 'kept', layers: ['article', 'reports'] },
        { id: 'two', title: 'Two', text: 'Two', select: 'gone' },
      ],
    })
    const exported = read(toStoryFile(anExport(story, { brush })))
    const ids = (list: string): string[] => exported[list].map((record: { id: string }) => record.id)
    expect(['events', 'places', 'parties', 'sources', 'layers', 'steps'].map(ids)).toEqual([
      ['kept'], ['geneva'], ['us'], ['article'], ['article'], ['one'],
    ]) // biome-ignore format: one list, read as one
    expect(exported.steps[0].layers).toEqual(['article'])
    expect(exported.chapters[0].select).toBeUndefined()
  })

  test('lets a refinement stand by itself where its event is on a hidden layer', () => {
    const story = aStory({
      layers: [
        { id: 'article', name: 'Article' },
        { id: 'reports', name: 'Reports' },
      ],
      events: [
        anEvent({ id: 'talks', parties: ['us'] }),
        anEvent({ id: 'hour', layer: 'reports', refines: 'talks', when: '2026-02-26T10:00+01:00' }),
      ],
    })
    const layers = new Set([...story.layers.keys()].slice(1))
    const exported = read(toStoryFile(anExport(story, { layers })))
    expect(exported.events).toMatchObject([{ id: 'hour', parties: ['us'] }])
    expect(exported.events[0].refines).toBeUndefined()
  })

  test('keeps the article as the first layer, so that what is added stays added', () => {
    const layers = new Set([...OURS.layers.keys()].filter((id) => (id as string) === 'background'))
    const exported = storyOf(toStoryFile(anExport(OURS, { layers })))
    expect([...exported.layers.values()].map(({ id, base }) => [id, base])).toEqual([
      ['article', true],
      ['background', false],
    ])
  })

  test('of a reader who asks for a day holds no claim and no report from after it', () => {
    const known = Date.UTC(2026, 1, 20)
    const exported = storyOf(toStoryFile(anExport(OURS, { ...allLayers(OURS), known })))
    const reports = [...exported.vessels.values()].flatMap((vessel) =>
      vessel.reports.flatMap(({ when }) => when?.extent[0] ?? []),
    )
    expect(reports.filter((at) => at > known)).toEqual([])
    expect([...exported.events].flatMap(({ claims }) => claims.filter((claim) => isClaimLater(exported, claim, known)))).toEqual(
      [],
    )
  })
})

test('the references between lists are those of the schema', () => {
  const written = Object.entries(FILE_REFS).flatMap(([list, targets]) =>
    Object.entries(targets).flatMap(([target, paths]) => paths.map((keys) => `${list}.*.${keys} -> ${target}`)),
  )
  const defined = refPaths(storySchema as Parameters<typeof refPaths>[0]).map(({ keys, list }) => `${keys.join('.')} -> ${list}`)
  expect(written.sort()).toEqual(defined.sort())
})
