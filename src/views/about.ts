import { editionDay } from '../core/edition-day'
import { formatterOf } from '../core/format'
import type { Story } from '../core/story-types'
import type { Citation } from '../core/types'
import type { Words } from '../core/words/words'
import { bdi, h } from './dom'
import type { CreateView } from './view'

/** Outlets of the citations, linked where they have an address: " (TRT World, swissinfo)". */
function outlets(story: Story, citations: readonly Citation[]): (Node | string)[] {
  const sources = [...new Set(citations.map((citation) => citation.source))].flatMap((id) => story.sources.get(id) ?? [])
  if (sources.length === 0) return []
  const names = sources.map((source) =>
    source.url === null ? source.publisher : h('a', { href: source.url, rel: 'noopener noreferrer' }, source.publisher),
  )
  return [' (', ...names.flatMap((name, index) => (index === 0 ? [name] : [', ', name])), ')']
}

const section = (id: string, title: string, ...content: Node[]): HTMLElement =>
  h('section', { 'aria-labelledby': `${id}-title`, id }, h('h2', { id: `${id}-title` }, title), ...content)

/** “Edition 1, 22 November 2026.” Empty where the file names none. */
export function editionLine(story: Story, words: Words): string {
  const { edition } = story
  if (edition === null) return ''
  return words.page.edition(formatterOf(story, words).count(edition.number), editionDay(story, words))
}

/** What is not known, with the sources that say so: the same at the foot of the page and in its dialog. */
export function unknownsNodes(story: Story, words: Words): Node[] {
  if (story.unknowns.length === 0) return [h('p', {}, words.page.noUnknowns)]
  return [h('ul', {}, ...story.unknowns.map((item) => h('li', {}, bdi(item.text), ...outlets(story, item.sources))))]
}

/** The edition with its date, and what was corrected when: the same at the foot of the page and in its dialog. */
export function correctionsNodes(story: Story, words: Words): Node[] {
  const format = formatterOf(story, words)
  const edition = h('p', {}, editionLine(story, words))
  if (story.corrections.length === 0) return [edition, h('p', {}, words.page.noCorrections)]
  const items = story.corrections.map((item) => h('li', {}, `${format.when(item.on)}: `, bdi(item.text)))
  return [edition, h('ul', {}, ...items)]
}

function credits(story: Story, words: Words, dataFile: string): Node[] {
  const says = words.page
  const { license } = story
  const holder = story.attribution?.value ?? story.title.value
  const named = license && (license.url ? h('a', { href: license.url, rel: 'license noopener' }, license.name) : license.name)
  const [before, after] = says.licence(holder)
  const licence = named && h('p', {}, before, named, after)
  const lines = [says.sourcesNote, says.mapCredit, says.fontCredit].map((line) => h('p', {}, line))
  return [
    ...(licence ? [licence] : []),
    ...lines,
    ...(dataFile ? [h('p', {}, h('a', { class: 'data-file', href: dataFile, type: 'application/json' }, says.dataFile))] : []),
  ]
}

/** What is not known, the terms, corrections and credits: the foot of the page. Shows the story only, so it never updates. */
export const createAbout =
  (dataFile: string): CreateView =>
  (root, { story, words }) => {
    const says = words.page
    const terms = story.glossary.flatMap((item) => [
      h('dt', {}, bdi(item.term)),
      h('dd', {}, bdi(item.text), ...outlets(story, item.sources)),
    ])
    root.replaceChildren(
      h(
        'div',
        { class: 'about' },
        ...(story.unknowns.length > 0 ? [section('unknowns', says.unknowns, ...unknownsNodes(story, words))] : []),
        ...(terms.length > 0 ? [section('terms', says.glossary, h('dl', {}, ...terms))] : []),
        section('corrections', says.corrections, ...correctionsNodes(story, words)),
        section('credits', says.credits, ...credits(story, words, dataFile)),
      ),
    )
    return { update() {}, destroy: () => root.replaceChildren() }
  }
