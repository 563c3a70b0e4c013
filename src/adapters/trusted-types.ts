import { siteFolder } from './site-folder'

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown
}

/** MapLibre hands its worker over as such an address where the document has an opaque origin. */
const WORKER_DATA = 'data:text/javascript;charset=utf-8,'

/** True for scripts in the site's `folder`, and for a worker's data address in a document without an origin. */
export function isOwnScript(address: string, folder: string, origin: string): boolean {
  if (origin === 'null' && address.startsWith(WORKER_DATA)) return true
  return URL.canParse(address, folder) && new URL(address, folder).href.startsWith(folder)
}

/**
 * The default policy of Trusted Types: scripts and workers from the page's own folder, nothing else; no markup, no code from
 * text. Does nothing where the browser knows no Trusted Types. Call it once, before anything loads a script.
 */
export function allowOwnScripts(): void {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createScriptURL: (address) => (isOwnScript(address, siteFolder(), window.origin) ? address : null),
  })
}
