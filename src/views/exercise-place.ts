import { choosable, eventToPlace, isPlacedAt, placeable } from '../core/exercise'
import type { PlaceId, StoryEvent } from '../core/types'
import { bdi, h } from './dom'
import { exerciseMemory } from './exercise-memory'
import { type ExerciseContext, type ExercisePart, sourcesLine, textButton, titleOf, wholeSays } from './exercise-parts'
import { placeLine, whenElement } from './list-lines'

/** “Place it on the map”: one event after the other; right or wrong by the file. The place is chosen on the map or in a list. */
export function createPlaceExercise(context: ExerciseContext, signal: AbortSignal): ExercisePart {
  const { store, announce } = context
  const says = context.says.place
  const whole = wholeSays(context)
  const { story } = whole
  const memory = exerciseMemory(story)
  const places = choosable(story)

  const asked = h('p', { class: 'exercise-event' })
  const hint = h('p', { class: 'exercise-hint' })
  const select = h(
    'select',
    { id: 'exercise-place' },
    h('option', { value: '' }, says.none),
    ...places.map(({ id, name }) =>
      h('option', { value: id, lang: name.lang === story.language ? null : name.lang }, name.value),
    ),
  )
  const error = h('p', { class: 'exercise-error', id: 'exercise-error', hidden: true }, says.unanswered)
  const answer = textButton(says.answer, () => guess(select.value as PlaceId | ''), signal)
  const choice = h('div', { class: 'exercise-choice' }, h('label', { for: select.id }, says.choose), select, answer)
  const verdict = h('p', { class: 'exercise-verdict', tabindex: -1 })
  const file = h('p', { class: 'exercise-file' })
  const sources = h('p', { class: 'exercise-sources' })
  const again = textButton(context.says.again, () => ask(memory.placeRound), signal)
  const reveal = textButton(says.show, () => tell(), signal)
  const next = textButton(context.says.next, () => ask(memory.placeRound + 1), signal, 'exercise-next')
  const buttons = h('p', { class: 'exercise-buttons' }, again, reveal, next)
  const none = h('p', {}, says.nothingLeft)
  const body = h('div', { class: 'exercise-body' }, asked, hint, choice, error, verdict, file, sources, buttons)
  let announced = ''

  const event = (): StoryEvent | null => eventToPlace(placeable(story, store.state, store.state.told), memory.placeRound)

  function guess(place: PlaceId | ''): void {
    error.hidden = place !== ''
    if (place !== '') return store.set({ guess: place })
    select.setAttribute('aria-invalid', 'true')
    select.setAttribute('aria-describedby', error.id)
    select.focus()
    announce(says.unanswered)
  }
  function ask(round: number): void {
    memory.placeRound = round
    memory.isAnswered = false
    select.value = ''
    announced = ''
    store.set({ guess: null })
    show()
    select.focus()
  }
  function tell(): void {
    memory.isAnswered = true
    show()
    file.tabIndex = -1
    file.focus()
  }

  function showAnswer(event: StoryEvent, isTold: boolean): void {
    const place = isTold ? placeLine(whole, event, true) : null
    file.replaceChildren(...(place ? [says.fileSays, place] : []))
    sources.replaceChildren(...(isTold ? sourcesLine(whole, event) : []))
  }
  function show(): void {
    const { guess: guessed, secrets } = store.state
    const event_ = event()
    body.hidden = event_ === null
    none.hidden = event_ !== null
    if (event_ === null) return
    const isRight = guessed !== null && isPlacedAt(story, event_, guessed)
    const isTold = isRight || memory.isAnswered
    const name = guessed === null ? '' : (story.places.get(guessed)?.name.value ?? '')
    const sentence = guessed === null ? '' : isRight ? says.right(name) : says.wrong(name)
    asked.replaceChildren(bdi(titleOf(context, event_)))
    hint.replaceChildren(...(secrets.has('dates') ? [] : [whenElement(whole, event_)]))
    choice.hidden = isTold || guessed !== null
    if (guessed !== null) {
      error.hidden = true
      select.removeAttribute('aria-invalid')
      select.removeAttribute('aria-describedby')
    }
    verdict.textContent = sentence
    verdict.hidden = sentence === ''
    verdict.classList.toggle('is-right', isRight)
    again.hidden = isTold || guessed === null
    reveal.hidden = isTold || guessed === null
    showAnswer(event_, isTold)
    if (sentence === announced) return
    announced = sentence
    if (sentence === '') return
    // What the reader pressed is gone; on the map it stays, and the sentence is said.
    if (document.activeElement === document.body || body.contains(document.activeElement)) verdict.focus()
    else announce(sentence)
  }
  return { element: h('div', {}, h('p', { class: 'exercise-ask' }, says.ask), body, none), show }
}
