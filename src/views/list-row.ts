import { isAddition, partyOf } from '../core/derive'
import type { ClaimId, Instant, StoryEvent } from '../core/types'
import { cardParts, laterParts } from './card'
import { domId, h, setText } from './dom'
import { type Says, secondLine, shortDate } from './list-lines'
import { eventMark } from './list-mark'
import type { Share } from './list-share'

/** One event in the list: a line that opens in place. */
export interface Row {
  readonly event: StoryEvent
  readonly element: HTMLLIElement
  readonly button: HTMLButtonElement
  setOpen(open: boolean, claim: ClaimId | null): void
  setHovered(hovered: boolean): void
  setShown(shown: boolean): void
  /** As it was known at that instant: what was published later is told by number only. */
  setKnown(known: Instant | null): void
  /** It begins after the now-line. */
  setLater(later: boolean): void
  /** The heading over the first event of a year; null for none. */
  setGroup(name: string | null): void
}

function head(says: Says, event: StoryEvent, button: HTMLButtonElement): HTMLElement {
  const { story } = says
  const title = h('bdi')
  setText(title, event.title)
  button.append(isAddition(story, event) ? '+ ' : '', title)
  return h(
    'div',
    { class: 'event-head' },
    h('span', { class: 'event-date' }, shortDate(says, event)),
    eventMark(says, event),
    h('h3', { class: 'event-title', id: domId(event, ':title') }, button),
    h('p', { class: 'event-second' }, ...secondLine(says, event)),
  )
}

/** With `lazy` the body is built when the event is first opened: then neither the browser's find nor print sees it before. */
export function createRow(says: Says, share: Share, event: StoryEvent, lazy: boolean): Row {
  const button = h('button', {
    type: 'button',
    'data-action': 'open',
    tabindex: -1,
    'aria-expanded': 'false',
    'aria-controls': domId(event, ':body'),
  })
  const group = h('p', { class: 'event-group', hidden: true })
  const body = h('div', { class: 'event-body', id: domId(event, ':body'), hidden: 'until-found' })
  const article = h('article', { 'aria-labelledby': domId(event, ':title') }, head(says, event, button), body)
  const element = h(
    'li',
    { class: 'event', id: domId(event), 'data-event': event.id, 'data-party': partyOf(event) },
    group,
    article,
  )
  let known: Instant | null = null
  let laterWord: HTMLElement | null = null
  const build = () => {
    if (!body.hasChildNodes()) body.append(...cardParts(says, share, event, known))
  }
  if (!lazy) build()
  return {
    event,
    element,
    button,
    setOpen: (open, claim) => {
      if (open) build()
      button.setAttribute('aria-expanded', String(open))
      if (open) {
        element.setAttribute('aria-current', 'true')
        body.removeAttribute('hidden')
      } else {
        element.removeAttribute('aria-current')
        body.setAttribute('hidden', 'until-found')
      }
      for (const row of body.querySelectorAll<HTMLElement>('.claim')) {
        if (open && claim !== null && row.dataset.claim === claim) row.setAttribute('aria-current', 'true')
        else row.removeAttribute('aria-current')
      }
    },
    setHovered: (hovered) => element.toggleAttribute('data-hovered', hovered),
    setShown: (shown) => element.toggleAttribute('hidden', !shown),
    setKnown: (next) => {
      if (next === known) return
      const same = laterParts(says.story, event, known) === laterParts(says.story, event, next)
      known = next
      if (!same && body.hasChildNodes()) body.replaceChildren(...cardParts(says, share, event, known))
    },
    setLater: (later) => {
      if (element.classList.contains('is-later') === later) return
      element.classList.toggle('is-later', later)
      laterWord ??= h('span', { class: 'unseen' }, says.words.list.later)
      if (later) article.firstElementChild?.append(laterWord)
      else laterWord.remove()
    },
    setGroup: (name) => {
      group.hidden = name === null
      if (name !== null && group.textContent !== name) group.textContent = name
    },
  }
}
