import { screen } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import '../../src/host/parley-host'
import type { ParleyFrame, ParleyOptions } from '../../src/host/types'

const SITE = 'https://site.example'
const frames: ParleyFrame[] = []

beforeEach(() => history.replaceState(null, '', '/article?page=2#top'))
afterEach(() => {
  for (const frame of frames.splice(0)) frame.destroy()
})

/** A page with frames, each connected. */
function pageWith(markup: readonly HTMLElement[], ...options: readonly ParleyOptions[]) {
  const iframes = options.map((_, n) => {
    const iframe = document.createElement('iframe')
    iframe.id = `frame-${n}`
    iframe.src = `${SITE}/embed.html?api=1&theme=dark`
    return iframe
  })
  document.body.replaceChildren(...markup, ...iframes)
  const connected = iframes.map((iframe, n) => window.parley.connect(iframe, options[n]))
  frames.push(...connected)
  return connected
}

function link(event: string, name: string, frame?: string): HTMLAnchorElement {
  const element = document.createElement('a')
  element.href = '#elsewhere'
  element.dataset.parleyEvent = event
  if (frame) element.dataset.parleyFrame = frame
  element.textContent = name
  return element
}

/** A message as it comes from a frame. */
function tell(frame: ParleyFrame | undefined, data: unknown, origin = SITE): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: frame?.iframe.contentWindow ?? null }))
}
const nothing = { event: null, claim: null, step: null }
const ready = { parley: 1, type: 'ready', story: 'talks', edition: 1, events: ['round-3', 'post'], ...nothing }
const selection = (event: string | null, claim: string | null = null) => ({
  parley: 1,
  type: 'selection',
  ...nothing,
  event,
  claim,
  by: 'reader',
})

describe('height', () => {
  test('is given to the frame that asks for it', () => {
    const [a, b] = pageWith([], {}, {})
    tell(b, { type: 'embed-size', height: 612.3, parley: 1 })
    expect([a?.iframe.style.height, b?.iframe.style.height]).toEqual(['', '613px'])
  })

  test('is a number within reason, in our own message', () => {
    const [frame] = pageWith([], {})
    for (const height of [199, 4001, NaN, Infinity, '700', null, { valueOf: () => 700 }])
      tell(frame, { type: 'embed-size', height, parley: 1 })
    tell(frame, { type: 'embed-size', height: 700 })
    tell(frame, { sentinel: 'amp', type: 'embed-size', height: 700 })
    tell(undefined, { type: 'embed-size', height: 700, parley: 1 })
    for (const noise of [null, 'text', 7, undefined, []]) tell(frame, noise)
    expect(frame?.iframe.style.height).toBe('')
  })

  test('comes from a frame in a sandbox too, which has no origin', () => {
    const [frame] = pageWith([], {})
    tell(frame, { type: 'embed-size', height: 700, parley: 1 }, 'null')
    expect(frame?.iframe.style.height).toBe('700px')
  })
})

