import { type DatedEvent, eventsToOrder, inOrder, isSurelyBefore, standing } from '../core/exercise'
import { bdi, h } from './dom'
import { exerciseMemory } from './exercise-memory'
import { type ExerciseContext, type ExercisePart, sourcesLine, textButton, titleOf, wholeSays } from './exercise-parts'
import { whenElement } from './list-lines'

/** “Put them in order”: five events without their dates, moved by buttons; which of them stand right is said by the file. */
export function createOrderExercise(context: ExerciseContext, signal: AbortSignal): ExercisePart {
  const { store, announce } = context
  const says = context.says.order
  const whole = wholeSays(context)
  const { story, format } = whole
  const memory = exerciseMemory(story)

  const ask = h('p', { class: 'exercise-ask' })
  const list = h('ol', { class: 'exercise-order', 'aria-label': says.list })
  const verdict = h('p', { class: 'exercise-verdict', tabindex: -1 })
  const either = h('p', { class: 'exercise-hint' }, says.either)
  const check = textButton(says.check, () => judge('checked'), signal)
  const reveal = textButton(says.show, () => judge('shown'), signal)
  const next = textButton(says.next, () => begin(memory.orderRound + 1), signal, 'exercise-next')
  const body = h(
    'div',
    { class: 'exercise-body' },
    list,
    verdict,
    either,
    h('p', { class: 'exercise-buttons' }, check, reveal, next),
  )
  const none = h('p', {}, says.nothingLeft)

  const name = (event: DatedEvent): string => titleOf(context, event).value

  /** As the reader has put them; in the order of asking where the round is another. */
  function events(): readonly DatedEvent[] {
    const asked = eventsToOrder(story, store.state, store.state.told, memory.orderRound, name)
    const byId = new Map(asked.map((event) => [event.id, event]))
    const kept = (memory.order ?? []).flatMap((id) => byId.get(id) ?? [])
    return kept.length === asked.length ? kept : asked
  }
  function begin(round: number): void {
    memory.orderRound = round
    memory.order = null
    memory.orderState = 'asked'
    show()
    list.querySelector<HTMLElement>('button')?.focus()
  }
  function judge(to: 'checked' | 'shown'): void {
    memory.orderState = to
    if (to === 'shown') memory.order = inOrder(events()).map(({ id }) => id)
    show()
    verdict.focus()
  }
  function move(from: number, by: 1 | -1): void {
    const order = [...events()]
    const [event] = order.splice(from, 1)
    const to = from + by
    if (!event || to < 0 || to > order.length) return
    order.splice(to, 0, event)
    memory.order = order.map(({ id }) => id)
    memory.orderState = 'asked'
    show()
    const moved = list.children[to]?.querySelectorAll<HTMLElement>('button')[by === -1 ? 0 : 1]
    moved?.focus()
    announce(says.moved(name(event), format.count(to + 1), format.count(order.length)))
  }

  function itemOf(event: DatedEvent, index: number, count: number, stands: boolean | null): HTMLLIElement {
    const arrow = (by: 1 | -1): HTMLButtonElement => {
      const isEnd = index + by < 0 || index + by >= count
      const button = textButton(by === -1 ? says.up : says.down, () => move(index, by), signal)
      button.setAttribute('aria-label', by === -1 ? says.moveUp(name(event)) : says.moveDown(name(event)))
      // Not `disabled`: that would drop the focus of a reader who moves on to the end.
      button.setAttribute('aria-disabled', String(isEnd))
      return button
    }
    const isShown = memory.orderState === 'shown'
    const state =
      stands === null ? null : h('span', { class: stands ? 'stands' : 'stands is-wrong' }, stands ? says.right : says.wrong)
    return h(
      'li',
      {},
      h('span', { class: 'exercise-title' }, bdi(titleOf(context, event)), state ? ' ' : null, state),
      isShown ? null : h('span', { class: 'exercise-moves' }, arrow(-1), arrow(1)),
      isShown ? h('span', { class: 'exercise-when' }, whenElement(whole, event)) : null,
      isShown ? h('span', { class: 'exercise-sources' }, ...sourcesLine(whole, event)) : null,
    )
  }
  function sentence(order: readonly DatedEvent[], right: readonly boolean[]): string {
    if (memory.orderState === 'asked') return ''
    if (memory.orderState === 'shown') return says.shown
    const wrong = order.filter((_, index) => !right[index]).map(name)
    return wrong.length === 0 ? says.allRight : says.someRight(format.list(wrong))
  }
  function show(): void {
    const order = events()
    body.hidden = order.length < 2
    none.hidden = !body.hidden
    ask.textContent = body.hidden || memory.orderState === 'shown' ? '' : says.ask(format.count(order.length))
    const right = standing(order)
    const isChecked = memory.orderState === 'checked'
    const items = order.map((event, index) => itemOf(event, index, order.length, isChecked ? (right[index] ?? false) : null))
    list.replaceChildren(...items)
    verdict.textContent = sentence(order, right)
    verdict.hidden = memory.orderState === 'asked'
    verdict.classList.toggle('is-right', isChecked && right.every(Boolean))
    const isOpen = order.some((a, index) =>
      order.slice(index + 1).some((b) => !isSurelyBefore(a.when, b.when) && !isSurelyBefore(b.when, a.when)),
    )
    either.hidden = memory.orderState === 'asked' || !isOpen
    check.hidden = memory.orderState === 'shown'
    reveal.hidden = memory.orderState === 'shown'
  }
  return { element: h('div', {}, ask, body, none), show }
}
