import { deepFreeze } from './freeze'
import { type Interval, union } from './interval'
import type { Issue } from './issue'
import type { ParseOptions } from './parse'
import { readStoryFile } from './read-file'
import type { StoryFile } from './schema'
import { brandId, createContext, maybeId, type StoryContext } from './story-context'
import { attributionOf, buildClaimant, buildEvents } from './story-events'
import {
  buildLanes,
  buildLayers,
  buildNarrowLanes,
  buildParties,
  buildPeople,
  buildPlaces,
  buildSources,
  buildTopics,
} from './story-names'
import type { Chapter, Era, Frame, Layer, Link, MatrixPosition, Step, Story } from './story-types'
import { buildVessels } from './story-vessels'
import type { EventId, EventTable, Instant, LayerId, When } from './types'

const HALF_DAY_MS = 43_200_000
/** Room at both sides of the opening window where the file names none. */
const PADDING = 0.05

const isFiniteInterval = (interval: Interval): boolean => Number.isFinite(interval[0]) && Number.isFinite(interval[1])

/** What of a time is finite: an open edge falls back on the other. Null where neither is. */
function finitePart(when: When): Interval | null {
  const [start, end] = when.extent
  if (isFiniteInterval(when.extent)) return when.extent
  return Number.isFinite(start) ? [start, start] : Number.isFinite(end) ? [end, end] : null
}

function extentOf(events: Iterable<{ readonly when: When | null }>): Interval | null {
  let extent: Interval | null = null
  for (const { when } of events) {
    const part = when && finitePart(when)
    if (part) extent = extent === null ? part : union(extent, part)
  }
  return extent
}

/** At least a day, so that a scale has a length. */
const widened = ([start, end]: Interval): Interval =>
  end - start < HALF_DAY_MS ? [start - HALF_DAY_MS, end + HALF_DAY_MS] : [start, end]

const padded = ([start, end]: Interval): Interval => {
  const room = Math.round((end - start) * PADDING)
  return [start - room, end + room]
}

/** Open edges of a window become those of the story. */
function windowOf(edtf: string, extent: Interval, context: StoryContext): Interval {
  const [start, end] = context.when(edtf).extent
  const from = Number.isFinite(start) ? start : Math.min(extent[0], end)
  return [from, Number.isFinite(end) ? end : Math.max(extent[1], from)]
}

function lastInstant(events: EventTable): Instant | null {
  let last: Instant | null = null
  for (const { when } of events) {
    const end = when && finitePart(when)?.[1]
    if (end != null) last = last === null ? end : Math.max(last, end)
  }
  return last
}

const buildPositions = (file: StoryFile, context: StoryContext): readonly MatrixPosition[] =>
  (file.positions ?? []).map((record, index) => {
    const by = record.by === undefined ? null : buildClaimant(record.by, context)
    return {
      id: record.id ?? `p${index + 1}`,
      issue: brandId(record.issue),
      party: brandId(record.party),
      by,
      attribution: record.attribution ?? (by === null ? 'collective' : attributionOf(by)),
      status: record.status ?? 'claimed',
      text: context.text(record.text),
      sources: context.citations(record.sources),
    }
  })

const buildLinks = (file: StoryFile, context: StoryContext): readonly Link[] =>
  (file.links ?? []).map((record) => ({
    from: brandId(record.from),
    to: brandId(record.to),
    via: maybeId(record.via),
    kind: record.kind ?? 'other',
    text: context.maybeText(record.text),
    sources: context.citations(record.sources),
  }))

const buildEras = (file: StoryFile, context: StoryContext): readonly Era[] =>
  (file.eras ?? []).map((record, index) => ({
    id: record.id ?? `era-${index + 1}`,
    title: context.text(record.title),
    when: context.when(record.when),
    sources: context.citations(record.sources),
  }))

const buildChapters = (file: StoryFile, extent: Interval, context: StoryContext): readonly Chapter[] =>
  (file.chapters ?? []).map((record) => ({
    id: brandId(record.id),
    title: context.text(record.title),
    window: windowOf(record.window, extent, context),
    select: maybeId<EventId>(record.select),
  }))

