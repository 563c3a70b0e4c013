import { isTimeZone } from '../core/zone'

/** What the browser tells of its reader: it is used on the page and goes nowhere. */
export interface Reader {
  /** BCP 47, the best first. */
  readonly languages: readonly string[]
  /** IANA name; null where the browser knows none. */
  readonly timeZone: string | null
}

/** The reader's languages and time zone. */
export function readReader(): Reader {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { languages: navigator.languages ?? [], timeZone: zone !== undefined && isTimeZone(zone) ? zone : null }
}
