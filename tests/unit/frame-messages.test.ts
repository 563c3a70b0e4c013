import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FrameAddress,
  linkMessage,
  READY_MESSAGES,
  RESIZER_READY,
  readFrameHost,
  readFrameMessage,
  sizeMessages,
} from '../../src/core/frame-messages'

const addressOf = (address: string): FrameAddress => new URL(address)
const SIZE = { heightPx: 777, widthPx: 640 }
const RESIZER = { id: 'talks', origin: 'https://news.example' }
const said = (address: string) => sizeMessages(readFrameHost(addressOf(address)), SIZE, null, false).map(({ message }) => message)

describe('what the host is told', () => {
  test('every frame says its height in these words, our own first', () => {
    expect(said('https://atlas.example/parley/embed.html')).toEqual([
      { type: 'embed-size', height: 777, parley: 1 },
      { sentinel: 'amp', type: 'embed-size', height: 777 },
      { 'datawrapper-height': { parley: 777 } },
      '{"src":"https://atlas.example/parley/embed.html","context":"iframe.resize","height":777}',
      { context: 'h5p', action: 'resize', height: 777, scrollHeight: 777, clientHeight: 777 },
    ])
  })

  test('pym.js is spoken to only with an id it gave', () => {
    const base = 'https://atlas.example/embed.html'
    expect(said(`${base}?initialWidth=600&childId=talks_1&parentTitle=A`)).toContain('pymxPYMxtalks_1xPYMxheightxPYMx777')
    for (const bad of ['', '?childId=', '?childId=a%20b', `?childId=${'a'.repeat(65)}`, '?childId=a.b', '?xchildId=a']) {
      expect(said(base + bad).filter((message) => String(message).startsWith('pym'))).toEqual([])
    }
  })

  test('WordPress is spoken to only with a secret it gave', () => {
    const base = 'https://atlas.example/embed.html?event=round-2'
    expect(said(`${base}#?secret=Ab12Cd34Ef`)).toContainEqual({ message: 'height', value: 777, secret: 'Ab12Cd34Ef' })
    for (const bad of ['', '#?secret=', '#secret=a', '#?secret=a-b', `#?secret=${'a'.repeat(33)}`, '#?secret=a&b=1', '#amp=1']) {
      expect(said(base + bad).filter((message) => typeof message === 'object' && 'secret' in message)).toEqual([])
    }
  })

  test('learning platforms are spoken to only where the address says so', () => {
    const lti = [
      { subject: 'lti.frameResize', height: 777 },
      { subject: 'org.imsglobal.lti.frameResize', height: 777 },
    ]
    expect(said('https://atlas.example/embed.html?host=lti')).toEqual(expect.arrayContaining(lti))
    expect(said('https://atlas.example/embed.html?host=lti2')).not.toContainEqual(lti[0])
  })

  test('iframe-resizer is answered with its own id, to its own origin', () => {
    const host = readFrameHost(addressOf('https://atlas.example/embed.html'))
    expect(RESIZER_READY).toBe('[iFrameResizerChild]Ready')
    expect(sizeMessages(host, SIZE, RESIZER, true).at(-1)).toEqual({
      message: '[iFrameSizer]talks:777:640:init:parley',
      origin: 'https://news.example',
    })
    expect(sizeMessages(host, SIZE, RESIZER, false).at(-1)).toEqual({
      message: '[iFrameSizer]talks:777:640:sizeChange',
      origin: 'https://news.example',
    })
  })

  test('amp-iframe hears when its placeholder may go', () => {
    expect(READY_MESSAGES).toEqual([{ message: { sentinel: 'amp', type: 'embed-ready' }, origin: '*' }])
  })

  test('WordPress alone is asked to open a page of ours', () => {
    const address = 'https://atlas.example/embed.html'
    expect(linkMessage(readFrameHost(addressOf(address)), 'https://atlas.example/')).toBeNull()
    expect(linkMessage(readFrameHost(addressOf(`${address}#?secret=Ab1`)), 'https://atlas.example/')).toEqual({
      message: { message: 'link', value: 'https://atlas.example/', secret: 'Ab1' },
      origin: '*',
    })
  })

  test('the Datawrapper id is a part of the address that fits a selector and no other frame', () => {
    const slugOf = (address: string) => readFrameHost(addressOf(address)).slug
    expect(slugOf('https://news.github.io/us-iran-talks/embed.html')).toBe('us-iran-talks')
    expect(slugOf('https://atlas.example/pinned/3-1a2b3c4d.html')).toBe('3-1a2b3c4d')
    expect(slugOf('https://www.talks.org/embed.html?event=geneva-session-3#?secret=abcdefghijklm')).toBe('talks')
    expect(slugOf('http://127.0.0.1:8080/embed.html')).toBe('embed')
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const slug = slugOf(new URL(url).href)
        expect(slug).toMatch(/^[a-z0-9-]+$/)
        expect(slug === 'embed' || new URL(url).href.includes(slug)).toBe(true)
      }),
    )
  })
})

