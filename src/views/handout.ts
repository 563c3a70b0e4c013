import type { CalendarDay } from '../core/calendar-day'
import { FILTER_KEYS } from '../core/derive'
import { exportView } from '../core/export-view'
import { handoutOf } from '../core/handout'
import { asked, blanksOf } from '../core/handout-time'
import type { Story } from '../core/story-types'
import type { HandoutWords } from '../core/words/handout-words'
import type { AppState } from '../state/state'
import { h } from './dom'
import { createBar, type HandoutBarPorts } from './handout-bar'
import { eventList } from './handout-events'
import { mapFigure } from './handout-figures'
import { sheetFoot, sheetHead } from './handout-head'
import { answerKey, placeList, questionList, shipList, sourceList, termList } from './handout-lists'
import type { DrawHandoutMap } from './handout-map'
import { part, type Sheet } from './handout-part'
import { timeFigure } from './handout-strip'
import type { DrawTimelinePicture } from './picture-timeline'
import type { CreateView, ViewContext } from './view'

/** What the handout needs of the outside. */
export interface HandoutPorts extends HandoutBarPorts {
  /** The context with nothing kept back: what is blank is for the sheet to decide. */
  whole(context: ViewContext): ViewContext
  /** The address that others can open; null where the page has none. */
  addressOf(state: AppState): string | null
  /** The reader’s day, on which the sheet is made. */
  today(): CalendarDay
  readonly drawHandout: DrawHandoutMap
  readonly drawTimeline: DrawTimelinePicture | null
  /** What runs along the foot of every page. */
  runningFoot(text: string): void
}

/** More events than this are a book. */
const MOST_EVENTS = 300
const KEYS: ReadonlySet<keyof AppState> = new Set([
  ...FILTER_KEYS, 'handout', 'large', 'secrets', 'instant', 'domain', 'laneBy', 'lang',
]) // biome-ignore format: one list, read as one

/** The view as it is reached from the sheet: what a blank sheet asks for, its address keeps back too. */
function reached({ opens }: Story, state: AppState, isBlank: boolean): AppState {
  const view: AppState = { ...state, handout: null, large: false, dialog: null }
  // The id of an open event would tell.
  return isBlank && state.secrets.size === 0 ? { ...view, secrets: asked(state.secrets), selected: opens, claim: null } : view
}

function sheetOf(context: ViewContext, says: HandoutWords, state: AppState, ports: HandoutPorts): Sheet {
  const isBlank = state.handout === 'blank'
  const { story, words } = context
  const address = ports.addressOf(reached(story, state, isBlank))
  const view = exportView(story, state, { words, address, linkTo: null })
  const blanks = blanksOf(state.secrets, isBlank)
  const isMixed = state.secrets.has('dates')
  const handout = handoutOf(view, { blanks, answers: !isBlank, isMixed })
  const title = blanks.has('outcomes') ? { ...story.title, value: says.outcomesTitle } : story.title
  const today = ports.today()
  return { view, handout, says, title, blanks, asked: asked(state.secrets), isBlank, isLarge: state.large, today }
}

/** A place for what is drawn later; the sheet does not wait for it. */
function drawnLater(says: HandoutWords, drawing: Promise<HTMLElement>): HTMLElement {
  const waiting = h('p', { class: 'handout-note' }, says.mapDrawing)
  void drawing.then((drawn) => waiting.replaceWith(drawn))
  return waiting
}

function whole(sheet: Sheet, context: ViewContext, state: AppState, ports: HandoutPorts): readonly (HTMLElement | null)[] {
  const { says, handout } = sheet
  const map = drawnLater(says, mapFigure(sheet, ports.drawHandout))
  const time = timeFigure(sheet, context, state, ports.drawTimeline)
  const hasPlus = handout.events.some(({ isAdded }) => isAdded) && !sheet.blanks.has('titles')
  return [
    sheetHead(sheet),
    part('where', says.map, map, placeList(sheet), shipList(sheet)),
    part('when', says.time, time),
    part('events', says.events, hasPlus ? h('p', { class: 'handout-note' }, says.plus) : null, eventList(sheet)),
    questionList(sheet),
    termList(sheet),
    sourceList(sheet),
    sheetFoot(sheet),
    sheet.isBlank ? null : answerKey(sheet),
  ]
}

/** Sheets to print, made of what the page shows: they fill the page as a preview while state asks for them. */
export const createHandout =
  (says: HandoutWords, ports: HandoutPorts): CreateView =>
  (root, shown) => {
    const context = ports.whole(shown)
    const { store } = context
    const abort = new AbortController()
    const page = document.documentElement
    const bar = createBar(says, store, ports, abort.signal)
    const paper = h('article', { class: 'handout-paper' })
    const element = h('section', { class: 'handout', hidden: true }, bar.element, paper)
    root.append(element)
    let goBack: (() => void) | null = null

    function draw(state: AppState): void {
      const sheet = sheetOf(context, says, state, ports)
      const { events, format, provenance } = sheet.view
      bar.show(state)
      // A browser prints it on every page.
      document.title = says.region(sheet.title.value)
      element.setAttribute('aria-label', document.title)
      page.dataset.handout = state.large ? 'large' : ''
      paper.classList.toggle('is-large', state.large)
      paper.classList.toggle('is-blank', sheet.isBlank)
      ports.runningFoot(says.footer(sheet.title.value, provenance.editionText))
      if (events.length === 0) return paper.replaceChildren(h('p', {}, says.nothing))
      if (events.length > MOST_EVENTS) {
        const text = says.tooMany(events.length, format.count(events.length), format.count(MOST_EVENTS))
        return paper.replaceChildren(h('p', {}, text))
      }
      paper.replaceChildren(...whole(sheet, context, state, ports).filter((each) => each !== null))
    }
    function open(): void {
      const opener = document.activeElement
      const title = document.title
      goBack = () => {
        document.title = title
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
      }
      element.hidden = false
      element.scrollTop = 0
    }
    function close(): void {
      element.hidden = true
      delete page.dataset.handout
      paper.replaceChildren()
      goBack?.()
      goBack = null
    }

    return {
      update(state, changed) {
        if (state.handout === null) {
          if (goBack !== null) close()
          return
        }
        const isOpening = goBack === null
        if (!isOpening && ![...changed].some((key) => KEYS.has(key))) return
        if (isOpening) open()
        draw(state)
        if (isOpening) (paper.querySelector<HTMLElement>('h1') ?? bar.first).focus({ preventScroll: true })
      },
      destroy() {
        abort.abort()
        if (goBack !== null) close()
        element.remove()
      },
    }
  }
