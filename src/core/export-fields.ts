import { fileId } from './export-ids'
import { claimsKnown, placeInSource, sourceName, sourcesOfEvent, sourcesOfList, sourceText, speakerOf } from './export-sources'
import { doubtsOf, isoInstant, precisionText } from './export-time'
import type { ExportView } from './export-view'
import type { Claim, StoryEvent, Text, When } from './types'
import { exportWords } from './words/export-words'

/** A value of a table or of a feature's properties; empty text where nothing is known. */
export type Field = string | number
export type Fields = Readonly<Record<string, Field>>

/** Between names. */
const names = (texts: readonly string[]): string => texts.join('; ')
/** Between texts that may hold semicolons. */
export const joined = (texts: readonly string[]): string => texts.join(' | ')
const value = (text: Text | null | undefined): string => text?.value ?? ''

/** A time: in words, as EDTF, as instants in UTC, with its zone and its doubt. An end that nobody gives bounds nothing: it is empty. */
export function timeFields({ format, words }: ExportView, when: When | null): Fields {
  if (when === null) {
    const none = { edtf: '', earliest_utc: '', latest_utc: '', time_zone: '', precision: '', doubt: '' }
    return { date: words.list.noDate, ...none }
  }
  return {
    date: words.list.capital(format.when(when)),
    edtf: when.edtf,
    earliest_utc: when.start === 'known' ? isoInstant(when.extent[0]) : '',
    latest_utc: when.end === 'known' ? isoInstant(when.extent[1]) : '',
    time_zone: when.timeZone,
    precision: precisionText(when),
    doubt: names(doubtsOf(when)),
  }
}

/** A place: its name, what it is to the event, how exactly it is known. An area has no point, so it has no coordinates. */
function placeFields({ story }: ExportView, { where }: StoryEvent): Fields {
  const place = where === null ? undefined : story.places.get(where.place)
  if (where === null || place === undefined)
    return { place: '', place_role: '', longitude: '', latitude: '', place_precision: '' }
  const [longitude = '', latitude = ''] = place.geometry?.type === 'Point' ? place.geometry.coordinates : []
  return {
    place: place.name.value,
    place_role: exportWords.roles[where.role],
    longitude,
    latitude,
    place_precision: exportWords.placePrecisions[place.precision],
  }
}

/** What other layers than the event's own told of it, and which: "date, sources (from: Other reports)". */
function addedText(view: ExportView, event: StoryEvent): string {
  const { additions } = event
  if (additions === null) return ''
  const { added } = exportWords
  const parts = [
    additions.when ? added.when : '',
    additions.where ? added.where : '',
    additions.texts.length > 0 ? added.text : '',
    additions.format ? added.format : '',
    additions.outcome ? added.outcome : '',
    claimsKnown(view, event).some(({ layer }) => layer !== event.layer) ? added.claims : '',
    additions.sources.length > 0 ? added.sources : '',
  ].filter(Boolean)
  const { story } = view
  const layers = additions.from.flatMap((id) => {
    const layer = story.events.get(id)?.layer
    return layer === undefined ? [] : value(story.layers.get(layer)?.name)
  })
  return added.from(view.format.list(parts), names([...new Set(layers)]))
}

export const claimText = (view: ExportView, claim: Claim): string =>
  exportWords.claim(speakerOf(view, claim), view.words.list.claimStatuses[claim.status], claim.text.value)

/** An event as one flat record; keys are the columns of the CSV file and the properties of the GeoJSON feature. */
export function eventFields(view: ExportView, event: StoryEvent): Fields {
  const { story, words } = view
  const nameOf = <Id>(map: ReadonlyMap<Id, { readonly name: Text }>, id: Id): string => value(map.get(id)?.name)
  return {
    id: fileId(story, event.id),
    ...timeFields(view, event.when),
    reported: event.reported?.edtf ?? '',
    title: event.title.value,
    text: joined([event.text, ...(event.additions?.texts ?? [])].map(value).filter(Boolean)),
    kind: words.list.kinds[event.kind],
    status: words.list.statuses[event.status],
    parties: names(event.parties.map((id) => nameOf(story.parties, id))),
    people: names(event.people.map((id) => nameOf(story.people, id))),
    topics: names(event.topics.map((id) => nameOf(story.topics, id))),
    ...placeFields(view, event),
    layer: nameOf(story.layers, event.layer),
    added: addedText(view, event),
    format: value(event.format?.text),
    outcome: value(event.outcome?.text),
    conflict: joined([event.conflict, ...(event.additions?.conflicts ?? [])].map(value).filter(Boolean)),
    claims: joined(claimsKnown(view, event).map((claim) => claimText(view, claim))),
    sources: joined(sourcesOfEvent(view, event).map((source) => sourceText(view, source))),
    event_address: view.linkTo?.(event.id) ?? '',
  }
}

/** A claim as one flat record. A claim without citations of its own rests on those of its event. */
export function claimFields(view: ExportView, event: StoryEvent, claim: Claim): Fields {
  const { story, words } = view
  const citations = claim.sources.length > 0 ? claim.sources : event.sources
  const sources = sourcesOfList(view, citations)
  const party = claim.by.party ?? (claim.by.person === null ? null : (story.people.get(claim.by.person)?.party ?? null))
  return {
    event_id: fileId(story, event.id),
    event_title: event.title.value,
    event_date: words.list.capital(view.format.when(event.when)),
    claim_id: claim.id,
    who: speakerOf(view, claim),
    party: party === null ? '' : value(story.parties.get(party)?.name),
    attribution: words.list.attributions[claim.attribution],
    status: words.list.claimStatuses[claim.status],
    claim: claim.text.value,
    quote: joined([...new Set(citations.flatMap(({ quote }) => quote ?? []))]),
    layer: value(story.layers.get(claim.layer)?.name),
    source: joined(sources.map(({ source }) => sourceName(source))),
    source_published: joined(sources.map(({ source }) => source.published?.edtf ?? '')),
    place_in_source: joined(sources.map((each) => placeInSource(view, each.citations))),
    source_address: joined(sources.map(({ source }) => source.url ?? words.list.notLinked)),
    event_address: view.linkTo?.(event.id) ?? '',
  }
}

/** Whose work it is, in every row: a row that is copied elsewhere takes it along. */
export function provenanceFields({ provenance }: ExportView): Fields {
  return {
    licence: provenance.licence,
    licence_address: provenance.licenceAddress,
    credit: provenance.credit,
    edition: provenance.edition,
    edition_date: provenance.editionDate,
    view_address: provenance.address,
    access_date: provenance.accessed,
  }
}
