import { isAddition } from './derive'
import { type CitedSource, claimsKnown, placeInSource, sourcesOfEvent, sourcesOfList, speakerOf } from './export-sources'
import type { ExportView } from './export-view'
import { termParts } from './glossary'
import { type Gaps, gapsFor } from './handout-gaps'
import { inOrder } from './handout-order'
import { type HandoutQuestions, questionsFor } from './handout-questions'
import { type HandoutVessel, vesselsFor } from './handout-vessels'
import { type MarkFill, markFill } from './marks'
import type { Place, Source, Term } from './story-types'
import type {
  Claim, ClaimStatus, EventId, Geometry, Kind, PartyId, PlaceId, Role, SourceId, StoryEvent, Text,
} from './types' // biome-ignore format: one list, read as one
import { handoutWords } from './words/handout-words'

/** What a teacher may leave for the class to fill in. */
export type Blank = 'titles' | 'dates' | 'places' | 'outcomes'

export interface HandoutOptions {
  /** Left out of the sheet altogether: a field that is blank is null, so that it can stand nowhere. */
  readonly blanks: ReadonlySet<Blank>
  /** The answers of the questions, for the teacher's copy. */
  readonly answers: boolean
  /** The numbers of the events do not follow time, which they would give away where dates are asked for. */
  readonly isMixed?: boolean
}

/** A source by its number on the sheet, and where in it: "sentences 1, 2"; empty where the citation does not say. */
export interface SourceMark {
  readonly number: number
  readonly at: string
}

export interface HandoutClaim {
  readonly id: Claim['id']
  readonly who: string
  readonly status: ClaimStatus
  readonly text: Text
  readonly sources: readonly SourceMark[]
}

export interface HandoutEvent {
  readonly number: number
  readonly id: EventId
  readonly kind: Kind
  readonly fill: MarkFill
  /** Null where their seat of government is the place that is asked for. */
  readonly parties: readonly PartyId[] | null
  /** Not told by the page's own layer. */
  readonly isAdded: boolean
  readonly title: Text | null
  /** In the place of its title stands what it is and where: the title tells what came of something. */
  readonly isRenamed: boolean
  /** In words, with its doubt. */
  readonly date: string | null
  /** What its place is to it; null where no source says where. */
  readonly role: Role | null
  readonly placeName: Text | null
  /** Number of its place on the map; null where no source says where, or where its place has no point or area. */
  readonly place: number | null
  /** Retold texts give dates, places and titles away, so a sheet with any blank has none. */
  readonly texts: readonly Text[]
  /** Of talks: direct or not, who mediates. */
  readonly format: Text | null
  readonly outcome: Text | null
  /** What the class works with, with gaps where they name what is asked for. None where outcomes are: they tell them. */
  readonly claims: readonly HandoutClaim[]
  readonly conflicts: readonly Text[]
  readonly sources: readonly SourceMark[]
}

/** How the number of a place is drawn: what happened there, what is planned, what was said there by a government, no exact place. */
export type PlaceShape = 'happened' | 'planned' | 'seat' | 'area'

export interface HandoutPlace {
  readonly number: number
  readonly id: PlaceId
  readonly shape: PlaceShape
  readonly geometry: Geometry
  readonly name: Text | null
  /** Numbers of its events. */
  readonly events: readonly number[]
}

/** A sheet of paper: everything has a number that the map, the timeline and the list share. */
export interface Handout extends HandoutQuestions {
  readonly events: readonly HandoutEvent[]
  /** In the order in which the events come to them. */
  readonly places: readonly HandoutPlace[]
  readonly vessels: readonly HandoutVessel[]
  readonly sources: readonly { readonly number: number; readonly source: Source }[]
  /** Those that stand in the texts of the sheet, in the glossary's order. */
  readonly terms: readonly Term[]
}

/** Gives each thing that is asked for the next number, and the same one again. */
class Numbers<Key> {
  readonly #numbers = new Map<Key, number>()

  of(key: Key): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#numbers.size + 1)
    return this.#numbers.size
  }

  entries(): readonly (readonly [Key, number])[] {
    return [...this.#numbers]
  }
}

interface Sheet extends HandoutOptions {
  readonly view: ExportView
  readonly places: Numbers<PlaceId>
  readonly sources: Numbers<SourceId>
  readonly gaps: Gaps
}

const marksOf = ({ view, sources }: Sheet, cited: readonly CitedSource[]): readonly SourceMark[] =>
  cited.map(({ source, citations }) => ({ number: sources.of(source.id), at: placeInSource(view, citations) }))

function handoutClaim(sheet: Sheet, event: StoryEvent, claim: Claim): HandoutClaim {
  const cited = sourcesOfList(sheet.view, claim.sources.length > 0 ? claim.sources : event.sources)
  return {
    id: claim.id,
    who: speakerOf(sheet.view, claim),
    status: claim.status,
    text: sheet.gaps.clear(event, claim.text),
    sources: marksOf(sheet, cited),
  }
}

