import { eventTable } from './event-table'
import { inZone } from './in-zone'
import { type MaskNames, maskNames } from './mask-names'
import { type Tells, tellsOf } from './mask-tells'
import { inStoryOrder } from './refine'
import type { Source, Step, Story } from './story-types'
import type { Citation, EventId, EventTable, SourceId, StoryEvent, Text, When } from './types'
import type { Vessel } from './vessel-types'
import { quizWords } from './words/quiz-words'

/** What is kept back of every event that is not told. */
export type Hidden = 'titles' | 'dates' | 'places' | 'outcomes'

const wholes = new WeakMap<Story, Story>()

/** The story that a masked one was made from; itself where it is whole. For what checks an answer, never for what shows the story. */
export const wholeStory = (story: Story): Story => wholes.get(story) ?? story

const said = (value: string): Text => ({ value, lang: 'en', dir: 'ltr' })

interface Mask {
  readonly story: Story
  readonly hides: ReadonlySet<Hidden>
  readonly names: MaskNames
  readonly tells: Tells
  isTold(event: StoryEvent): boolean
  /** The id under which the masked story has an event. */
  idOf(id: EventId | null): EventId | null
}

/**
 * The story without what is hidden of the events that are not told: as if it had never been in the file. Their ids are aliases, their
 * texts, claims, sources and additions are withheld, and so is whatever else would tell of them: ships’ reports, texts of steps, remarks,
 * terms and positions that name what is hidden or rest on the same sentence. Told events are whole. What stays, because it tells of no one
 * event: places, parties, people and lanes by name, chapters, eras and the story’s extent. The same story where nothing is hidden, or all is told.
 */
export function maskStory(story: Story, hides: ReadonlySet<Hidden>, told: ReadonlySet<EventId>): Story {
  const names = maskNames(story)
  const open = new Set([...told].map((id) => names.realOf(id)))
  const isTold = (event: StoryEvent): boolean => open.has(names.rootOf(event))
  const events = [...story.events]
  const untold = events.filter((event) => !isTold(event))
  if (hides.size === 0 || untold.length === 0) return story
  const tells = tellsOf(story, untold, events.filter(isTold), hides)
  const idOf = (id: EventId | null): EventId | null => {
    const event = id === null ? undefined : story.events.get(id)
    return event && !isTold(event) ? names.aliasOf(names.rootOf(event)) : id
  }
  const mask: Mask = { story, hides, names, tells, isTold, idOf }
  const masked = withSources(mask, {
    ...story,
    title: hides.has('outcomes') ? said(quizWords.storyTitle) : story.title,
    summary: null,
    opens: idOf(story.opens),
    events: eventsOf(mask),
    vessels: new Map(vesselsOf(mask).map((vessel) => [vessel.id, vessel])),
    steps: story.steps.map((step, index) => maskStep(mask, step, index)),
    chapters: story.chapters.map((chapter) => ({ ...chapter, select: idOf(chapter.select) })),
    positions: story.positions.filter((position) => {
      const isOf = (event: StoryEvent): boolean => event.topics.includes(position.issue) && event.parties.includes(position.party)
      return !isWithheld(mask, position.text, position.sources) && !untold.some(isOf)
    }),
    links: story.links.filter(({ text, sources }) => !isWithheld(mask, text, sources)),
    unknowns: story.unknowns.filter(({ text, sources }) => !isWithheld(mask, text, sources)),
    glossary: story.glossary.filter(({ text, sources, term }) => !isWithheld(mask, text, sources) && !tells.byText(term)),
    corrections: story.corrections.filter(({ text }) => !tells.byText(text)),
  })
  wholes.set(masked, story)
  return Object.freeze(masked)
}

const isWithheld = ({ tells }: Mask, text: Text | null, sources: readonly Citation[]): boolean =>
  tells.byText(text) || tells.bySource(sources)

