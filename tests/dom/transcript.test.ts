import { virtual } from '@guidepup/virtual-screen-reader'
import { screen } from '@testing-library/dom'
import { afterEach, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { builderWords } from '../../src/core/words/builder-words'
import { compareWords } from '../../src/core/words/compare-words'
import { helpWords } from '../../src/core/words/help-words'
import { reportWords } from '../../src/core/words/report-words'
import { shareWords } from '../../src/core/words/share-words'
import { createCite } from '../../src/views/cite'
import { createCompare } from '../../src/views/compare'
import { createDownload } from '../../src/views/download'
import { createBuilder } from '../../src/views/embed-builder'
import { createHelp } from '../../src/views/help'
import { createQuiz } from '../../src/views/quiz'
import { createReport } from '../../src/views/report'
import type { SharePorts } from '../../src/views/share-ports'
import { createTimeline } from '../../src/views/timeline'
import { anEvent, aStory } from '../support/a-story'
import { show, showPane } from './show'
import { showMap } from './show-map'

/*
 * What a screen reader would say, from the first to the last word of a part. The transcripts beside this file are read by people:
 * a change in them is a change in what someone hears. A simulation: it does not take the place of a real screen reader.
 */

// The library asks for it, jsdom has none; ids of a story need no more.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// Nor has it the styles of what stands before and after an element; it says so each time it is asked.
const styleOf = globalThis.getComputedStyle
globalThis.getComputedStyle = (element) => styleOf(element)

const file = {
  asOf: '2026-02-26',
  timeZone: 'Europe/Zurich',
  clocks: ['Europe/Zurich', 'Asia/Tehran'],
  chapters: [{ id: 'opening', title: 'Two weeks', window: '2026-02-16/2026-03-02', select: 'round-3' }],
  events: [
    anEvent({
      id: 'round-2',
      title: 'Second round',
      kind: 'talks',
      when: '2026-02-17',
      where: { place: 'geneva', role: 'happened' },
      parties: ['us', 'iran'],
    }),
    anEvent({
      id: 'round-3',
      title: 'Third round',
      kind: 'talks',
      when: '2026-02-26T10:00+01:00/',
      where: { place: 'geneva', role: 'happened' },
      parties: ['us', 'iran', 'oman'],
      text: 'Indirect talks went on for hours.',
      claims: [
        {
          id: 'progress',
          by: { party: 'oman' },
          attribution: 'named',
          status: 'claimed',
          text: 'There was progress.',
          sources: [{ source: 'article' }],
        },
      ],
    }),
    anEvent({
      id: 'technical',
      title: 'Technical talks',
      kind: 'talks',
      status: 'planned',
      when: '2026-03-02',
      where: { place: 'vienna', role: 'planned' },
      parties: ['us', 'iran'],
    }),
  ],
  glossary: [{ term: 'Indirect talks', text: 'Talks with a third party between the two sides.' }],
  unknowns: [{ id: 'end', text: 'When the session ended.', sources: [{ source: 'article' }] }],
}
const story = aStory(file)
/** What the dialogs about the file tell of it besides. */
const published = aStory({
  ...file,
  title: 'Three rounds',
  attribution: 'The desk',
  license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  edition: { number: 2, published: '2026-03-01' },
  corrections: [{ on: '2026-03-01', text: 'The hour of the third round was wrong.' }],
})
const third = { selected: 'round-3' as EventId }

const SITE = 'https://parley.example/'
const copy = async (): Promise<boolean> => true
const linkTo = (event: EventId | null): string => (event === null ? SITE : `${SITE}?event=${event}`)
const outside: SharePorts = {
  addressOf: () => SITE,
  linkTo,
  today: () => ({ year: 2026, month: 11, day: 23 }),
  copy,
  canSave: true,
  fullPage: null,
  save: () => undefined,
  offline: './offline/story.html',
  drawMap: async () => null,
  drawTimeline: null,
  svg: async () => '',
  png: async () => null,
}

/** Everything that is said, one phrase a line. */
async function transcript(container: Element): Promise<string> {
  await virtual.start({ container: container as HTMLElement })
  for (let step = 0; step < 2000; step += 1) {
    await virtual.next()
    const phrase = await virtual.lastSpokenPhrase()
    if (/^end of (document|dialog)/.test(phrase)) break
  }
  const phrases = await virtual.spokenPhraseLog()
  await virtual.stop()
  return `${phrases.join('\n')}\n`
}

afterEach(() => document.body.replaceChildren())

test('the list says what happened, when, where, who says so and in which source', async () => {
  showPane(story)
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/list.txt')
})

test('the timeline says its tools, then each event, title first', async () => {
  show(createTimeline, story)
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/timeline.txt')
})

test('the map says what stands where, and in which role', async () => {
  showMap({}, {}, story)
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/map.txt')
})

test('the comparison of two rounds is a table, row by row', async () => {
  show(createCompare(compareWords), story, { compare: ['round-2' as EventId, 'round-3' as EventId] })
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/compare.txt')
})

test('the help says in words what each drawing means', async () => {
  show(
    createHelp(helpWords, () => null),
    story,
    { dialog: 'help' },
  )
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/help.txt')
})

for (const [name, dialog] of [
  ['what is not known', 'unknowns'],
  ['what was corrected', 'corrections'],
] as const) {
  test(`${name} is a list with the edition, and leads on`, async () => {
    show(
      createHelp(helpWords, () => null),
      published,
      { dialog },
    )
    await expect(await transcript(document.body)).toMatchFileSnapshot(`transcripts/${dialog}.txt`)
  })
}

test('“Embed” says what is chosen, then the lines to copy', async () => {
  const ports = { base: SITE, pinned: 'pinned/2-0badcafe.html', hasOembed: true, languages: [['en', 'English']] as const, copy }
  const picture = { path: 'preview/story.png', width: 1200, height: 675, alt: 'A map of talks' }
  show(createBuilder(builderWords, { ...ports, picture, hasPicture: async () => true }), published, { ...third, dialog: 'embed' })
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/embed.txt')
})

test('“Report an error” says what it is about, then the text to send', async () => {
  show(createReport(reportWords, { linkTo, copy }), published, { ...third, dialog: 'report' })
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/report.txt')
})

test('“Download” says what the files hold, and what each is for', async () => {
  show(createDownload(shareWords, outside), published, { ...third, dialog: 'download' })
  // Without the map’s script there is nothing to draw with, which takes a moment to say.
  await screen.findByText(shareWords.download.notHere)
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/download.txt')
})

test('“Cite” says each style by name, then the citation', async () => {
  show(createCite(shareWords, outside), published, { ...third, dialog: 'cite' })
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/cite.txt')
})

test('“For a class” says what can be kept back, and what that hides', async () => {
  show(createQuiz('./lesson.html'), published, { ...third, dialog: 'class' })
  await expect(await transcript(document.body)).toMatchFileSnapshot('transcripts/class.txt')
})
