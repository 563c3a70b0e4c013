import type { Interval } from './interval'
import type { Frame, FrameBounds, MatrixPosition, Step, Story } from './story-types'
import type { Citation, Claim, Claimant, StoryEvent, Text, Told, When } from './types'
import type { Report, Vessel } from './vessel-types'

/** A record of an event file: keys without a value are left out. */
export type FileRecord = Readonly<Record<string, unknown>>

const given = (fields: FileRecord): FileRecord =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)))

/** EDTF of an interval; null where its years need more than four digits, which an interval of date-times cannot have. */
function intervalText(interval: Interval | null): string | null {
  if (interval === null || !interval.every(Number.isFinite)) return null
  const [start = '', end = ''] = interval.map((instant) => new Date(instant).toISOString())
  return /^\d/.test(start) && /^\d/.test(end) ? `${start}/${end}` : null
}

/** Digits left open say `within` by themselves. */
const occursOf = ({ edtf, occurs }: When): When['occurs'] | null =>
  occurs === (edtf.includes('X') ? 'within' : 'throughout') ? null : occurs

const timeOf = (when: When | null): FileRecord =>
  when === null ? {} : { when: when.edtf, occurs: occursOf(when), approximate: when.approximate || null }

const citationOf = ({ source, at, span, quote }: Citation): FileRecord => given({ source, at, span, quote })
const citationsOf = (sources: readonly Citation[]): readonly FileRecord[] => sources.map(citationOf)

/** How the records of one story are written: texts in its language as plain text, others as a map. */
function writerOf(story: Story) {
  const text = (each: Text | null): unknown =>
    each === null ? null : each.lang === story.language ? each.value : { [each.lang]: each.value }
  const unless = (each: Text, other: Text): unknown => (each.value === other.value ? null : text(each))
  const told = (each: Told | null): unknown => each && given({ text: text(each.text), sources: citationsOf(each.sources) })
  const claimant = ({ party, person, name }: Claimant): unknown => {
    const by = given({ party, person, name: text(name) })
    return Object.keys(by).length > 0 ? by : null
  }
  const claim = ({ id, by, attribution, status, text: words, sources }: Claim): FileRecord =>
    given({ id, by: claimant(by), attribution, status, text: text(words), sources: citationsOf(sources) })
  return { text, unless, told, claimant, claim }
}
type Writer = ReturnType<typeof writerOf>

const eventRecord = (event: StoryEvent, { text, unless, told, claim }: Writer): FileRecord =>
  given({
    id: event.id,
    layer: event.layer,
    kind: event.kind,
    status: event.status,
    title: text(event.title),
    short: unless(event.short, event.title),
    text: text(event.text),
    ...timeOf(event.when),
    reported: event.reported?.edtf,
    display: text(event.display),
    where: event.where && given({ place: event.where.place, role: event.where.role, text: text(event.where.text) }),
    parties: event.parties,
    people: event.people,
    topics: event.topics,
    format: told(event.format),
    outcome: told(event.outcome),
    claims: event.claims.map(claim),
    sources: citationsOf(event.sources),
    conflict: text(event.conflict),
    refines: event.refines,
    vessel: event.vessel,
  })

const reportRecord = (report: Report, { text }: Writer): FileRecord =>
  given({
    ...report,
    ...timeOf(report.when),
    when: report.when?.edtf,
    reported: report.reported?.edtf,
    place: text(report.place),
    inferred: text(report.inferred),
    heading: text(report.heading),
    sources: citationsOf(report.sources),
    conflict: text(report.conflict),
  })

const vesselRecord = (vessel: Vessel, write: Writer): FileRecord =>
  given({
    ...vessel,
    name: write.text(vessel.name),
    short: write.unless(vessel.short, vessel.name),
    speedNote: write.text(vessel.speedNote),
    speedSources: citationsOf(vessel.speedSources),
    reports: vessel.reports.map((report) => reportRecord(report, write)),
  })

