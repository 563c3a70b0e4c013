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
  /** Null where the site has none. */
  readonly picture: SnippetPicture | null
  /** The page names an oEmbed answer in its head. */
  readonly hasOembed: boolean
  readonly words: SnippetWords
}

/** Why a snippet cannot be had. */
export type SnippetGap = 'height-fixed' | 'no-oembed' | 'oembed-is-living' | 'no-picture'
export type Snippet = { readonly text: string } | { readonly gap: SnippetGap }

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

/** A picture that leads on; where there is none, words that do. */
function linkedPicture(input: SnippetInput, to: string): string {
  const { base, picture, title, words } = input
  const content =
    picture === null
      ? escapeHtml(words.readAt(cleanText(title)))
      : `<img src="${escapeHtml(base + picture.path)}" width="${picture.width}" height="${picture.height}" loading="lazy"
    style="max-width:100%;height:auto" alt="${escapeHtml(picture.alt)}">`
  return `<a href="${escapeHtml(to)}">${content}</a>`
}

const caption = (input: SnippetInput, to: string, text: string): string =>
  `<figcaption><a href="${escapeHtml(to)}">${escapeHtml(text)}</a>${input.credit ? ` · ${escapeHtml(input.credit)}` : ''}</figcaption>`

function figure(input: SnippetInput): string {
  const { page, shown } = addresses(input)
  return `${version(input)}
<figure style="margin:0">
  ${iframe(input)}
  <noscript>${linkedPicture(input, shown)}</noscript>
  ${caption(input, page, input.words.fullPage)}
</figure>`
}

/** pym.js reads the frame's title and address from the element, and takes the link away when it has made the frame. */
function pym(input: SnippetInput): string {
  const { frame, shown } = addresses(input)
  return `${version(input)}
${comment(input.words.pymNeeds)}
<div id="${frameId(input)}" data-pym-src="${escapeHtml(frame)}"
  data-pym-title="${frameTitle(input)}" data-pym-allowfullscreen>
  ${linkedPicture(input, shown)}
</div>`
}

function ampPlaceholder({ base, picture }: SnippetInput): string {
  if (picture === null) return ''
  return `
  <amp-img placeholder layout="fill" src="${escapeHtml(base + picture.path)}" alt="${escapeHtml(picture.alt)}"></amp-img>`
}

/** A frame in AMP hears sizes only with an origin of its own, and offers a button where the page does not give it the room. */
function amp(input: SnippetInput): string {
  const { words, heightPx, isFixed } = input
  const more = escapeHtml(words.showAll)
  const overflow = `
  <div overflow tabindex="0" role="button" aria-label="${more}">${more}</div>`
  return `${version(input)}
${comment(words.ampNeeds)}
<amp-iframe id="${frameId(input)}" title="${frameTitle(input)}"
  src="${escapeHtml(addresses(input).frame)}"
  layout="fixed-height" height="${heightPx}" frameborder="0" allowfullscreen${isFixed ? '' : ' resizable'}
  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox">${ampPlaceholder(input)}${isFixed ? '' : overflow}
</amp-iframe>`
}

function picture(input: SnippetInput): Snippet {
  const { shown } = addresses(input)
  if (input.picture === null) return { gap: 'no-picture' }
  return {
    text: `${version(input)}
<figure style="margin:0">
  ${linkedPicture(input, shown)}
  ${caption(input, shown, input.words.readAt(cleanText(input.title)))}
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
      return input.isFixed ? { gap: 'height-fixed' } : { text: `${figure(input)}\n${listener(frameId(input))}` }
    case 'frame':
      return { text: figure(input) }
    case 'pym':
      return input.isFixed ? { gap: 'height-fixed' } : { text: pym(input) }
    case 'amp':
      return { text: amp(input) }
    case 'oembed':
      return oembed(input, address)
    case 'picture':
      return picture(input)
    case 'link':
      return {
        text: `${version(input)}\n<a href="${escapeHtml(shown)}">${escapeHtml(input.words.readAt(cleanText(input.title)))}</a>`,
      }
  }
}