function buildSteps(file: StoryFile, extent: Interval, context: StoryContext): readonly Step[] {
  const maybeWindow = (edtf: string | null | undefined) => (edtf == null ? null : windowOf(edtf, extent, context))
  return (file.steps ?? []).map((record) => ({
    id: brandId(record.id),
    title: context.text(record.title),
    text: context.text(record.text),
    select: maybeId(record.select),
    window: maybeWindow(record.window),
    brush: maybeWindow(record.brush),
    at: maybeWindow(record.at)?.[1] ?? null,
    camera: record.camera ?? null,
    layers: record.layers?.map((id) => brandId<LayerId>(id)) ?? null,
    question: context.maybeText(record.question),
    answer: context.maybeText(record.answer),
    note: context.maybeText(record.note),
  }))
}

function buildFrame(file: StoryFile, context: StoryContext): Frame | null {
  if (file.frame === undefined) return null
  const part = ({ bounds, strip }: Pick<NonNullable<StoryFile['frame']>, 'bounds' | 'strip'>) => ({
    bounds,
    strip: strip ? { bounds: strip.bounds, note: context.maybeText(strip.note) } : null,
  })
  return { ...part(file.frame), narrow: file.frame.narrow ? part(file.frame.narrow) : null }
}

/** Times of the whole story: its extent, its opening window, and where the now-line stands first. */
function buildTimes(file: StoryFile, events: EventTable, base: Layer, context: StoryContext) {
  const asOf = context.maybeWhen(file.asOf)
  const asOfPart = asOf && finitePart(asOf)
  const extent = widened(extentOf(events) ?? asOfPart ?? [0, 0])
  const chapters = buildChapters(file, extent, context)
  const baseEvents = Array.from(events).filter((event) => event.layer === base.id)
  const first = chapters.find((chapter) => (chapter.id as string) === 'opening')
  const opening = first?.window ?? padded(widened(extentOf(baseEvents) ?? extent))
  const now = asOfPart?.[1] ?? lastInstant(events) ?? extent[1]
  return { asOf, extent, chapters, opening, opens: first?.select ?? null, now }
}

/**
 * The frozen model of a file that was parsed and checked. `language`: BCP 47, for texts that are given in several.
 * Throws where an id, a time or a reference is bad: `readStory` leaves such records out before.
 */
export function buildStory(file: StoryFile, language?: string): Story {
  const context = createContext(file, language)
  const layers = buildLayers(file, context)
  const [base] = layers.values()
  if (base === undefined) throw new Error('a story has at least one layer')
  const places = buildPlaces(file, context)
  const lanes = buildLanes(file, context, places)
  const events = buildEvents(file, base.id, places, context)
  const times = buildTimes(file, events, base, context)
  return deepFreeze({
    id: file.id,
    language: context.language,
    title: context.text(file.title),
    summary: context.maybeText(file.summary),
    ...times,
    timeZone: context.timeZone,
    clocks: file.clocks?.length ? file.clocks : [context.timeZone],
    license: file.license ? { name: file.license.name, url: file.license.url ?? null } : null,
    attribution: context.maybeText(file.attribution),
    edition: file.edition ? { number: file.edition.number, published: context.maybeWhen(file.edition.published) } : null,
    reportTo: file.reportTo ?? null,
    sources: buildSources(file, context),
    layers,
    parties: buildParties(file, context),
    people: buildPeople(file, context),
    topics: buildTopics(file, context),
    places,
    lanes,
    narrowLanes: buildNarrowLanes(file, context, lanes),
    events,
    positions: buildPositions(file, context),
    vessels: buildVessels(file, base.id, places, context),
    links: buildLinks(file, context),
    eras: buildEras(file, context),
    steps: buildSteps(file, times.extent, context),
    frame: buildFrame(file, context),
    unknowns: (file.unknowns ?? []).map(({ id, text, sources }) => ({
      id,
      text: context.text(text),
      sources: context.citations(sources),
    })),
    glossary: (file.glossary ?? []).map(({ term, text, sources }) => ({
      term: context.text(term),
      text: context.text(text),
      sources: context.citations(sources),
    })),
    corrections: (file.corrections ?? []).map(({ on, text }) => ({ on: context.when(on), text: context.text(text) })),
  })
}

/**
 * A story from the text or the UTF-8 bytes of its file, with every issue. `story` is null where no event can be shown.
 * `language`: BCP 47. Never throws.
 */
export function readStory(
  input: string | Uint8Array,
  language?: string,
  options?: ParseOptions,
): { readonly story: Story | null; readonly issues: readonly Issue[] } {
  const { file, issues } = readStoryFile(input, options)
  return { story: file && buildStory(file, language), issues }
}
