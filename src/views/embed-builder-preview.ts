import { LEAST_PX, MOST_PX } from '../core/frame-height'
import type { BuilderWords } from '../core/words/builder-words'
import { h, write } from './dom'

export interface PreviewOptions {
  readonly says: BuilderWords
  count(n: number): string
  percent(share: number): string
  /** The frame has asked for another height, or stands in a place of another width. */
  measured(): void
}

export interface Preview {
  readonly element: HTMLElement
  /** Loads the frame, where its address is another. `fixedPx`: the height that it keeps, null for that of its content. */
  show(address: string, fixedPx: number | null): void
  /** The height in px that the content asked for in a column; where it was not seen there, in the width that is shown; or null. */
  heightPx(): number | null
  /** Takes the frame away: it costs nothing while nobody sees it. */
  stop(): void
}

const WIDTHS = [360, 650, 900] as const
const COLUMN_PX = 650
/** Until the content has asked for one. */
const FIRST_PX = 720
/** A choice may be the first of several. */
const PAUSE_MS = 300

/** The height that a message of an embed asks for; null where it is none. */
function askedHeight(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  const { type, height } = data as { type?: unknown; height?: unknown }
  if (type !== 'embed-size' || typeof height !== 'number' || Number.isNaN(height)) return null
  return Math.min(Math.max(Math.ceil(height), LEAST_PX), MOST_PX)
}

/** The frame as a host would show it, in places of three widths: drawn smaller where the dialog is narrower. */
export function createPreview(options: PreviewOptions, signal: AbortSignal): Preview {
  const { says, count, percent } = options
  const size = h('p', { class: 'builder-size' })
  const stage = h('div', { class: 'builder-stage' })
  let widthPx: number = COLUMN_PX
  let roomPx = 0
  let fixedPx: number | null = null
  let address: string | null = null
  let frame: HTMLIFrameElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Heights that the content asked for, by width, and the last of them. */
  const heights = new Map<number, number>()
  let lastPx = FIRST_PX

  const draw = (): void => {
    const heightPx = fixedPx ?? heights.get(widthPx) ?? lastPx
    const scale = roomPx > 0 ? Math.min(1, roomPx / widthPx) : 1
    stage.style.setProperty('--frame-width', `${widthPx}px`)
    stage.style.setProperty('--frame-height', `${heightPx}px`)
    stage.style.setProperty('--scale', String(scale))
    write(size, says.size(count(widthPx), count(heightPx), scale > 0.995 ? null : percent(scale)))
  }
  /** A new frame each time: another address in the same one would be a step back in the history of the page. */
  const load = (): void => {
    if (address === null) return
    const before = frame
    frame = h('iframe', { src: address, title: says.previewFrame, allow: 'fullscreen; clipboard-write' })
    frame.addEventListener('load', () => before?.remove(), { once: true, signal })
    stage.append(frame)
  }
  const hear = ({ source, data }: MessageEvent<unknown>): void => {
    const heightPx = frame !== null && source === frame.contentWindow ? askedHeight(data) : null
    if (heightPx === null || heights.get(widthPx) === heightPx) return
    heights.set(widthPx, heightPx)
    lastPx = heightPx
    draw()
    options.measured()
  }
  addEventListener('message', hear, { signal })

  const choose = (px: number): void => {
    widthPx = px
    draw()
    options.measured()
  }
  const radios = WIDTHS.map((px) => {
    const input = h('input', { type: 'radio', name: 'builder-width', value: px, checked: px === widthPx })
    input.addEventListener('change', () => choose(px), { signal })
    return h('label', { class: 'builder-option' }, input, h('span', {}, says.width(says.widthNames[px] ?? '', count(px))))
  })
  const widths = h('fieldset', { class: 'builder-group' }, h('legend', { class: 'unseen' }, says.widths))
  widths.append(h('div', { class: 'builder-row' }, ...radios))
  const heading = h('h3', { id: 'builder-preview' }, says.preview)
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => resized())
  const resized = (): void => {
    if (roomPx === stage.clientWidth) return
    roomPx = stage.clientWidth
    draw()
  }
  observer?.observe(stage)
  signal.addEventListener('abort', () => observer?.disconnect())

  const stop = (): void => {
    clearTimeout(timer)
    stage.replaceChildren()
    frame = null
    address = null
  }
  return {
    element: h(
      'section',
      { class: 'builder-preview', 'aria-labelledby': heading.id },
      heading,
      h('div', { class: 'builder-widths' }, widths, size),
      stage,
    ),
    show(next, fixed) {
      fixedPx = fixed
      if (next !== address) {
        const isFirst = address === null
        address = next
        heights.clear()
        clearTimeout(timer)
        if (isFirst) load()
        else timer = setTimeout(load, PAUSE_MS)
      }
      draw()
    },
    heightPx: () => heights.get(COLUMN_PX) ?? heights.get(widthPx) ?? null,
    stop,
  }
}
