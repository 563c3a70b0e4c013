import type { Story } from './story-types'

/**
 * A zone by a city of the story that lies in it, the one with the most events; else by the city in the zone's own name, which is its
 * largest and may be one that the story never mentions.
 */
export function zoneName(story: Story, zone: string): string {
  const counts = new Map<string, number>()
  for (const { where } of story.events) if (where) counts.set(where.place, (counts.get(where.place) ?? 0) + 1)
  const eventsAt = (id: string): number => counts.get(id) ?? 0
  const cities = [...story.places.values()].filter(
    ({ timeZone, precision, seat }) => timeZone === zone && precision === 'city' && !seat,
  )
  const [best] = cities.sort((a, b) => eventsAt(b.id) - eventsAt(a.id))
  return best?.short.value ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}
