import { describe, expect, test } from 'vitest'
import { recordPageOf } from '../../src/adapters/record-page'

const SITE = 'https://news.example/talks/'
const onWeb = { href: `${SITE}embed.html?event=third#x`, isPinned: false, folder: SITE, canonical: SITE }
const onDisk = { ...onWeb, href: 'file:///home/me/talks/index.html?event=third', folder: 'file:///home/me/talks/' }

describe('the page that a record is reported from', () => {
  test('is the full one, for a frame too', () => {
    expect(recordPageOf(onWeb)).toBe(SITE)
    expect(recordPageOf({ ...onWeb, canonical: 'https://elsewhere.example/' })).toBe(SITE)
  })

  test('is the page itself where that keeps an edition for good', () => {
    expect(recordPageOf({ ...onWeb, isPinned: true, href: `${SITE}pinned/1-abc.html?event=third` })).toBe(
      `${SITE}pinned/1-abc.html`,
    )
  })

  test('is the site that a page opened from disk came from, never a folder of the reader’s', () => {
    expect(recordPageOf(onDisk)).toBe(SITE)
    expect(recordPageOf({ ...onDisk, isPinned: true })).toBe(SITE)
    expect(recordPageOf({ ...onDisk, canonical: null })).toBe('')
    expect(recordPageOf({ ...onDisk, canonical: './' })).toBe('')
  })
})
