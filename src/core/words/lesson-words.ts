import { listWords } from './list-words'
import { pageWords } from './page-words'
import { presentWords } from './present-words'
import { quizWords } from './quiz-words'
import { shareWords } from './share-words'

/** A stretch of a text: plain, or set apart. */
export type Run = string | { readonly strong: string } | { readonly em: string }
export type Runs = readonly Run[]

/** What a lesson says of one story besides what its file says. */
export interface StoryLesson {
  readonly goals: Runs
  /** Minutes of the lesson, and of its parts; then what to do in half the time. */
  readonly minutes: number
  readonly parts: readonly (readonly [minutes: number, text: string])[]
  readonly short: string
  /** What events with a remark on their sources are asked, by the event’s id, in this order: the remark answers it. */
  readonly asks: Readonly<Record<string, string>>
  /** What no remark of one event says. */
  readonly others: readonly (readonly [ask: string, text: string])[]
}

const strong = (text: string): Run => ({ strong: text })
const { more, download, cite, handout, present, unknownsLink } = pageWords

/** By the story’s id. */
export const storyLessons: Readonly<Record<string, StoryLesson>> = {
  'us-iran-2026': {
    goals: [
      'The class can tell ',
      strong('what a source says'),
      ', and ',
      strong('who says so'),
      ', from what a reader makes of it; read ',
      strong('doubt on a map and a timeline'),
      ' (“about”, “planned”, “last reported”, “not known”); explain what ',
      strong('indirect talks'),
      ' are.',
    ],
    minutes: 45,
    parts: [
      [5, 'step 1.'],
      [15, 'steps 2 to 5, the question first.'],
      [10, 'steps 6 and 7; what may a map show?'],
      [5, 'step 8.'],
      [
        10,
        `in pairs, “${quizWords.place}” or “${quizWords.order}” (${more} → ${pageWords.class}), then “${unknownsLink}” at the foot.`,
      ],
    ],
    short: 'In half the time: steps 1, 2, 5 and 7.',
    asks: {
      'geneva-round-3-cologny': 'Were the talks indirect, and did both sides call them serious?',
      'ford-ordered': 'Was the Ford in “the region”?',
      'ford-towards-gibraltar': 'Where was the Ford on 17 February?',
      'ford-leaves-souda': 'Where would the Ford go, and when would it arrive?',
      'israel-iran-war-2025': 'On which day did the war of June 2025 begin?',
      'us-strikes-2025': 'On which day were the US strikes of June 2025?',
      'trump-warning-february-19': 'Did Trump give his warning on 19 February?',
    },
    others: [
      [
        'When and where were three statements made?',
        'The article gives neither day nor place for Trump’s and Iran’s warnings and for Rubio’s words. Other reports date a warning by Trump to 19 February and have Rubio on St Kitts on 25 February; Iran’s stays undated. On the map a government’s words stand at its seat, with a mark of their own: they need not have been spoken there.',
      ],
    ],
  },
}

/** Words of the lesson: a page to read and to print, the foot of the file that is taken along, and `docs/teacher.md`. */
export const lessonWords = {
  title: 'A lesson with Parley',
  lead: (story: string): Runs => [
    'For whoever teaches with ',
    { em: story },
    '. Ages 14 and up; history, civics, media, geography.',
  ],
  goals: 'Goals',
  time: (minutes: number): string => `Time: ${minutes} minutes`,
  part: (minutes: number, text: string): string => `${minutes} min: ${text}`,
  run: 'How to run it',
  runs: [
    [
      strong('From the web:'),
      ` press ${present}. A clicker’s Page Down and Page Up turn the steps, R shows the answer, B blanks the screen. ${presentWords.notes} opens a window for you alone.`,
    ],
    [
      strong('From a USB stick:'),
      ` ${more} → ${download} → “${shareWords.download.takeSave}” gives one file with this lesson at its foot. It opens by a double-click: no network, no account. The notes window does not work from a file: print this lesson, it has the notes.`,
    ],
    [
      strong('Ask before telling:'),
      ` ${more} → ${pageWords.class} hides titles, dates, places or outcomes until you reveal them. “${quizWords.copy}” gives the pupils the same.`,
    ],
    [strong('On paper:'), ` ${more} → ${handout}, with answers for you or blank for the class.`],
  ] satisfies readonly Runs[],
  /** Of a layer that opens only after a notice. */
  closed: (layer: string): Runs => [
    strong(`“${layer}”`),
    ` opens only after a notice; “${listWords.keepClosed}” there gives a link without it.`,
  ],
  questions: 'The questions of every step',
  step: 'Step',
  ask: 'Ask',
  answer: 'A good answer says',
  /** The same before one answer. */
  answered: 'Answer',
  note: 'For you',
  label: (name: string): string => `${name}:`,
  numbered: (number: number, title: string): string => `${number}. ${title}`,
  disputed: 'What is disputed, and why',
  claims: 'A claim stays a claim when two outlets repeat it; two that copy one agency are one source.',
  /** `edition`: a sentence, or empty. */
  credit: (licence: string, holder: string, edition: string): string =>
    [`Text and data: ${licence}, ${holder}.`, edition, `${more} → ${cite} gives the credit line.`].filter(Boolean).join(' '),

  back: 'To the timeline and the map',
  /** Of a lesson that somebody has planned and printed. */
  printIt: 'It prints on one sheet.',
  /** At the foot of the file that is taken along. */
  show: 'Show the lesson',
  printAlone: 'While it is open here, printing the page prints the lesson alone.',
  /** Of `docs/teacher.md`. */
  page: 'The site has it as `lesson.html`, to read and to print on one sheet.',
}
