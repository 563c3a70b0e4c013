const LIMIT_BYTES = 2 * 1024 * 1024
const PATIENCE_MS = 10_000

/** The story that came with the page, as text, or null where the page carries none. */
export function embeddedStory(): { readonly text: string; readonly address: string } | null {
  const element = document.getElementById('story')
  // The page escapes `<`, so that no text can end the element that holds it.
  const text = element?.textContent?.trim().replaceAll('\\u003c', '<')
  return text ? { text, address: element?.dataset.file ?? '' } : null
}

/**
 * The story file as the server has it now. Null where it cannot be had: opaque origin, disk, offline, not JSON, over 2 MB or
 * slower than ten seconds; then the page keeps what it came with.
 */
export async function fetchStory(address: string): Promise<string | null> {
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
    const bytes = await response.arrayBuffer()
    if (bytes.byteLength > LIMIT_BYTES) return null
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
