import type { Formatter } from '../core/format'
import { days } from '../core/ship-words'
import type { Story } from '../core/story-types'
import { ageInDays, knownReports } from '../core/track'
import type { Citation, Instant, LayerId, When } from '../core/types'
import type { Report, Vessel } from '../core/vessel-types'
import { carrierWords } from '../core/words/carrier-words'
import type { Words } from '../core/words/words'
import { bdi, h } from './dom'

export interface Carriers {
  readonly element: HTMLDetailsElement
  update(instant: Instant, layers: ReadonlySet<LayerId>): void
}

interface Says {
  readonly story: Story
  readonly words: Words
  readonly formatter: Formatter
}

/** The outlet, a link where it has an address. */
export function sourceNode({ story, words }: Pick<Says, 'story' | 'words'>, citation: Citation): HTMLElement {
  const source = story.sources.get(citation.source)
  if (!source) return h('span')
  const name = source.agency ? `${source.publisher} (${source.agency})` : source.publisher
  if (!source.url) return h('span', {}, `${name}, ${words.map.notLinked}`)
  return h('a', { href: source.url, rel: 'noopener noreferrer', target: '_blank' }, name)
}

function ageText({ story, words, formatter }: Says, when: When, instant: Instant): string {
  const age = ageInDays(when, instant, story.timeZone)
  return age[1] === 0 ? carrierWords.today : days(age, formatter, words)
}

function reportRow(says: Says, report: Report, instant: Instant): HTMLElement {
  const { story, words, formatter } = says
  const { methods, precisions, added } = words.map
  const { how, differs } = carrierWords
  const when = report.when ?? report.reported
  const isAdded = story.layers.get(report.layer)?.base === false
  const place = h('td', {}, isAdded ? added('') : '', bdi(report.place))
  for (const text of [report.inferred, report.heading]) if (text) place.append('; ', bdi(text))
  if (report.conflict) place.append(h('p', {}, differs(report.conflict.value)))
  const sources = report.sources.flatMap((citation, index) => [...(index > 0 ? [', '] : []), sourceNode(says, citation)])
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, when ? formatter.when(when) : formatter.when(null)),
    place,
    h('td', {}, how(methods[report.method], precisions[report.precision])),
    h('td', {}, when ? ageText(says, when, instant) : ''),
    h('td', {}, ...sources),
  )
}

function vesselTable(says: Says, vessel: Vessel, instant: Instant, layers: ReadonlySet<LayerId>): HTMLElement {
  const { columns, noReport } = carrierWords
  const reports = [...knownReports(vessel, instant, layers)].reverse()
  if (reports.length === 0) return h('section', {}, h('h3', {}, bdi(vessel.name)), h('p', {}, noReport))
  const head = [columns.when, columns.place, columns.how, columns.age, columns.source].map((name) =>
    h('th', { scope: 'col' }, name),
  )
  const rows = reports.map((report) => reportRow(says, report, instant))
  return h('table', {}, h('caption', {}, bdi(vessel.name)), h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows))
}

/** The same in words: every report known by the now-line, latest first, with how it is known, its age and its source. */
export function createCarriers(says: Says): Carriers {
  const { story, words, formatter } = says
  const known = h('p')
  const tables = h('div', { class: 'carrier-tables' })
  const panel = h('div', { class: 'carrier-panel' }, known, tables)
  const element = h('details', { class: 'map-carriers' }, h('summary', { 'data-stop': true }, words.map.carriers), panel)
  let last: readonly [Instant, ReadonlySet<LayerId>] | null = null
  const draw = (): void => {
    if (!element.open || !last) return
    const [instant, layers] = last
    const day = formatter.day(instant)
    known.textContent = instant < story.now ? carrierWords.atTime(day, formatter.time(instant)) : carrierWords.at(day)
    tables.replaceChildren(...[...story.vessels.values()].map((vessel) => vesselTable(says, vessel, instant, layers)))
  }
  element.addEventListener('toggle', draw)
  return {
    element,
    update(instant, layers) {
      last = [instant, layers]
      draw()
    },
  }
}
