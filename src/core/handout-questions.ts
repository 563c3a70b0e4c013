import type { ExportView } from './export-view'
import type { Gaps } from './handout-gaps'
import type { HandoutVessel } from './handout-vessels'
import type { EventId, StepId, Text } from './types'

export interface HandoutQuestion {
  readonly step: StepId
  /** The same on both sheets, so that one key serves both; a sheet may leave numbers out. */
  readonly number: number
  /** Number of the event that it is about; null where it is about none. */
  readonly event: number | null
  /** Null on a sheet with any blank: it may name what is to be filled in. */
  readonly title: Text | null
  readonly question: Text
  /** Null on the class's copy, and where the story gives none. */
  readonly answer: Text | null
}

/** How many questions of the steps a sheet leaves out. */
export interface LeftOut {
  /** Their events are not on it. */
  readonly away: number
  /** The ship that they ask about is not drawn on it. */
  readonly undrawn: number
  /** They would tell what it asks for. */
  readonly telling: number
}

export interface HandoutQuestions {
  readonly questions: readonly HandoutQuestion[]
  readonly leftOut: LeftOut
}

interface Asking {
  readonly view: ExportView
  readonly gaps: Gaps
  readonly isWhole: boolean
  readonly answers: boolean
  readonly vessels: readonly HandoutVessel[]
  /** Numbers of the events on the sheet. */
  readonly numbers: ReadonlyMap<EventId, number>
}

/** Questions of the steps whose event is on the sheet, and of those that are about no one event. */
export function questionsFor({ view, gaps, isWhole, answers, vessels, numbers }: Asking): HandoutQuestions {
  const events = new Map(view.events.map((event) => [event.id, event]))
  const drawn = new Set(vessels.map(({ track }) => track.vessel.id))
  const leftOut = { away: 0, undrawn: 0, telling: 0 }
  const questions: HandoutQuestion[] = []
  let number = 0
  for (const { id, title, question, answer, select } of view.story.steps) {
    if (question === null) continue
    const event = select === null ? null : (events.get(select) ?? null)
    if (select !== null && event === null) {
      leftOut.away++
      continue
    }
    number++
    const asked = gaps.question(event, question)
    if (event?.vessel && !drawn.has(event.vessel)) leftOut.undrawn++
    else if (asked === null) leftOut.telling++
    else
      questions.push({
        step: id,
        number,
        event: event && (numbers.get(event.id) ?? null),
        title: isWhole ? title : null,
        question: asked,
        answer: answers ? answer : null,
      })
  }
  return { questions, leftOut }
}