const positionRecord = (position: MatrixPosition, { text, claimant }: Writer): FileRecord =>
  given({
    ...position,
    by: position.by && (claimant(position.by) ?? {}),
    text: text(position.text),
    sources: citationsOf(position.sources),
  })

const stepRecord = (step: Step, { text }: Writer): FileRecord =>
  given({
    ...step,
    title: text(step.title),
    text: text(step.text),
    window: intervalText(step.window),
    brush: intervalText(step.brush),
    at: step.at === null ? null : intervalText([step.at, step.at]),
    question: text(step.question),
    answer: text(step.answer),
    note: text(step.note),
  })

function frameRecord(frame: Frame | null, { text }: Writer): FileRecord | null {
  const part = ({ bounds, strip }: FrameBounds): FileRecord =>
    given({ bounds, strip: strip && given({ bounds: strip.bounds, note: text(strip.note) }) })
  return frame && given({ ...part(frame), narrow: frame.narrow && part(frame.narrow) })
}

const named = <Item extends { readonly name: Text; readonly short?: Text }>(
  items: ReadonlyMap<string, Item>,
  { text, unless }: Writer,
): readonly FileRecord[] =>
  [...items.values()].map((item) =>
    given({ ...item, name: text(item.name), short: item.short ? unless(item.short, item.name) : null }),
  )

function namingRecords(story: Story, write: Writer): FileRecord {
  const { text } = write
  return {
    sources: [...story.sources.values()].map((source) =>
      given({ ...source, about: text(source.about), published: source.published?.edtf }),
    ),
    layers: [...story.layers.values()].map(({ id, name, shown, notice }) =>
      given({ id, name: text(name), shown, notice: text(notice) }),
    ),
    parties: named(story.parties, write),
    people: [...story.people.values()].map((person) => given({ ...person, name: text(person.name), role: text(person.role) })),
    topics: named(story.topics, write),
    narrowLanes: named(story.narrowLanes, write),
    lanes: named(story.lanes, write),
    places: named(story.places, write),
    vessels: [...story.vessels.values()].map((vessel) => vesselRecord(vessel, write)),
  }
}

function tellingRecords(story: Story, write: Writer): FileRecord {
  const { text } = write
  const cited = <Item extends { readonly text: Text | null; readonly sources: readonly Citation[] }>(item: Item): FileRecord =>
    given({ ...item, text: text(item.text), sources: citationsOf(item.sources) })
  return {
    eras: story.eras.map((era) =>
      given({ id: era.id, title: text(era.title), when: era.when.edtf, sources: citationsOf(era.sources) }),
    ),
    chapters: story.chapters.flatMap(({ id, title, window, select }) => {
      const span = intervalText(window)
      return span === null ? [] : [given({ id, title: text(title), window: span, select })]
    }),
    events: [...story.events].map((event) => eventRecord(event, write)),
    positions: story.positions.map((position) => positionRecord(position, write)),
    links: story.links.map(cited),
    steps: story.steps.map((step) => stepRecord(step, write)),
    unknowns: story.unknowns.map(cited),
    glossary: story.glossary.map((term) => ({ ...cited(term), term: text(term.term) })),
    corrections: story.corrections.map((correction) => given({ on: correction.on.edtf, text: text(correction.text) })),
  }
}

/**
 * The event file of a built story, in its one language: `buildStory` makes the same story of it. What the model does not hold, such as
 * texts in other languages and unknown keys, is in the file alone.
 */
export function storyRecord(story: Story): FileRecord {
  const write = writerOf(story)
  const { text } = write
  return given({
    type: 'parley-story',
    version: 1,
    id: story.id,
    language: story.language,
    title: text(story.title),
    summary: text(story.summary),
    asOf: story.asOf?.edtf,
    timeZone: story.timeZone,
    clocks: story.clocks,
    license: story.license && given(story.license),
    attribution: text(story.attribution),
    edition: story.edition && given({ number: story.edition.number, published: story.edition.published?.edtf }),
    reportTo: story.reportTo,
    frame: frameRecord(story.frame, write),
    ...namingRecords(story, write),
    ...tellingRecords(story, write),
  })
}
