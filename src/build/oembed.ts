import type { Story } from '../core/story-types'
import { SITE_NAME } from './head'
import { WIDE_PREVIEW } from './preview-names'

const WIDTH = 960
const HEIGHT = 720

/** Text as the content of an element or of an attribute in double quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/**
 * The markup that hosts put into their page. WordPress leaves of it a quotation with a link, which is all a reader without script
 * sees, and a frame with the attributes that stand here; no style, no script.
 */
export function oembedHtml(story: Story, site: string): string {
  const title = escaped(story.title.value)
  const frame = `<iframe title="${title}" src="${escaped(site)}embed.html" width="${WIDTH}" height="${HEIGHT}" frameborder="0"></iframe>`
  return `<blockquote><a href="${escaped(site)}">${title}</a></blockquote>${frame}`
}

/** The oEmbed 1.0 answer of a site, as text. It is one file: whatever width a host asks for, it is told the same. */
export function oembedJson(story: Story, site: string, hasPictures = true): string {
  const thumbnail = {
    thumbnail_url: site + WIDE_PREVIEW.path,
    thumbnail_width: WIDE_PREVIEW.width,
    thumbnail_height: WIDE_PREVIEW.height,
  }
  const answer = {
    version: '1.0',
    type: 'rich',
    title: story.title.value,
    provider_name: SITE_NAME,
    provider_url: site,
    author_name: story.attribution?.value,
    cache_age: 3600,
    width: WIDTH,
    height: HEIGHT,
    ...(hasPictures ? thumbnail : {}),
    html: oembedHtml(story, site),
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}
