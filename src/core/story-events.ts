import { eventTable } from './event-table'
import { deepFreeze } from './freeze'
import { inStoryOrder } from './refine'
import type { ClaimRecord, EventRecord, StoryFile } from './schema'
import { brandId, maybeId, type StoryContext } from './story-context'
import type { Place } from './story-types'
import type {
  Attribution,
  Claim,
  Claimant,
  EventId,
  EventTable,
  LayerId,
  PersonId,
  PlaceId,
  StoryEvent,
  Told,
  Where,
} from './types'

/** Who says it; the file may name a party, a person, both or neither. */
export function buildClaimant(record: ClaimRecord['by'], context: StoryContext): Claimant {
  return { party: maybeId(record?.party), person: maybeId<PersonId>(record?.person), name: context.maybeText(record?.name) }
}

/** Where the file does not say how it is attributed: a person is named, a party is a collective, one described is not named. */
export function attributionOf(by: Claimant): Attribution {
  if (by.person !== null) return 'named'
  if (by.name !== null) return 'anonymous'
  return by.party !== null ? 'collective' : 'outlet'
}

function buildClaim(record: ClaimRecord, index: number, layer: LayerId, context: StoryContext): Claim {
  const by = buildClaimant(record.by, context)
  return {
    id: brandId(record.id ?? `c${index + 1}`),
    by,
    attribution: record.attribution ?? attributionOf(by),
    status: record.status ?? 'claimed',
    text: context.text(record.text),
    sources: context.citations(record.sources),
    layer,
  }
}

const buildTold = (record: EventRecord['format'], context: StoryContext): Told | null =>
  record === undefined ? null : { text: context.text(record.text), sources: context.citations(record.sources) }

function buildWhere(record: EventRecord, places: ReadonlyMap<PlaceId, Place>, context: StoryContext): Where | null {
  if (record.where === undefined) return null
  const { place, role, text } = record.where
  const id = brandId<PlaceId>(place)
  return { place: id, role: role ?? (places.get(id)?.seat ? 'seat' : 'happened'), text: context.maybeText(text) }
}

function buildEvent(
  record: EventRecord,
  baseLayer: LayerId,
  places: ReadonlyMap<PlaceId, Place>,
  context: StoryContext,
): StoryEvent {
  const layer = record.layer === undefined ? baseLayer : brandId<LayerId>(record.layer)
  const where = buildWhere(record, places, context)
  const timeZone = (where && places.get(where.place)?.timeZone) ?? context.timeZone
  const title = context.text(record.title)
  const { occurs, approximate } = record
  return deepFreeze({
    id: brandId<EventId>(record.id),
    layer,
    kind: record.kind ?? 'other',
    status: record.status ?? 'happened',
    title,
    short: context.maybeText(record.short) ?? title,
    text: context.maybeText(record.text),
    when: context.maybeWhen(record.when, { timeZone, occurs, approximate }),
    reported: context.maybeWhen(record.reported),
    display: context.maybeText(record.display),
    where,
    parties: (record.parties ?? []).map((id) => brandId(id)),
    people: (record.people ?? []).map((id) => brandId(id)),
    topics: (record.topics ?? []).map((id) => brandId(id)),
    format: buildTold(record.format, context),
    outcome: buildTold(record.outcome, context),
    claims: (record.claims ?? []).map((claim, index) => buildClaim(claim, index, layer, context)),
    sources: context.citations(record.sources),
    conflict: context.maybeText(record.conflict),
    refines: maybeId<EventId>(record.refines),
    vessel: maybeId(record.vessel),
    additions: null,
  })
}

/** Events of the file in story order. */
export function buildEvents(
  file: StoryFile,
  baseLayer: LayerId,
  places: ReadonlyMap<PlaceId, Place>,
  context: StoryContext,
): EventTable {
  return eventTable(file.events.map((record) => buildEvent(record, baseLayer, places, context)).sort(inStoryOrder))
}
