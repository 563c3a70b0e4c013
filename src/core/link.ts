import { URL } from './host'
import { type Problem, quoted } from './issue'

const MAX_LENGTH = 2048

const problem = (code: string, message: string, fix: string): Problem => ({ code, message, fix })

/**
 * The address as the URL standard reads it, or what is wrong. Only absolute https addresses without a password pass;
 * the parsed address is judged, never the raw text: `JaVa\nscript:` is read as `javascript:`.
 */
export function parseLink(text: string): string | Problem {
  if (text.length > MAX_LENGTH)
    return problem('url-long', `an address of ${text.length} characters is too long`, `use at most ${MAX_LENGTH}`)
  let url: InstanceType<typeof URL>
  try {
    url = new URL(text)
  } catch {
    return problem('url-syntax', `${quoted(text)} is not a whole web address`, 'write it whole, from https://')
  }
  if (url.protocol !== 'https:') {
    return problem(
      'url-scheme',
      `an address that starts with ${quoted(url.protocol)} is not linked`,
      'use an address that starts with https://',
    )
  }
  if (url.username !== '' || url.password !== '') {
    return problem('url-credentials', `${quoted(text)} holds a user name or a password`, 'leave out all before the @')
  }
  return url.href
}

/** Null where the address may be linked. */
export function linkProblem(text: string): Problem | null {
  const result = parseLink(text)
  return typeof result === 'string' ? null : result
}
