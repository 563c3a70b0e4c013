import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { lessonOf } from '../../src/build/lesson'
import { writeLessonPage } from '../../src/build/lesson-page'
import { metaPolicy, styleHash } from '../../src/build/policy'
import type { Story } from '../../src/core/story-types'
import type { EventId } from '../../src/core/types'
import { exerciseWords } from '../../src/core/words/exercise-words'
import { storyLessons } from '../../src/core/words/lesson-words'
import { listWords } from '../../src/core/words/list-words'
import { pageWords } from '../../src/core/words/page-words'
import { presentWords } from '../../src/core/words/present-words'
import { quizWords } from '../../src/core/words/quiz-words'
import { shareWords } from '../../src/core/words/share-words'
import { anEvent, aStory } from '../support/a-story'
import { ourStory } from '../support/an-export'
import { lessonText } from '../support/lesson-text'

const story = ourStory()
const text = lessonText(lessonOf(story))

async function pageOf(told: Story) {
  const out = await mkdtemp(join(tmpdir(), 'parley-lesson-'))
  try {
    const css = "@font-face{font-family:'A';src:url(./fonts/a.woff2)}h1{color:red}"
    const policy = await writeLessonPage(out, { html: '', css }, told)
    return { policy, document: new JSDOM(await readFile(join(out, 'lesson.html'), 'utf8')).window.document }
  } finally {
    await rm(out, { recursive: true })
  }
}

describe('the lesson', () => {
  test('in docs/ is what the build makes of the story', async () => {
    await expect(text).toMatchFileSnapshot('../../docs/teacher.md')
  })

  test('has every step of the story with its question, answer and note, in order', () => {
    const found = story.steps.map((step) =>
      [step.title, step.question, step.answer, step.note].map((each) => text.indexOf(each?.value ?? '?')),
    )
    expect(found.length).toBeGreaterThanOrEqual(6)
    expect(found.flat().filter((at) => at < 0)).toEqual([])
    expect(found.flat()).toEqual([...found.flat()].sort((a, b) => a - b))
  })

  test('has everything that the story’s sources do not agree on, and asks only what the story answers', () => {
    const conflicts = [...story.events].flatMap(({ conflict }) => conflict?.value ?? [])
    expect(conflicts.length).toBeGreaterThan(5)
    expect(conflicts.filter((conflict) => !text.includes(conflict))).toEqual([])
    const asked = Object.keys(storyLessons[story.id]?.asks ?? {})
    expect(asked.filter((id) => !story.events.get(id as EventId)?.conflict)).toEqual([])
  })

  test('says of three statements what the story has: by the article no day and no place, by others two days and one island', () => {
    expect(text).toContain(
      'Other reports date a warning by Trump to 19 February and have Rubio on St Kitts on 25 February; Iran’s stays undated.',
    )
    const told = (id: string) => {
      const event = story.events.get(id as EventId)
      return [event?.layer, event?.when?.edtf, event?.where?.place, event?.where?.role]
    }
    expect([told('trump-warning-february-19'), told('rubio-st-kitts'), told('iran-retaliation-warning')]).toEqual([
      ['reports', '2026-02-19', 'us-government', 'seat'],
      ['reports', '2026-02-25', 'st-kitts', 'happened'],
      ['article', '/2026-02-26', 'iran-government', 'seat'],
    ])
    expect([...story.events].filter(({ refines }) => refines === 'iran-retaliation-warning')).toEqual([])
    expect(story.unknowns.some(({ id }) => id === 'undated-words')).toBe(true)
  })

  test('calls everything as the page does', () => {
    const { download, cite, handout, present, unknownsLink } = pageWords
    const named = [
      present, pageWords.more, download, cite, handout, pageWords.class, unknownsLink, shareWords.download.takeSave,
      listWords.keepClosed, quizWords.copy, quizWords.place, quizWords.order, exerciseWords.place.title, presentWords.notes,
    ] // biome-ignore format: one list, read as one
    expect(named.filter((name) => !text.includes(name))).toEqual([])
  })

  test('has a plan of minutes that takes every step and fills the lesson', () => {
    const { minutes, parts = [] } = storyLessons[story.id] ?? {}
    expect(parts.reduce((sum, [part]) => sum + part, 0)).toBe(minutes)
    expect(parts.map(([, part]) => part).join(' ')).toMatch(
      new RegExp(`step 1\\..*steps 2 to 5.*steps 6 and 7.*step ${story.steps.length}\\.`),
    )
  })

  test('of another story has its own questions and disputes, and nothing of ours', () => {
    const other = aStory({
      layers: [
        { id: 'article', name: 'Article' },
        { id: 'later', name: 'Later', notice: 'Tells what came of it.' },
      ],
      events: [
        anEvent({ id: 'talks', title: 'Talks | begin', conflict: 'Two outlets *differ*.' }),
        anEvent({ id: 'end', title: 'The end', layer: 'later', conflict: 'Nobody knows.' }),
      ],
      steps: [{ id: 'one', title: 'One', text: 'One', question: 'Who?' }],
    })
    const lesson = lessonText(lessonOf(other))
    expect(lesson).toContain('| 1. One | Who? |  |  |')
    expect(lesson).toContain('- **Talks \\| begin** Two outlets \\*differ\\*.')
    expect(lesson).toContain('“Later”')
    expect(lesson).not.toMatch(/Nobody knows|Trump|Goals|minutes/)
    expect(lessonText(lessonOf(aStory({ events: [anEvent({ id: 'talks' })] })))).not.toMatch(/questions|disputed|\|/)
  })
})

test('every step asks something and tells the teacher something', () => {
  expect(story.steps.filter((step) => step.question === null || step.note === null)).toEqual([])
})

describe('the page of the lesson', () => {
  test('has no script, its one sheet and the fonts, and a policy for them alone', async () => {
    const { document, policy } = await pageOf(story)
    expect(document.querySelectorAll('script, iframe, [style], link[rel="stylesheet"]')).toHaveLength(0)
    const [sheet, ...others] = document.querySelectorAll('style')
    expect(others).toEqual([])
    expect(sheet?.textContent).toContain('url(./fonts/a.woff2)')
    expect(sheet?.textContent).not.toContain('color:red')
    expect(policy).toContain(`default-src 'none'; style-src ${styleHash(sheet?.textContent ?? '')};`)
    expect(policy).not.toMatch(/script-src|unsafe|connect-src/)
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(metaPolicy(policy))
  })

  test('leads back to the story, has one title and a heading for every part and step', async () => {
    const { document } = await pageOf(story)
    expect(document.querySelector('nav a')?.getAttribute('href')).toBe('./')
    expect([...document.querySelectorAll('h1')].map((title) => title.textContent)).toEqual(['A lesson with Parley'])
    expect(document.querySelectorAll('h3')).toHaveLength(story.steps.length)
    expect([...document.querySelectorAll('section')].filter((part) => part.firstElementChild?.localName !== 'h2')).toEqual([])
  })

  test('marks the language of the story’s texts where it is another than that of the words around them', async () => {
    const told = aStory({
      language: 'fa',
      steps: [{ id: 'one', title: 'گام', text: 'متن', question: 'که؟' }],
      events: [anEvent({ id: 'a' })],
    })
    const { document } = await pageOf(told)
    const question = document.querySelector('.lesson-ask :last-child')
    expect([question?.textContent, question?.getAttribute('lang'), question?.getAttribute('dir')]).toEqual(['که؟', 'fa', 'rtl'])
  })
})
