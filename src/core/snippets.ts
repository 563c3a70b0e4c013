import { cleanText } from './clean-text'
import type { SnippetWords } from './words/snippet-words'

/** What can be pasted into a host's page, in the order in which it is offered. */
export const SNIPPET_KINDS = ['listener', 'frame', 'pym', 'amp', 'oembed', 'picture', 'link'] as const
export type SnippetKind = (typeof SNIPPET_KINDS)[number]

/** A picture of the story, below the site. */
export interface SnippetPicture {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** What was chosen, and where it lies. */
export interface SnippetInput {
  /** Absolute address of the site's folder, with a slash at its end. */
  readonly base: string
  /** Of the page for frames below it, such as `embed.html`. */
  readonly framePath: string
  /** What the frame shows, as a query with its `?`; empty for the opening. */
  readonly frameQuery: string
  /** The same for the full page. */
  readonly pageQuery: string
  /** The story's id, as a part of the frame's. */
  readonly id: string
  readonly title: string
  readonly heightPx: number
  /** The frame keeps its height whatever it holds. */
  readonly isFixed: boolean
  /** The edition that the frame holds for good: its number and day as written; null where it is the living one. */
  readonly pinned: { readonly number: string; readonly day: string | null } | null
  /** Licence and publisher. */
  readonly credit: string
  /** Of the present edition, made anew with each; null where the site has none. */
  readonly picture: SnippetPicture | null
  /** The page names an oEmbed answer in its head. */
  readonly hasOembed: boolean
  readonly words: SnippetWords
}

/** Why a snippet cannot be had. */
export type SnippetGap = 'height-fixed' | 'no-oembed' | 'oembed-is-living' | 'no-picture' | 'picture-is-living'
export type Snippet = { readonly text: string } | { readonly gap: SnippetGap }

const LAZY = ' loading="lazy"'

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }

/** Text as the content of an element or as an attribute’s value in double quotes. What nobody sees in it, is left out. */
export const escapeHtml = (text: string): string =>
  cleanText(text)
    .replace(/\s+/gu, ' ')
    .replace(/[&<>"']/g, (char) => `&${NAMES[char]};`)

/** A remark in markup. Two hyphens or an angle bracket could end it. */
const comment = (text: string): string =>
  `<!-- ${cleanText(text).replace(/-{2,}/g, '-').replace(/[<>]/g, '').replace(/^-|-$/g, '')} -->`

/** FNV-1a, as a few letters and digits: the same text gives the same. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}

const addresses = ({ base, framePath, frameQuery, pageQuery, pinned, hasOembed }: SnippetInput) => ({
  frame: base + framePath + frameQuery,
  /** The page that the frame leads to: the full one is always the living one. */
  page: base + pageQuery,
  /** Where a picture or a link leads. */
  shown: pinned === null ? base + pageQuery : base + framePath + frameQuery,
  oembed: hasOembed ? base : null,
})

/**
 * The frame's id: letters, digits and hyphens, another one for another content, so that two frames on one page are told apart.
 */
export const frameId = (input: SnippetInput): string => {
  const slug = input.id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const { frame } = addresses(input)
  return ['parley', slug, shortHash([frame, input.heightPx, input.title].join('\n'))].filter(Boolean).join('-')
}

const frameTitle = ({ title, words }: SnippetInput): string => escapeHtml(words.frameTitle(cleanText(title)))

function version({ pinned, words }: SnippetInput): string {
  return comment(pinned === null ? words.living : words.pinned(pinned.number, pinned.day))
}

/**
 * The one frame that sends a size gets it: by its window, since a frame in a sandbox has no origin. Without `&` and `<`, which
 * some editors write as entities in a script too.
 */
const listener = (id: string): string => `<script>
addEventListener("message", function (e) {
  var d = e.data || {}, h = Math.min(Math.max(Math.ceil(Number(d.height)), 200), 4000);
  if (d.type !== "embed-size" || isNaN(h)) return;
  document.querySelectorAll("iframe#${id}").forEach(function (f) {
    if (f.contentWindow === e.source) f.style.height = h + "px";
  });
});
</script>`

function iframe(input: SnippetInput): string {
  const { frame } = addresses(input)
  return `<iframe id="${frameId(input)}" title="${frameTitle(input)}"
    src="${escapeHtml(frame)}"
    width="100%" height="${input.heightPx}" loading="lazy" style="width:0;min-width:100%;border:0"
    allow="fullscreen; clipboard-write" referrerpolicy="strict-origin-when-cross-origin"></iframe>`
}

/** The picture of what is pasted: of a pinned version there is none, for the site's shows the newest edition. */
const ownPicture = ({ picture, pinned }: SnippetInput): SnippetPicture | null => (pinned === null ? picture : null)

