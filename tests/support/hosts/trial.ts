import type { Frame, Page } from 'playwright-core'
import type { HostPage, ServedHosts } from './serve-hosts'

/** A frame as its host shows it, in px. */
export interface Reading {
  /** The height that the host gives. */
  readonly frame: number
  /** The height that the content needs. */
  readonly content: number
  /** The views scroll inside. */
  readonly isFixed: boolean
  /** How long it took until the frame fitted; null where it never did. */
  readonly ms: number | null
  /** When that was, since the story was there. */
  readonly sinceStoryMs: number
}

type Now = Omit<Reading, 'ms'>

export const NEAR_PX = 4
/** No event is open at first, so that opening one makes the content higher. */
export const CLOSED = '?event=-'
/** Long, for a slow machine: what fits does so at once, and how long that took is measured. */
const GIVE_UP_MS = 12_000
const TICK_MS = 25

/** Opens a host page; gives the embeds in it, in the order of the page, as soon as each has its story. */
export async function openHost(page: Page, hosts: ServedHosts, asked: HostPage): Promise<readonly Frame[]> {
  await page.goto(hosts.address(asked), { waitUntil: 'commit' })
  const frames: Frame[] = []
  while (frames.length < asked.hosts.length) {
    const frame = page.frames().find((each) => each.parentFrame() !== null && !frames.includes(each))
    if (frame === undefined) await page.waitForTimeout(TICK_MS)
    else frames.push(frame)
  }
  await Promise.all(frames.map((frame) => frame.waitForFunction(isShown, null, { polling: TICK_MS })))
  return frames
}

/** Not the empty page that every frame holds first. */
const isShown = (): boolean =>
  document.querySelector('html[data-embed]') !== null &&
  document.body !== null &&
  document.readyState !== 'loading' &&
  !document.body.classList.contains('prerendered') &&
  performance.timing.domContentLoadedEventStart > 0

/** The frame as it is now. */
export async function read(frame: Frame): Promise<Now> {
  const element = await frame.frameElement()
  const given = await element.evaluate((each) => (each as unknown as { clientHeight: number }).clientHeight)
  const inside = await frame.evaluate(() => ({
    content: Math.ceil(document.body.getBoundingClientRect().height),
    isFixed: document.documentElement.classList.contains('fixed-height'),
    sinceStoryMs: Math.round(performance.now() - performance.timing.domContentLoadedEventStart + performance.timeOrigin),
  }))
  return { frame: given, ...inside }
}

const fits = ({ frame, content, isFixed }: Now): boolean => !isFixed && Math.abs(frame - content) <= NEAR_PX

/** Waits until `is` holds of the frame, or gives up. */
async function until(frame: Frame, is: (reading: Now) => boolean): Promise<Reading> {
  const start = performance.now()
  for (;;) {
    const reading = await read(frame)
    const ms = Math.round(performance.now() - start)
    if (is(reading)) return { ...reading, ms }
    if (ms > GIVE_UP_MS) return { ...reading, ms: null }
    await new Promise((done) => setTimeout(done, TICK_MS))
  }
}

/** Waits until the frame has the height of its content. */
export const untilFits = (frame: Frame): Promise<Reading> => until(frame, fits)

/** Waits until the frame keeps the height that it was given. */
export const untilFixed = (frame: Frame): Promise<Reading> => until(frame, ({ isFixed }) => isFixed)

/** Waits until the frame either fits or keeps the height that it was given. */
export const untilSettled = (frame: Frame): Promise<Reading> => until(frame, (reading) => reading.isFixed || fits(reading))

/** Opens the first event in the list that is not open, without scrolling to it. */
export async function openFirst(frame: Frame): Promise<void> {
  const wasOpened = await frame.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('#events [data-action="open"][aria-expanded="false"]')]
    const row = rows.find((each) => each.getClientRects().length > 0) ?? rows[0]
    row?.click()
    return row !== undefined
  })
  if (!wasOpened) throw new Error('No event can be opened')
}

/** Makes the content lower by `act`; gives the frame when it fits again. */
async function lower(frame: Frame, act: () => Promise<unknown>): Promise<Reading> {
  const { content } = await read(frame)
  await act()
  const reading = await until(frame, (now) => now.content < content && fits(now))
  if (reading.content >= content) throw new Error(`The content did not shrink from ${content} px`)
  return reading
}

/** Closes the event that is open, so that the content shrinks. */
export const shrink = (frame: Frame): Promise<Reading> =>
  lower(frame, () =>
    frame.evaluate(() => {
      for (const row of document.querySelectorAll<HTMLElement>('#events [data-action="open"][aria-expanded="true"]')) row.click()
    }),
  )

/** Searches for what one event says, so that the others go. */
export const filter = (frame: Frame): Promise<Reading> =>
  lower(frame, () =>
    frame.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#events input[type="search"]')
      if (field === null) throw new Error('There is nothing to search with')
      field.value = 'Lincoln'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }),
  )

/** Opens an event, so that the content grows; gives the frame when it fits again. */
export async function grow(frame: Frame): Promise<Reading> {
  const { content } = await read(frame)
  await openFirst(frame)
  // A list that was drawn anew in that moment has not heard the press.
  const isOpen = await frame.evaluate(() => document.querySelector('#events [data-action="open"][aria-expanded="true"]') !== null)
  if (!isOpen) await openFirst(frame)
  const reading = await until(frame, (now) => now.content > content && fits(now))
  if (reading.content <= content) throw new Error(`The content did not grow from ${content} px`)
  return reading
}
