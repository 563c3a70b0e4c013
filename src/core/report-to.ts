import { type Problem, quoted } from './issue'
import { parseLink } from './link'

const MAX_LENGTH = 254
/** One plain address: what comes after a `?` would be ours to write, and several would be a mailing. */
const MAIL = /^mailto:[A-Za-z0-9.!$'*+/=^_{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/i

const problem = (message: string, fix: string): Problem => ({ code: 'report-to', message, fix })

/** Where errors are reported to, as it is linked: `mailto:` with one address, or an https address. Else what is wrong with it. */
export function parseReportTo(text: string): string | Problem {
  const isMail = /^\s*mailto:/i.test(text)
  if (isMail) {
    if (text.length <= MAX_LENGTH && MAIL.test(text)) return text.replace(/^mailto:/i, 'mailto:')
    return problem(`${quoted(text)} is not one mail address`, 'write it like mailto:desk@example.org, with nothing after it')
  }
  const link = parseLink(text)
  if (typeof link === 'string') return link
  if (text.includes('@') && !text.includes(':')) return problem(`${quoted(text)} lacks its mailto:`, `write "mailto:${text}"`)
  return link.code === 'url-scheme' ? problem(link.message, 'use an address that starts with https:// or mailto:') : link
}

/** Null where it may be linked. */
export function reportToProblem(text: string): Problem | null {
  const result = parseReportTo(text)
  return typeof result === 'string' ? null : result
}