function maskEvent({ story, hides, names, tells }: Mask, event: StoryEvent): StoryEvent {
  const clear = (text: Text): Text => tells.clear(event, text)
  const name = said(quizWords.event(String(names.numberOf(event.id))))
  const isNamed = !hides.has('titles') && !tells.byTitle(event)
  const maybe = (text: Text | null): Text | null => (text === null ? null : clear(text))
  // The zone of a time names its place.
  const timeOf = (when: When | null): When | null => (when && hides.has('places') ? inZone(when, story.timeZone) : when)
  const stays = (told: StoryEvent['outcome']) =>
    told === null || hides.has('outcomes') ? null : { text: clear(told.text), sources: [] }
  return Object.freeze({
    ...event,
    id: names.aliasOf(event.id),
    title: isNamed ? clear(event.title) : name,
    short: isNamed ? clear(event.short) : name,
    text: null,
    when: hides.has('dates') ? null : timeOf(event.when),
    reported: hides.has('dates') ? null : timeOf(event.reported),
    display: hides.has('dates') ? null : maybe(event.display),
    where: hides.has('places') || event.where === null ? null : { ...event.where, text: maybe(event.where.text) },
    people: hides.has('titles') ? [] : event.people,
    format: stays(event.format),
    outcome: stays(event.outcome),
    claims: [],
    sources: [],
    conflict: null,
    refines: null,
    // Its ship is gone as well.
    vessel: null,
    additions: null,
  })
}

/** Told events first where dates are hidden: the order of the others must not tell theirs. */
function eventsOf(mask: Mask): EventTable {
  const { story, hides, names, isTold } = mask
  const events = [...story.events]
  const told = events.filter(isTold)
  const roots = events.filter((event) => !isTold(event) && names.rootOf(event) === event.id)
  const masked = roots.map((event) => maskEvent(mask, event))
  const order = new Map(roots.map((event) => [names.aliasOf(event.id), names.numberOf(event.id)]))
  masked.sort((a, b) => (hides.has('dates') ? (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) : 0))
  const table = eventTable([...told, ...masked].sort(inStoryOrder))
  // A link names an event by its own id.
  const get = (id: EventId): StoryEvent | undefined => {
    const real = names.realOf(id)
    return table.get(id) ?? (real === null ? undefined : (table.get(names.aliasOf(real)) ?? table.get(real)))
  }
  return Object.freeze({ ...table, get })
}

/** A report stays with its event; a ship without any is gone, and with it circle, shading and lines. */
function vesselsOf({ story, isTold }: Mask): readonly Vessel[] {
  const isOpen = (id: EventId | null): boolean => {
    const event = id === null ? undefined : story.events.get(id)
    return event !== undefined && isTold(event)
  }
  return [...story.vessels.values()]
    .map((vessel) => ({ ...vessel, reports: vessel.reports.filter(({ event }) => isOpen(event)) }))
    .filter(({ reports }) => reports.length > 0)
}

/** A step tells of more than the event that it opens: with that one told, it still must not name what is hidden of others. */
function maskStep({ story, hides, tells, isTold, idOf }: Mask, step: Step, index: number): Step {
  const event = step.select === null ? undefined : story.events.get(step.select)
  const isOpen = event !== undefined && isTold(event)
  const keep = (text: Text | null): Text | null => (isOpen && !tells.byText(text) ? text : null)
  const times = isOpen || !hides.has('dates') ? {} : { window: null, brush: null, at: null }
  return {
    ...step,
    ...times,
    camera: isOpen || !hides.has('places') ? step.camera : null,
    title: keep(step.title) ?? said(quizWords.step(String(index + 1))),
    text: keep(step.text) ?? said(quizWords.stepText),
    select: idOf(step.select),
    // It is there to be asked: what it must not say is a gap in it.
    question: step.question && tells.ask(step.question),
    answer: keep(step.answer),
    // It is for the teacher, whose window has the whole story.
    note: null,
  }
}

/** Only sources that something still cites: their dates and titles tell. */
function withSources({ story }: Mask, masked: Story): Story {
  const { events, vessels, positions, links, eras, unknowns, glossary } = masked
  const cited = new Set<SourceId>()
  const cite = (...lists: readonly (readonly Citation[])[]): void => {
    for (const { source } of lists.flat()) cited.add(source)
  }
  for (const { sources, format, outcome, claims } of events)
    cite(sources, format?.sources ?? [], outcome?.sources ?? [], ...claims.map((claim) => claim.sources))
  for (const { speedSources, reports } of vessels.values()) cite(speedSources, ...reports.map(({ sources }) => sources))
  for (const { sources } of [...positions, ...links, ...eras, ...unknowns, ...glossary]) cite(sources)
  const kept = [...story.sources].filter(([id]: readonly [SourceId, Source]) => cited.has(id))
  return { ...masked, sources: new Map(kept) }
}
