import { siteFolder } from './site-folder'

/** What an address of the page is made from. */
interface PagePlace {
  /** Of the page itself. */
  readonly href: string
  readonly isPinned: boolean
  /** Of the site's folder. */
  readonly folder: string
  /** Of the full page, as the build was told; null where it was not. */
  readonly canonical: string | null
}

const isOnWeb = (address: string): boolean => /^https?:/i.test(address)

/**
 * The page whose records are named to others: a pinned page is their own place, any other page in a frame stands for the full one. From
 * disk it is the site that the page came from; empty where it does not know one, for nobody else can open a file here.
 */
export function recordPageOf({ href, isPinned, folder, canonical }: PagePlace): string {
  if (isOnWeb(href)) return isPinned ? (href.split(/[?#]/)[0] ?? '') : folder
  return canonical !== null && isOnWeb(canonical) ? canonical : ''
}

/** The same for this page. */
export const recordPage = (): string =>
  recordPageOf({
    href: location.href,
    isPinned: document.documentElement.dataset.pinned !== undefined,
    folder: siteFolder(),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
  })