describe('what the host may say', () => {
  const host = readFrameHost(addressOf('https://atlas.example/embed.html?childId=talks#?secret=Ab1'))
  const plain = readFrameHost(addressOf('https://atlas.example/embed.html'))
  const hear = (data: unknown, origin = 'https://news.example') => readFrameMessage(host, { data, origin, isParent: true })
  const INIT_4 = '[iFrameSizer]f:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true'
  const INIT_5 = '[iFrameSizer]f:8:false:false:32:true:true::auto:::0:false:child:auto:false:::true:GPLv3:5.5.9:0::false'

  test('pings of every parent ask for the height', () => {
    const pings = [
      'pymxPYMxtalksxPYMxwidthxPYMx640',
      '[iFrameSizer]resize',
      { sentinel: 'amp', type: 'frames-init' },
      { message: 'ready', secret: 'Ab1' },
      { context: 'h5p', action: 'resize' },
    ]
    expect(pings.map((ping) => hear(ping))).toEqual(pings.map(() => ({ type: 'measure' })))
  })

  test('the first message of iframe-resizer 4 and 5 gives its name for the frame and its origin', () => {
    for (const init of [INIT_4, INIT_5]) {
      expect(hear(init)).toEqual({ type: 'resizer', resizer: { id: 'f', origin: 'https://news.example' } })
    }
  })

  test('a parent without an address is answered without one', () => {
    for (const origin of ['null', 'file://', '']) {
      expect(hear(INIT_4, origin)).toEqual({ type: 'resizer', resizer: { id: 'f', origin: '*' } })
    }
  })

  test('what is not one of these in every part is not heard', () => {
    const nothing = [
      '[iFrameSizer]',
      '[iFrameSizer]a b:8:false:false',
      '[iFrameSizer]f:8:maybe:false',
      `[iFrameSizer]${'f'.repeat(129)}:8:false:`,
      `${INIT_4}${'x'.repeat(512)}`,
      '[iFrameSizer]message:{"a":1}',
      'pymxPYMxothersxPYMxwidthxPYMx640',
      'pymxPYMxtalksxPYMxnavigateToxPYMxjavascript:alert(1)',
      'pymxPYMxtalksxPYMxwidthxPYMx640xPYMx1',
      'pymxPYMxtalksxPYMxwidthxPYMxwide',
      { sentinel: 'amp', type: 'embed-size', height: 10 },
      { message: 'ready', secret: 'another' },
      { message: 'link', value: 'https://evil.example', secret: 'Ab1' },
      { context: 'h5p', action: 'fullScreen' },
      { type: 'embed-size', height: 4 },
      Object.create({ sentinel: 'amp', type: 'frames-init' }),
      [], null, undefined, 4, true,
    ] // biome-ignore format: one list
    expect(nothing.map((data) => hear(data))).toEqual(nothing.map(() => null))
  })

  test('pym.js and WordPress are not heard where they gave no id and no secret', () => {
    const heard = (data: unknown) => readFrameMessage(plain, { data, origin: 'https://news.example', isParent: true })
    expect(heard('pymxPYMxnullxPYMxwidthxPYMx640')).toBeNull()
    expect(heard('pymxPYMxxPYMxwidthxPYMx640')).toBeNull()
    expect(heard({ message: 'ready', secret: null })).toBeNull()
    expect(heard({ message: 'ready' })).toBeNull()
  })

  test('nobody but the parent is heard', () => {
    for (const data of [INIT_4, '[iFrameSizer]resize', { sentinel: 'amp', type: 'frames-init' }]) {
      expect(readFrameMessage(host, { data, origin: 'https://news.example', isParent: false })).toBeNull()
    }
  })

  test('no message makes it throw, and all that comes of one is a known request', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 600 }),
      fc.string().map((rest) => `[iFrameSizer]${rest}`),
      fc.array(fc.string(), { maxLength: 6 }).map((parts) => parts.join('xPYMx')),
      fc.tuple(fc.string(), fc.array(fc.string())).map(([id, more]) => `[iFrameSizer]${id}:8:false:${more.join(':')}`),
    )
    const object = fc.dictionary(
      fc.constantFrom('sentinel', 'type', 'message', 'secret', 'context', 'action'),
      fc.oneof(fc.constantFrom('amp', 'frames-init', 'ready', 'h5p'), fc.anything()),
    )
    fc.assert(
      fc.property(fc.oneof(text, object, fc.anything()), fc.string(), fc.boolean(), (data, origin, isParent) => {
        const request = readFrameMessage(host, { data, origin, isParent })
        if (request === null || request.type === 'measure') return
        expect(request.resizer.id).toMatch(/^[^\s:]{1,128}$/u)
        expect(request.resizer.origin).toMatch(/^(\*|https?:\/\/[^/]+)$/)
      }),
      { numRuns: 500 },
    )
  })
})
