import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import type { Story } from '../core/story-types'
import type { Text } from '../core/types'
import { type Runs, lessonWords as says } from '../core/words/lesson-words'
import { type Lesson, lessonOf } from './lesson'
import { addMeta, addStyle } from './page'
import { metaPolicy, styleHash, textPolicy } from './policy'
import { type Shell, tidyCss } from './shell'

/** Where the lesson lies, relative to the site; its page and those that lead to it name it in this `<meta>`. */
export const LESSON_PATH = './lesson.html'
export const LESSON_META = 'parley-lesson'

const SHELL = `<!doctype html><html lang="en" class="lesson-page"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title></title><link rel="icon" href="./icon.png" type="image/png"></head><body><main></main></body></html>`

/** The sheet of the lesson itself, wherever it stands, and that of its own page. */
export const lessonSheet = (name: 'lesson' | 'lesson-page'): Promise<string> =>
  readFile(join(import.meta.dirname, `${name}.css`), 'utf8').then(tidyCss)

type Content = Node | string | null

/** Makes elements of a document: text as text. */
function makerOf(document: Document) {
  const make = (tag: string, className: string, ...content: readonly Content[]): HTMLElement => {
    const element = document.createElement(tag)
    if (className !== '') element.className = className
    element.append(...content.filter((each) => each !== null))
    return element
  }
  const runs = (texts: Runs): Content[] =>
    texts.map((run) =>
      typeof run === 'string' ? run : 'strong' in run ? make('strong', '', run.strong) : make('cite', '', run.em),
    )
  /** A text of the story, in its language; the words around it are English. */
  const own = (tag: string, text: Text | string): HTMLElement => {
    const element = make(tag, '', typeof text === 'string' ? text : text.value)
    if (typeof text !== 'string' && text.lang !== 'en') element.lang = text.lang
    if (typeof text !== 'string' && text.dir !== 'ltr') element.dir = text.dir
    return element
  }
  return { make, runs, own }
}

/** The lesson as an element, its title a heading of `level`. */
export function lessonElement(document: Document, lesson: Lesson, level: 1 | 2): HTMLElement {
  const { make, runs, own } = makerOf(document)
  const heading = (below: number, text: string): HTMLElement => make(`h${level + below}`, '', text)
  const labelled = (name: string, label: string, text: Text | null): HTMLElement | null =>
    text && make('p', `lesson-${name}`, make('span', 'lesson-label', says.label(label)), ' ', own('span', text))
  const part = (className: string, title: string, ...content: readonly Content[]): HTMLElement =>
    make('section', className, heading(1, title), ...content)
  const steps = lesson.steps.map(({ title, question, answer, note }, index) => {
    const name = heading(2, '')
    name.append(`${index + 1}. `, own('span', title))
    const texts = [
      labelled('ask', says.ask, question),
      labelled('answer', says.answered, answer),
      labelled('note', says.note, note),
    ]
    return make('li', '', name, ...texts.flatMap((text) => [text, ' ']))
  })
  const disputes = lesson.disputes.map(({ ask, text }) => make('li', '', own('strong', ask), ' ', own('span', text)))
  const title = heading(0, says.title)
  return make(
    'article',
    'lesson',
    make('header', '', title, make('p', '', ...runs(lesson.lead))),
    make(
      'div',
      'lesson-plan',
      lesson.goals && part('', says.goals, make('p', '', ...runs(lesson.goals))),
      lesson.time &&
        part(
          'lesson-time',
          lesson.time.title,
          make('ul', '', ...lesson.time.parts.flatMap((each) => [make('li', '', each), ' '])),
        ),
    ),
    part('lesson-run', says.run, make('ul', '', ...lesson.runs.map((each) => make('li', '', ...runs(each))))),
    steps.length > 0 ? part('lesson-steps', says.questions, make('ol', '', ...steps)) : null,
    disputes.length > 0 ? part('lesson-disputes', says.disputed, make('ul', '', ...disputes)) : null,
    make('footer', '', make('p', '', [says.claims, lesson.credit].filter(Boolean).join(' '))),
  )
}

/** Writes `lesson.html`, which needs no script, with the page’s fonts. Gives the policy with all directives, for the headers. */
export async function writeLessonPage(out: string, { css: pages }: Shell, story: Story): Promise<string> {
  const dom = new JSDOM(SHELL)
  const { document } = dom.window
  const faces = pages.match(/@font-face\s*\{[^}]*\}/g) ?? []
  const css = [...faces, await lessonSheet('lesson'), await lessonSheet('lesson-page')].join('\n')
  document.title = `${says.title}: ${story.title.value}`
  // Answers and notes are for one person: no page of search results leads to them.
  addMeta(document, 'name', 'robots', 'noindex')
  addStyle(document, css)
  const { make } = makerOf(document)
  const back = make('a', '', says.back)
  back.setAttribute('href', './')
  const lesson = lessonOf(story)
  document.querySelector('main')?.append(lessonElement(document, lesson, 1))
  document.body.prepend(make('nav', 'lesson-back', back, lesson.goals && make('span', '', says.printIt)))
  const policy = textPolicy(styleHash(css))
  document.querySelector('meta[charset]')?.after(addMeta(document, 'http-equiv', 'Content-Security-Policy', metaPolicy(policy)))
  await writeFile(join(out, LESSON_PATH), dom.serialize())
  return policy
}

/**
 * Puts the lesson at the foot of the file that is taken along: closed, because pupils may see the page as well. While it is open, it is
 * what is printed.
 */
export async function addLesson(document: Document, story: Story): Promise<void> {
  const { make } = makerOf(document)
  const title = make('h2', '', says.title)
  title.id = 'lesson-title'
  const lesson = lessonElement(document, lessonOf(story), 2)
  // Said above it already.
  lesson.querySelector('header')?.firstElementChild?.remove()
  const details = make('details', '', make('summary', '', says.show), make('p', 'lesson-alone', says.printAlone), lesson)
  const section = make('section', 'lesson-folded', title, details)
  section.id = 'lesson'
  section.setAttribute('aria-labelledby', title.id)
  document.getElementById('page-footer')?.before(section)
  addMeta(document, 'name', LESSON_META, '#lesson')
  addStyle(document, await lessonSheet('lesson'))
}
