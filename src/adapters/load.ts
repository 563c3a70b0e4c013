import { storyFromJson } from '../core/story-json'
import type { Story } from '../core/story-types'

const LIMIT_BYTES = 2_000_000
const PATIENCE_MS = 10_000

/** The story that came with the page. */
export interface Embedded {
  readonly story: Story
  /** Where the server has the file it was built from. */
  readonly address: string
  /** SHA-256 of that file, in hex. */
  readonly hash: string
  /** It stays as it is, whatever the server has now. */
  readonly isPinned: boolean
}

/** Null where the page carries no story. It is taken off the page: what a class is asked before it is told must not stand there. */
export function embeddedStory(): Embedded | null {
  const element = document.getElementById('story')
  const text = element?.textContent
  if (!element || !text?.trim()) return null
  const { file = '', hash = '', pinned } = element.dataset
  element.remove()
  return { story: storyFromJson(text), address: file, hash, isPinned: pinned !== undefined }
}

/**
 * The story file as the server has it now, as bytes. Null where it cannot be had: opaque origin, disk, offline, no JSON, over 2 MB
 * or slower than ten seconds; then the page keeps what it came with.
 */
export async function fetchStory(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json')) return null
    if (Number(response.headers.get('content-length') ?? 0) > LIMIT_BYTES) return null
    const bytes = new Uint8Array(await response.arrayBuffer())
    return bytes.length > LIMIT_BYTES ? null : bytes
  } catch {
    return null
  }
}

/** True where the bytes have that SHA-256. Without `crypto.subtle`, as on plain http, nobody knows, and they count as other. */
export async function hasHash(bytes: Uint8Array<ArrayBuffer>, hash: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return false
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === hash
}
