import type { Panes } from '../core/frame'
import { type Box, overlap } from '../core/labels'
import type { Size } from '../core/mercator'
import { mapHintWords } from '../core/words/map-hint-words'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import { h } from './dom'
import type { Basemap } from './map-ground'
import { createPane, type Pane } from './map-pane'
import { drawStripGround } from './map-strip'
import { mapScale } from './present-scale'

export interface MapFrame {
  readonly element: HTMLElement
  /** Both panes side by side; what is under the map comes after it. */
  readonly box: HTMLElement
  readonly main: Pane
  readonly strip: Pane
  /** Elements over the main pane that nothing may be drawn under. */
  readonly plates: readonly HTMLElement[]
  divide(panes: Panes, foot: HTMLElement): void
  /** Puts the sentence on the cut where no mark is, below or else above; gives the box that names keep clear of. */
  placeCut(strip: Size, marks: readonly Box[]): readonly Box[]
  /** The strip's ground, anew: another size, or a finer stage. */
  drawStrip(panes: Panes, basemap: Basemap): void
}

interface Plates {
  /** Over the map where there is room for them; under it on a small screen and for fingers. */
  readonly controls: HTMLElement
  readonly legend: HTMLElement
}

/** By how much marks and type are larger than usual. */
export const markScale = ({ mode }: AppState): number => (mode === 'present' ? mapScale() : 1)

const hasCoarsePointer = (): boolean => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches

/** The map's own markup: strip, gap, main pane, and the plates in it. */
export function createMapFrame(root: HTMLElement, words: Words, { controls, legend }: Plates): MapFrame {
  const says = words.map
  const described = h('p', { id: 'map-described', class: 'unseen' }, mapHintWords.described)
  const main = createPane('main')
  const strip = createPane('strip')
  const cut = h('p', { class: 'map-cut' })
  strip.element.append(cut)
  main.element.append(controls, legend)
  /** Of the sentence on the cut, px; null until it is asked for after the box was divided. */
  let cutHeight: number | null = null
  const box = h('div', { class: 'map-box' }, strip.element, main.element)
  const element = h('div', { class: 'map' }, described, box)
  const plates = [...controls.children, legend].filter((plate) => plate instanceof HTMLElement)
  let under: HTMLElement | null = null
  root.setAttribute('aria-label', says.title)
  root.setAttribute('aria-describedby', described.id)
  root.append(element)
  return {
    element,
    box,
    main,
    strip,
    // What stands under the map lies over its edge while it is one short line.
    get plates() {
      return under ? [...plates, under] : plates
    },
    divide({ strip: far, narrow, main: { heightPx } }, foot) {
      under = foot
      const outside = narrow || hasCoarsePointer()
      element.classList.toggle('tools-outside', outside)
      if (outside) foot.prepend(controls)
      else main.element.insertBefore(controls, legend)
      element.style.setProperty('--map-height', `${heightPx}px`)
      element.classList.toggle('narrow', narrow)
      strip.element.hidden = far === null
      box.style.setProperty('--strip', far ? `${far.size.widthPx}px` : '0px')
      box.style.setProperty('--gap', far ? `${far.gapPx}px` : '0px')
      cut.textContent = far ? says.cut(far.cutDegrees) : ''
      cut.classList.toggle('unseen', narrow)
    },
    placeCut({ widthPx, heightPx }, marks) {
      cutHeight ??= cut.getBoundingClientRect().height
      const height = cutHeight
      if (height === 0) return []
      const below = { x: 0, y: heightPx - height - 6, width: widthPx, height: height + 6 }
      const above = marks.some((mark) => overlap(mark, below))
      cut.classList.toggle('above', above)
      return [above ? { ...below, y: 0 } : below]
    },
    drawStrip({ strip: far }, basemap) {
      cutHeight = null
      if (far) drawStripGround(strip.ground, far, basemap)
    },
  }
}

/** Tells the size of an element, first and whenever it changes. */
export function watchSize(element: HTMLElement, signal: AbortSignal, changed: (size: Size) => void): void {
  const tell = (): void => changed({ widthPx: element.clientWidth, heightPx: element.clientHeight })
  if (typeof ResizeObserver === 'undefined') return
  tell()
  const observer = new ResizeObserver(tell)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
}

const HINT_MS = 1600
/** Longer: it answers a press. */
const ANSWER_MS = 4000

export interface Hint {
  /** How the map moves, for a reader who scrolls over it. */
  move(kind: 'wheel' | 'touch'): void
  /** Why a press does nothing. */
  answer(text: string): void
}

/** A short word over the map that goes by itself. */
export function createHint(pane: HTMLElement): Hint {
  const element = h('p', { class: 'map-hint', 'aria-hidden': 'true', hidden: true })
  pane.append(element)
  const key = /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
  let timer = 0
  const say = (text: string, forMs: number): void => {
    element.textContent = text
    element.hidden = false
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      element.hidden = true
    }, forMs)
  }
  return {
    move: (kind) => say(kind === 'wheel' ? mapHintWords.wheelHint(key) : mapHintWords.touchHint, HINT_MS),
    answer: (text) => say(text, ANSWER_MS),
  }
}