const present = (texts: readonly (Text | null)[]): readonly Text[] => texts.filter((text) => text !== null)

/** What it is and where, where its title would tell. */
function plainTitle({ view, blanks }: Sheet, { kind }: StoryEvent, place: Place | null): Text {
  const { list } = view.words
  const where = blanks.has('places') ? null : (place?.name.value ?? null)
  return {
    value: handoutWords.plainTitle(kind === 'other' ? handoutWords.event : list.capital(list.kinds[kind]), where),
    lang: 'en',
    dir: 'ltr',
  }
}

function handoutEvent(sheet: Sheet, event: StoryEvent, number: number): HandoutEvent {
  const { view, blanks, places, gaps } = sheet
  const { when, where, text, format, outcome, conflict, additions } = event
  const place = where === null ? null : (view.story.places.get(where.place) ?? null)
  const isWhole = blanks.size === 0
  const hidesSeat = blanks.has('places') && where?.role === 'seat'
  const told = blanks.has('titles') ? null : gaps.title(event)
  const isRenamed = told === null && !blanks.has('titles')
  return {
    number,
    id: event.id,
    kind: event.kind,
    fill: markFill(event),
    parties: hidesSeat ? null : event.parties,
    isAdded: isAddition(view.story, event),
    title: isRenamed ? plainTitle(sheet, event, place) : told,
    isRenamed,
    date: blanks.has('dates') ? null : view.format.when(when),
    role: where?.role ?? null,
    placeName: blanks.has('places') ? null : (place?.name ?? null),
    place: place !== null && place.geometry !== null ? places.of(place.id) : null,
    texts: isWhole ? present([text, ...(additions?.texts ?? [])]) : [],
    format: isWhole ? (format?.text ?? null) : null,
    outcome: blanks.has('outcomes') || outcome === null ? null : gaps.clear(event, outcome.text),
    claims: blanks.has('outcomes') ? [] : claimsKnown(view, event).map((claim) => handoutClaim(sheet, event, claim)),
    conflicts: isWhole ? present([conflict, ...(additions?.conflicts ?? [])]) : [],
    sources: marksOf(sheet, sourcesOfEvent(view, event)),
  }
}

function termsIn({ view, gaps }: Sheet, events: readonly HandoutEvent[]): readonly Term[] {
  const texts = events.flatMap(({ title, texts: told, format, outcome, claims, conflicts }) => [
    ...present([title, format, outcome]),
    ...told,
    ...claims.map(({ text }) => text),
    ...conflicts,
  ])
  const { glossary } = view.story
  const used = new Set(texts.flatMap((text) => termParts(glossary, text).flatMap(({ term }) => term ?? [])))
  return gaps.terms(glossary.filter((term) => used.has(term)))
}

/** What the number of a place looks like. A government's seat is one whatever happened there; an area is never a point. */
function shapeOf({ precision, seat }: Place, events: readonly StoryEvent[]): PlaceShape {
  if (precision === 'area' || precision === 'country') return 'area'
  if (seat) return 'seat'
  return events.every(({ status }) => status === 'planned') ? 'planned' : 'happened'
}

function placesFor({ view: { story }, places, blanks }: Sheet, events: readonly StoryEvent[], numbered: readonly HandoutEvent[]) {
  return places.entries().flatMap(([id, number]): HandoutPlace[] => {
    const place = story.places.get(id)
    if (!place?.geometry) return []
    const own = numbered.flatMap((event) => (event.place === number ? [event.number] : []))
    const here = own.flatMap((each) => events[each - 1] ?? [])
    const name = blanks.has('places') ? null : place.name
    return [{ number, id, shape: shapeOf(place, here), geometry: place.geometry, name, events: own }]
  })
}

/** The sheet of what a view shows, for the class with blanks or for the teacher with answers. */
export function handoutOf(view: ExportView, options: HandoutOptions): Handout {
  const gaps = gapsFor(view.story, options.blanks, view.events)
  const sheet: Sheet = { ...options, view, places: new Numbers(), sources: new Numbers(), gaps }
  const ordered = inOrder(view.events, options.isMixed ?? false)
  const events = ordered.map((event, index) => handoutEvent(sheet, event, index + 1))
  const vessels = options.blanks.has('places') || options.blanks.has('dates') ? [] : vesselsFor(view)
  const numbers = new Map(events.map(({ id, number }) => [id, number]))
  const isWhole = options.blanks.size === 0
  return {
    events,
    places: placesFor(sheet, ordered, events),
    vessels,
    sources: sheet.sources.entries().flatMap(([id, number]) => {
      const source = view.story.sources.get(id)
      return source ? [{ number, source }] : []
    }),
    terms: termsIn(sheet, events),
    ...questionsFor({ view, gaps, isWhole, answers: options.answers, vessels, numbers }),
  }
}
