import { elapsedMs, restarted, STOPPED, type Timer, timerText, toggled } from '../core/notes-timer'
import type { NotesWords } from '../core/words/notes-words'
import { h, write } from './dom'

export interface NotesClock {
  readonly element: HTMLElement
  /** To be called once a second. */
  tick(now: number): void
}

/** The time of day and a stop watch, which nobody has to use. */
export function createNotesClock(says: NotesWords, locale: string, now: () => number, signal: AbortSignal): NotesClock {
  const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  let timer: Timer = STOPPED
  const clock = h('time', { class: 'notes-clock' })
  // Neither is a live region: a number that is read out every second would be all one hears.
  const watch = h('span', { class: 'notes-timer', role: 'timer', 'aria-label': says.timer })
  const start = h('button', { type: 'button' }, says.start)
  const reset = h('button', { type: 'button' }, says.reset)
  const tick = (at: number): void => {
    write(clock, format.format(at))
    write(watch, timerText(elapsedMs(timer, at)))
    write(start, timer.since === null ? says.start : says.pause)
  }
  const change = (to: (timer: Timer, now: number) => Timer) => (): void => {
    timer = to(timer, now())
    tick(now())
  }
  start.addEventListener('click', change(toggled), { signal })
  reset.addEventListener('click', change(restarted), { signal })
  const element = h('div', { class: 'notes-clocks' }, clock, watch, start, reset)
  tick(now())
  return { element, tick }
}
