import type { Lesson } from '../../src/build/lesson'
import type { Text } from '../../src/core/types'
import { type Runs, lessonWords as says } from '../../src/core/words/lesson-words'

/** Text of the story, in which no sign means anything to Markdown. */
const plain = (text: Text | string | null): string =>
  (typeof text === 'string' ? text : (text?.value ?? '')).replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')

const marked = (runs: Runs): string =>
  runs
    .map((run) => (typeof run === 'string' ? plain(run) : 'strong' in run ? `**${plain(run.strong)}**` : `*${plain(run.em)}*`))
    .join('')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The lesson as Markdown: `docs/teacher.md`. */
export function lessonText(lesson: Lesson): string {
  const { goals, time, steps, disputes } = lesson
  const heads = [says.step, says.ask, says.answer, says.note]
  const paragraphs = [
    `# ${says.title}`,
    `${marked(lesson.lead)} ${says.page}`,
    goals && `**${says.goals}.** ${marked(goals)}`,
    time && `**${time.title}.** ${plain(time.parts.join(' '))}`,
    `## ${says.run}`,
    lesson.runs.map((runs) => `- ${marked(runs)}`).join('\n'),
    steps.length > 0 && `## ${says.questions}`,
    steps.length > 0 &&
      [
        row(heads),
        row(heads.map(() => '---')),
        ...steps.map(({ title, question, answer, note }, index) =>
          row([says.numbered(index + 1, plain(title)), plain(question), plain(answer), plain(note)]),
        ),
      ].join('\n'),
    disputes.length > 0 && `## ${says.disputed}`,
    disputes.map(({ ask, text }) => `- **${plain(ask)}** ${plain(text)}`).join('\n'),
    [says.claims, lesson.credit].filter(Boolean).join(' '),
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}
