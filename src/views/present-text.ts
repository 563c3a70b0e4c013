import { findEvent, pointOf } from '../core/derive'
import type { Formatter } from '../core/format'
import { contains } from '../core/mercator'
import type { Step, Story } from '../core/story-types'
import type { StoryEvent } from '../core/types'
import type { PresentWords } from '../core/words/present-words'
import type { AppState } from '../state/state'
import { h, isOutdated, setText, write } from './dom'
import { type Place, placeOf, type Told, toldBy } from './present-walk'
import type { ViewContext } from './view'

export interface PresentText {
  readonly element: HTMLElement
  /** `isAnswered`: the step's answer stands in the place of its text. */
  show(state: AppState, isAnswered: boolean): void
  focus(): void
}

/** Where the walk is, in words; empty before its first step. */
export function placeText(says: PresentWords, { count }: Formatter, { of, at, count: all }: Place): string {
  if (all === 0) return ''
  if (at === 0) return of === 'steps' ? says.stepsAhead(count(all)) : ''
  return of === 'steps' ? says.stepPlace(count(at), count(all)) : says.eventPlace(count(at), count(all))
}

const told = (className: string, text: Parameters<typeof setText>[1]): HTMLElement => {
  const element = h('p', { class: className })
  setText(element, text)
  return element
}

/** The story says when, and whether it was planned. */
function eventParts({ words }: ViewContext, format: Formatter, event: StoryEvent): readonly HTMLElement[] {
  const date = event.when ? format.when(event.when) : null
  const status = event.status === 'happened' ? null : words.list.statuses[event.status]
  const when = [date, status].filter((part) => part !== null).join(' · ')
  return [h('p', { class: 'present-when' }, when), ...(event.text ? [told('present-told', event.text)] : [])]
}

function stepParts(says: PresentWords, { text, question, answer }: Step, isAnswered: boolean): readonly HTMLElement[] {
  const asked = question
    ? [h('hr', {}), h('p', { class: 'present-label' }, says.question), told('present-question', question)]
    : []
  if (isAnswered && answer) return [...asked.slice(1), told('present-told present-answer', answer)]
  return [told('present-told', text), ...asked]
}

const storyParts = (story: Story): readonly HTMLElement[] => (story.summary ? [told('present-told', story.summary)] : [])

/** What is told, large: a step with its question, or an event; an answer only once it is asked for. */
export function createPresentText(
  context: ViewContext,
  says: PresentWords,
  format: Formatter,
  back: () => void,
  signal: AbortSignal,
): PresentText {
  const { story } = context
  const asOf = story.asOf ? says.asOf(format.day(story.now)) : ''
  const place = h('p', { class: 'present-place' })
  const title = h('h2', { class: 'present-title', tabindex: -1 })
  const body = h('div', { class: 'present-body' })
  const toStep = h('button', { type: 'button', class: 'present-back', hidden: true }, says.backToStep)
  toStep.addEventListener('click', back, { signal })
  const away = h('p', { class: 'present-away', hidden: true })
  const element = h('section', { class: 'present-text', 'aria-label': says.told, tabindex: 0 }, place, title, body, away, toStep)

  const partsOf = (now: Told, isAnswered: boolean): readonly HTMLElement[] => {
    if (now.kind === 'step') return stepParts(says, now.step, isAnswered)
    return now.kind === 'event' ? eventParts(context, format, now.event) : storyParts(story)
  }
  /** Where the open event is, if the map does not show that. */
  function showAway(state: AppState): void {
    const { area } = state
    const event = findEvent(story, state, state.selected)
    const point = event && pointOf(story, event)
    const name = event?.where && point && area && !area.some((bounds) => contains(bounds, point)) ? event.where.place : null
    write(away, name === null ? '' : `${context.words.map.away} ${story.places.get(name)?.name.value}`)
    away.hidden = name === null
  }
  const titleOf = (now: Told) => (now.kind === 'step' ? now.step.title : now.kind === 'event' ? now.event.title : story.title)

  return {
    element,
    focus: () => title.focus(),
    show(state, isAnswered) {
      showAway(state)
      const now = toldBy(story, state)
      const at = placeText(says, format, placeOf(story, state))
      const key = now.kind === 'step' ? now.step.id : now.kind === 'event' ? now.event.id : ''
      const layers = [...state.layers].join()
      if (!isOutdated(body, JSON.stringify([now.kind, key, at, isAnswered, layers, state.known]))) return
      place.replaceChildren(...[at, asOf].filter((part) => part !== '').map((part) => h('span', {}, part)))
      setText(title, titleOf(now))
      body.replaceChildren(...partsOf(now, isAnswered))
      toStep.hidden = now.kind !== 'event' || now.step === null
      element.scrollTop = 0
    },
  }
}
