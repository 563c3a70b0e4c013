import { anchor } from './derive'
import { memoLast } from './memo'
import type { MatrixPosition, Party, Story } from './story-types'
import type { Citation, Claim, PartyId, StoryEvent } from './types'

/** What one party says of an event, or those who speak for none, or the outlets themselves. */
export interface ClaimGroup {
  readonly by: Party | 'others' | 'outlets'
  readonly claims: readonly Claim[]
}

/** The party for which a claim is made: the speaker's own, else that of the person. Null for an outlet's own words. */
export function partyOfClaim(story: Story, { by, attribution }: Pick<Claim, 'by' | 'attribution'>): PartyId | null {
  if (attribution === 'outlet') return null
  return by.party ?? (by.person === null ? null : (story.people.get(by.person)?.party ?? null))
}

/**
 * The claims of an event by speaker: each party of the event, with or without a claim, and every other that speaks, such as
 * the mediator, in the author's order; then those who speak for no party; last the outlets' own words. Empty where nobody claims anything.
 */
export function claimGroups(story: Story, event: StoryEvent): readonly ClaimGroup[] {
  if (event.claims.length === 0) return []
  const speaker = (claim: Claim): PartyId | 'others' | 'outlets' =>
    claim.attribution === 'outlet' ? 'outlets' : (partyOfClaim(story, claim) ?? 'others')
  const concerned = new Set([...event.parties, ...event.claims.map(speaker)])
  const groups = [...story.parties.values()]
    .filter((party) => concerned.has(party.id))
    .map((party) => ({ by: party, claims: event.claims.filter((claim) => speaker(claim) === party.id) }))
  const rest = (['others', 'outlets'] as const).map((by) => ({
    by,
    claims: event.claims.filter((claim) => speaker(claim) === by),
  }))
  return [...groups, ...rest.filter(({ claims }) => claims.length > 0)]
}

const sentence = ({ source, at }: Citation): string | null => (at === null ? null : `${source} ${at}`)

const citationsOf = (event: StoryEvent): Citation[] => [
  ...event.sources,
  ...event.claims.flatMap((claim) => claim.sources),
  ...(event.additions?.sources ?? []),
]

interface Cited {
  readonly event: StoryEvent
  readonly citation: Citation
}

/** Events by the sentences that they cite, in their order. */
const bySentence = memoLast((events: readonly StoryEvent[]): ReadonlyMap<string, readonly Cited[]> => {
  const found = new Map<string, Cited[]>()
  for (const event of events) {
    for (const citation of citationsOf(event)) {
      const key = sentence(citation)
      if (key === null) continue
      const known = found.get(key)
      if (known) known.push({ event, citation })
      else found.set(key, [{ event, citation }])
    }
  }
  return found
})

const overlap = (a: Citation, b: Citation): boolean =>
  a.span !== null && b.span !== null && a.span[0] < b.span[1] && b.span[0] < a.span[1]

/**
 * The events that cite a sentence of the position: of several about one sentence those that cite the same part of it, where they
 * say which part they cite.
 */
export function eventsOfPosition(events: readonly StoryEvent[], position: MatrixPosition): readonly StoryEvent[] {
  const index = bySentence(events)
  const found = position.sources.flatMap((own) =>
    (index.get(sentence(own) ?? '') ?? []).map(({ event, citation }) => ({ event, same: overlap(own, citation) })),
  )
  const same = found.filter((each) => each.same)
  return [...new Set((same.length > 0 ? same : found).map(({ event }) => event))]
}

/** True where the event tells of the position: it is among those of its sentence, or its topic is the issue and the party claims in it. */
export function isPositionOf(story: Story, events: readonly StoryEvent[], event: StoryEvent, position: MatrixPosition): boolean {
  if (eventsOfPosition(events, position).includes(event)) return true
  return event.topics.includes(position.issue) && event.claims.some((claim) => partyOfClaim(story, claim) === position.party)
}

/**
 * The round of talks to lay beside `event`: the nearest in time that happened, else the nearest; of two equally near the earlier.
 * Null where there is no other.
 */
export function nearestRound(events: readonly StoryEvent[], event: StoryEvent): StoryEvent | null {
  const others = events.filter((other) => other.kind === 'talks' && other.id !== event.id && other.when !== null)
  const at = event.when === null ? Number.POSITIVE_INFINITY : anchor(event.when)
  const far = ({ when }: StoryEvent): number => (when === null ? Number.POSITIVE_INFINITY : Math.abs(anchor(when) - at))
  const happened = others.filter((other) => other.status === 'happened')
  const choice = happened.length > 0 ? happened : others
  return choice.reduce<StoryEvent | null>((best, other) => (best === null || far(other) < far(best) ? other : best), null)
}
