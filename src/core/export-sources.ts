import { isClaimLater } from './derive'
import type { ExportView } from './export-view'
import { isSourceLater } from './known'
import type { Source } from './story-types'
import type { Citation, Claim, Claimant, SourceId, StoryEvent } from './types'
import { exportWords } from './words/export-words'

/** A source with every citation of it. */
export interface CitedSource {
  readonly source: Source
  readonly citations: readonly Citation[]
  /** Only what other layers added cites it. */
  readonly added: boolean
}

type Tagged = readonly [citations: readonly Citation[], added: boolean]

/** By source, in the order of first use, without what was published after the day that the view asks for. */
function bySource({ story, state }: ExportView, lists: readonly Tagged[]): readonly CitedSource[] {
  const found = new Map<SourceId, { source: Source; citations: Citation[]; added: boolean }>()
  for (const [citations, added] of lists) {
    for (const citation of citations) {
      const source = story.sources.get(citation.source)
      if (!source || isSourceLater(story, source, state.known)) continue
      const known = found.get(source.id)
      if (known) {
        known.citations.push(citation)
        known.added &&= added
      } else found.set(source.id, { source, citations: [citation], added })
    }
  }
  return [...found.values()]
}

/** The claims that had been published by the day that the view asks for. */
export const claimsKnown = ({ story, state }: ExportView, event: StoryEvent): readonly Claim[] =>
  event.claims.filter((claim) => !isClaimLater(story, claim, state.known))

/** Every source of an event: its own, those of its claims, those that refinements add. */
export function sourcesOfEvent(view: ExportView, event: StoryEvent): readonly CitedSource[] {
  const { sources, format, outcome, additions } = event
  return bySource(view, [
    [sources, false],
    [format?.sources ?? [], additions?.format ?? false],
    [outcome?.sources ?? [], additions?.outcome ?? false],
    ...claimsKnown(view, event).map((claim): Tagged => [claim.sources, claim.layer !== event.layer]),
    [additions?.sources ?? [], true],
  ])
}

/** The sources of one citing record. */
export const sourcesOfList = (view: ExportView, citations: readonly Citation[]): readonly CitedSource[] =>
  bySource(view, [[citations, false]])

/** Where in the source it stands: "sentences 1, 2", "sub-heading 1"; empty where the citations do not say. */
export function placeInSource({ words }: ExportView, citations: readonly Citation[]): string {
  const marks = [...new Set(citations.flatMap(({ at }) => at ?? []))]
  const numbers = marks.flatMap((at) => /^S(\d+(?:\s*[-–]\s*S?\d+)?)$/.exec(at)?.[1]?.replace('S', '') ?? [])
  numbers.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  const others = marks.filter((at) => !/^S\d/.test(at)).map(words.list.heading)
  return [...(numbers.length > 0 ? [exportWords.sentence(numbers.join(', '))] : []), ...others].join(', ')
}

/** "RTÉ (Reuters)". */
export const sourceName = ({ publisher, agency }: Source): string =>
  agency === null ? publisher : exportWords.agency(publisher, agency)

/** Outlet, date, place in it and address: "TRT World, 2026-02-26, sentence 4, https://…"; one that only other layers cite is called added. */
export function sourceText(view: ExportView, { source, citations, added }: CitedSource): string {
  const address = source.url ?? view.words.list.notLinked
  const parts = [sourceName(source), source.published?.edtf ?? '', placeInSource(view, citations), address]
  const text = parts.filter(Boolean).join(', ')
  return added ? exportWords.addedSource(text) : text
}

/** Who says it: the person, the description of one who is not named, the party, or the outlet itself. */
export function speakerOf(
  { story, words }: ExportView,
  { by, sources }: { readonly by: Claimant; readonly sources: readonly Citation[] },
): string {
  const person = by.person === null ? undefined : story.people.get(by.person)?.name.value
  const party = by.party === null ? undefined : story.parties.get(by.party)?.name.value
  const [first] = sources
  const outlet = first && story.sources.get(first.source)?.publisher
  return person ?? by.name?.value ?? party ?? outlet ?? words.list.nobody
}
