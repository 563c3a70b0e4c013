import { memoLast } from './memo'
import type { Story } from './story-types'

const eventCounts = memoLast((story: Story): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { where } of story.events) if (where) counts.set(where.place, (counts.get(where.place) ?? 0) + 1)
  return counts
})

/**
 * A zone by a city of the story that lies in it, the one with the most events; else by the city in the zone's own name, which is its
 * largest and may be one that the story never mentions.
 */
export function zoneName(story: Story, zone: string): string {
  const counts = eventCounts(story)
  const eventsAt = (id: string): number => counts.get(id) ?? 0
  const cities = [...story.places.values()].filter(
    ({ timeZone, precision, seat }) => timeZone === zone && precision === 'city' && !seat,
  )
  const [best] = cities.sort((a, b) => eventsAt(b.id) - eventsAt(a.id))
  return best?.short.value ?? plainName(zone)
}

/** The names of zones without a city count hours westwards: `Etc/GMT+3` is three hours behind. */
function plainName(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? []
  if (hours !== undefined) return `UTC${sign === '+' ? '−' : '+'}${hours}`
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}