const readAt = ({ title, words }: SnippetInput): string => escapeHtml(words.readAt(cleanText(title)))

/** A picture that leads on; where there is none, words that do. `more`: attributes of the picture, with a space before each. */
function linkedPicture(input: SnippetInput, to: string, more = ''): string {
  const picture = ownPicture(input)
  const content =
    picture === null
      ? readAt(input)
      : `<img src="${escapeHtml(input.base + picture.path)}" width="${picture.width}" height="${picture.height}"${more}
    style="max-width:100%;height:auto" alt="${escapeHtml(picture.alt)}">`
  return `<a href="${escapeHtml(to)}">${content}</a>`
}

/** `text` as markup. */
const caption = (input: SnippetInput, to: string, text: string): string =>
  `<figcaption><a href="${escapeHtml(to)}">${text}</a>${input.credit ? ` · ${escapeHtml(input.credit)}` : ''}</figcaption>`

/** A frame with what stands in for it where script is off, the way to the full page, and the credit. */
function figure(input: SnippetInput, frame: string): string {
  const { page, shown } = addresses(input)
  return `<figure style="margin:0">
  ${frame}
  <noscript>${linkedPicture(input, shown)}</noscript>
  ${caption(input, page, escapeHtml(input.words.fullPage))}
</figure>`
}

const framed = (input: SnippetInput): string => `${version(input)}\n${figure(input, iframe(input))}`

/**
 * pym.js reads the frame's title and address from the element, and takes the link away when it has made the frame. The element keeps half
 * the room: in a wide place the frame needs no more, and what it does not need would stay empty.
 */
function pym(input: SnippetInput): string {
  const { frame, shown } = addresses(input)
  return `${version(input)}
${comment(input.words.pymNeeds)}
<div id="${frameId(input)}" data-pym-src="${escapeHtml(frame)}"
  data-pym-title="${frameTitle(input)}" data-pym-allowfullscreen
  style="min-height:${Math.round(input.heightPx / 2)}px">
  ${linkedPicture(input, shown, LAZY)}
</div>`
}

/** A link until the frame is there; any element may be the placeholder, and AMP wants one where the frame is on the first screen. */
function ampPlaceholder(input: SnippetInput): string {
  const picture = ownPicture(input)
  const content =
    picture === null
      ? readAt(input)
      : `<amp-img layout="fill" src="${escapeHtml(input.base + picture.path)}" alt="${escapeHtml(picture.alt)}"></amp-img>`
  return `
    <a placeholder href="${escapeHtml(addresses(input).shown)}">${content}</a>`
}

/** A frame in AMP hears sizes only with an origin of its own, and offers a button where the page does not give it the room. */
function amp(input: SnippetInput): string {
  const { words, heightPx, isFixed } = input
  const more = escapeHtml(words.showAll)
  const overflow = `
    <div overflow tabindex="0" role="button" aria-label="${more}">${more}</div>`
  const frame = `<amp-iframe id="${frameId(input)}" title="${frameTitle(input)}"
    src="${escapeHtml(addresses(input).frame)}"
    layout="fixed-height" height="${heightPx}" frameborder="0" allowfullscreen${isFixed ? '' : ' resizable'}
    sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox">${ampPlaceholder(input)}${isFixed ? '' : overflow}
  </amp-iframe>`
  return `${version(input)}\n${comment(words.ampNeeds)}\n${figure(input, frame)}`
}

function picture(input: SnippetInput): Snippet {
  const { shown } = addresses(input)
  if (input.picture === null) return { gap: 'no-picture' }
  if (input.pinned !== null) return { gap: 'picture-is-living' }
  return {
    text: `${version(input)}
<figure style="margin:0">
  ${linkedPicture(input, shown, LAZY)}
  ${caption(input, shown, readAt(input))}
</figure>`,
  }
}

function oembed({ pinned }: SnippetInput, address: string | null): Snippet {
  if (address === null) return { gap: 'no-oembed' }
  return pinned === null ? { text: address } : { gap: 'oembed-is-living' }
}

/** What is to be pasted, whole and escaped; or why there is nothing. */
export function snippet(kind: SnippetKind, input: SnippetInput): Snippet {
  const { shown, oembed: address } = addresses(input)
  switch (kind) {
    case 'listener':
      return input.isFixed ? { gap: 'height-fixed' } : { text: `${framed(input)}\n${listener(frameId(input))}` }
    case 'frame':
      return { text: framed(input) }
    case 'pym':
      return input.isFixed ? { gap: 'height-fixed' } : { text: pym(input) }
    case 'amp':
      return { text: amp(input) }
    case 'oembed':
      return oembed(input, address)
    case 'picture':
      return picture(input)
    case 'link':
      return { text: `${version(input)}\n<a href="${escapeHtml(shown)}">${readAt(input)}</a>` }
  }
}