describe('the selection', () => {
  test('is known once the frame has answered', async () => {
    const [frame] = pageWith([], {})
    expect(frame?.selection).toBeNull()
    tell(frame, selection('post'))
    expect(frame?.selection).toBeNull()
    tell(frame, { ...ready, event: 'round-3' })
    expect(await frame?.ready).toMatchObject({ story: 'talks', edition: 1, events: ['round-3', 'post'], event: 'round-3' })
    expect(frame?.selection?.event).toBe('round-3')
  })

  test('is taken from the frame’s own origin only, which in a sandbox is none', () => {
    const [frame] = pageWith([], {})
    tell(frame, { ...ready, event: 'post' }, 'https://other.example')
    tell(frame, { ...ready, event: 'post' }, 'null')
    expect(frame?.selection).toBeNull()
    frame?.iframe.setAttribute('sandbox', 'allow-scripts')
    tell(frame, { ...ready, event: 'post' })
    expect(frame?.selection).toBeNull()
    tell(frame, { ...ready, event: 'post' }, 'null')
    expect(frame?.selection?.event).toBe('post')
  })

  test('is heard until the listener is let go', () => {
    const [frame] = pageWith([], {})
    const heard: (string | null)[] = []
    const stop = frame?.on('select', ({ event, by }) => heard.push(`${by} ${event}`))
    tell(frame, ready)
    tell(frame, selection('post'))
    tell(frame, selection(null))
    stop?.()
    tell(frame, selection('round-3'))
    expect(heard).toEqual(['reader post', 'reader null'])
  })

  test('marks the links of its frame', () => {
    const [a, b] = pageWith([link('post', 'The post'), link('post', 'The same below', 'frame-1')], {}, {})
    tell(a, ready)
    tell(b, ready)
    tell(b, selection('post', 'progress'))
    const current = () => screen.getAllByRole('link', { current: true }).map((each) => each.textContent)
    expect(current()).toEqual(['The same below'])
    tell(a, selection('post'))
    tell(b, selection(null))
    expect(current()).toEqual(['The post'])
  })

  test('leaves a link to the browser until the frame has answered', async () => {
    const [frame] = pageWith([link('post', 'The post')], {})
    const taken: boolean[] = []
    const far = screen.getByRole('link')
    far.setAttribute('href', 'https://site.example/?event=post')
    const note = (event: Event) => {
      taken.push(event.defaultPrevented)
      event.preventDefault()
    }
    window.addEventListener('click', note)
    await userEvent.click(far)
    tell(frame, ready)
    await userEvent.click(far)
    await userEvent.keyboard('{Control>}')
    far.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
    window.removeEventListener('click', note)
    expect(taken).toEqual([false, true, false])
  })
})

describe('the page’s address', () => {
  test('stays as it is where nobody asks', () => {
    const [frame] = pageWith([], {})
    tell(frame, ready)
    tell(frame, selection('post'))
    expect(location.href).toMatch(/\/article\?page=2#top$/)
  })

  test('names the open event in its query, beside what else is there', () => {
    const [frame] = pageWith([], { address: '?open' })
    tell(frame, { ...ready, event: 'round-3' })
    expect(location.search).toBe('?page=2')
    tell(frame, selection('post', 'progress'))
    expect(location.search + location.hash).toBe('?page=2&open=post.progress#top')
    tell(frame, selection(null))
    expect(location.search + location.hash).toBe('?page=2#top')
  })

  test('names it in its hash, where that is not taken', () => {
    const [frame] = pageWith([], { address: '#open' })
    tell(frame, ready)
    tell(frame, selection('post'))
    expect(location.hash).toBe('#top')
    history.replaceState(null, '', '#')
    tell(frame, selection('round-3'))
    expect(location.hash).toBe('#open=round-3')
  })

  test('opens the event in the frame from the first, beside what else the frame’s address says', () => {
    history.replaceState(null, '', '?open=post.progress')
    const [frame] = pageWith([], { address: '?open' })
    expect(frame?.iframe.src).toBe(`${SITE}/embed.html?api=1&theme=dark&event=post.progress`)
    expect(frame?.iframe.isConnected).toBe(true)
  })

  test('gives the frame ids and nothing else', () => {
    for (const bad of ['javascript:alert(1)', 'a&api=0', 'A', '-', `${'x'.repeat(65)}`, 'a.b.c', '<b>']) {
      history.replaceState(null, '', `?open=${encodeURIComponent(bad)}`)
      const [frame] = pageWith([], { address: '?open' })
      expect(frame?.iframe.src).toBe(`${SITE}/embed.html?api=1&theme=dark`)
    }
  })

  test('may be kept by functions of the page’s own', () => {
    const written: (string | null)[] = []
    const [frame] = pageWith([], { address: { read: () => 'round-3', write: (id) => written.push(id) } })
    tell(frame, ready)
    tell(frame, selection('round-3'))
    tell(frame, selection('post'))
    expect([new URL(frame?.iframe.src ?? '').searchParams.get('event'), written]).toEqual(['round-3', ['post']])
  })
})

test('a frame that is let go is left alone', () => {
  const [frame] = pageWith([link('post', 'The post')], {})
  tell(frame, ready)
  tell(frame, selection('post'))
  frame?.destroy()
  tell(frame, { type: 'embed-size', height: 700, parley: 1 })
  expect([frame?.iframe.style.height, screen.queryByRole('link', { current: true })]).toEqual(['', null])
})
