import type { Story } from './story-types'

const MAX_PART = 60
/** Names that Windows keeps for devices, whatever follows the dot. Source: Microsoft, Naming Files, Paths, and Namespaces. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** What of a text every file system takes: `a` to `z`, digits and single hyphens; accents are dropped. Empty where nothing is left. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_PART)
    .replace(/^-+|-+$/g, '')

/**
 * The name of a file to download: `us-iran-2026-events-2026-11-23.csv`. `what`: a word or two; `day`: such as `2026-11-23`, or null;
 * `extension` without a dot.
 */
export function fileName({ id }: Pick<Story, 'id'>, what: string, extension: string, day: string | null): string {
  const stem = [id, what, day ?? ''].map(plain).filter(Boolean).join('-')
  const safe = stem === '' || DEVICE.test(stem) ? ['story', stem].filter(Boolean).join('-') : stem
  return `${safe}.${plain(extension) || 'txt'}`
}
