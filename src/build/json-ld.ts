import type { Source, Story } from '../core/story-types'
import type { Instant, When } from '../core/types'
import { CARD_PREVIEW } from './preview-names'

/** A time as ISO 8601 where the file gives a plain date; a doubtful one has no form there. */
const isoDate = (when: When | null | undefined): string | undefined =>
  when && /^\d{4}(-\d\d){0,2}$/.test(when.edtf) ? when.edtf : undefined

/** The day of an instant in a zone, as ISO 8601; undefined outside the years that have four digits. */
function isoDay(instant: Instant, timeZone: string): string | undefined {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    era: 'short',
  })
  const { year = '', month, day, era } = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
  return /^\d{1,4}$/.test(year) && era !== 'BC' && era !== 'B' ? `${year.padStart(4, '0')}-${month}-${day}` : undefined
}

const citationOf = (source: Source): object => ({
  '@type': 'CreativeWork',
  description: source.about?.value,
  url: source.url ?? undefined,
  // Untyped: the file does not say whether it is a person or an organization.
  publisher: { name: source.publisher },
  datePublished: isoDate(source.published),
  inLanguage: source.language ?? undefined,
})

/** Places with one position; a seat of government bears the name of a government, not of a place. */
const placesOf = (story: Story): readonly object[] =>
  [...story.places.values()].flatMap(({ name, geometry, seat, wikidata }) => {
    if (seat || geometry?.type !== 'Point') return []
    const [longitude, latitude] = geometry.coordinates
    return {
      '@type': 'Place',
      name: name.value,
      sameAs: wikidata === null ? undefined : `https://www.wikidata.org/entity/${wikidata}`,
      geo: { '@type': 'GeoCoordinates', latitude, longitude },
    }
  })

function modified(story: Story): string | undefined {
  const days = [story.edition?.published, ...story.corrections.map(({ on }) => on)].flatMap((when) => isoDate(when) ?? [])
  return days.sort().at(-1)
}

/**
 * What the story is, in words of schema.org, as the text of a data block. It says only what the file says; what the file leaves
 * open is left out. `site`: the absolute address with a slash at its end.
 */
export function jsonLd(story: Story, site: string | null, hasPictures = true): string {
  const { license, attribution, edition } = story
  const [from, to] = story.extent.map((instant) => isoDay(instant, story.timeZone))
  const places = placesOf(story)
  const data = {
    '@context': 'https://schema.org',
    '@type': ['Article', 'Dataset'],
    '@id': site ?? undefined,
    url: site ?? undefined,
    name: story.title.value,
    headline: story.title.value,
    description: story.summary?.value,
    image: site === null || !hasPictures ? undefined : site + CARD_PREVIEW.path,
    inLanguage: story.language,
    version: edition?.number,
    datePublished: isoDate(edition?.published),
    dateModified: modified(story),
    license: license?.url ?? license?.name,
    creditText: attribution?.value,
    isAccessibleForFree: true,
    temporalCoverage: from && to ? `${from}/${to}` : undefined,
    spatialCoverage: places.length > 0 ? places : undefined,
    citation: [...story.sources.values()].map(citationOf),
  }
  return JSON.stringify(data)
}
