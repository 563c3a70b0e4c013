import type { Story } from '../core/story-types'
import { CARD_PREVIEW, previewAlt, WIDE_PREVIEW } from './preview-names'

/** One element of a page's head. */
export interface HeadItem {
  readonly tag: 'meta' | 'link'
  readonly attributes: Readonly<Record<string, string>>
}

const meta = (name: string, content: string | null | undefined): HeadItem[] =>
  content ? [{ tag: 'meta', attributes: { name, content } }] : []
const property = (name: string, content: string | null | undefined): HeadItem[] =>
  content ? [{ tag: 'meta', attributes: { property: name, content } }] : []

/** Where the site's oEmbed answer lies. */
export const OEMBED_PATH = 'oembed.json'
/** What the site calls itself on cards of its stories. */
export const SITE_NAME = 'Parley'

/** `en-GB` as Open Graph writes it, `en_GB`; null for a language without a country, which it has no form for. */
const localeOf = (language: string): string | null => {
  const match = /^([a-z]{2,3})-([A-Z]{2})$/.exec(language)
  return match ? `${match[1]}_${match[2]}` : null
}

function card(story: Story, site: string): readonly HeadItem[] {
  return [
    ...property('og:image', site + CARD_PREVIEW.path),
    ...property('og:image:type', 'image/png'),
    ...property('og:image:width', String(CARD_PREVIEW.width)),
    ...property('og:image:height', String(CARD_PREVIEW.height)),
    ...property('og:image:alt', previewAlt(story)),
  ]
}

function openGraph(story: Story, site: string | null, hasPictures: boolean): readonly HeadItem[] {
  const image = site === null ? [] : [...property('og:url', site), ...(hasPictures ? card(story, site) : [])]
  return [
    ...property('og:type', 'article'),
    ...property('og:title', story.title.value),
    ...property('og:description', story.summary?.value),
    ...property('og:site_name', SITE_NAME),
    ...property('og:locale', localeOf(story.language)),
    ...image,
  ]
}

function twitter(story: Story, site: string | null, hasPictures: boolean): readonly HeadItem[] {
  if (site === null) return []
  const image = [...meta('twitter:image', site + WIDE_PREVIEW.path), ...meta('twitter:image:alt', previewAlt(story))]
  return [
    ...meta('twitter:card', hasPictures ? 'summary_large_image' : 'summary'),
    ...meta('twitter:title', story.title.value),
    ...meta('twitter:description', story.summary?.value),
    ...(hasPictures ? image : []),
  ]
}

/**
 * What the head of a page says to those who never see it, all from the story's file. `site`: the absolute address with a slash at
 * its end; without it what needs an absolute address is left out. Pages for frames name the full page as the one to be found.
 * Pictures are named where there are any.
 */
export function headItems(
  story: Story,
  kind: 'full' | 'embed' | 'pinned',
  site: string | null,
  hasPictures = true,
): readonly HeadItem[] {
  // The picture and the answer show the present edition.
  const shared = kind === 'pinned' ? null : site
  const oembed = { rel: 'alternate', type: 'application/json+oembed', href: site + OEMBED_PATH, title: story.title.value }
  return [
    ...meta('description', story.summary?.value),
    ...(kind === 'full' ? [] : meta('robots', 'noindex')),
    ...(site === null ? [] : [{ tag: 'link', attributes: { rel: 'canonical', href: site } } as const]),
    ...(shared === null ? [] : [{ tag: 'link', attributes: oembed } as const]),
    ...openGraph(story, shared, hasPictures),
    ...twitter(story, shared, hasPictures),
  ]
}
