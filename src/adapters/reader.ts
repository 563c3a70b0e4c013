import type { Reader } from '../reader'
import { loadScript } from './script'

/** The reader of event files, loaded when it is first wanted; null where it cannot be had. Its address stands in the page's `meta`. */
export async function loadReader(): Promise<Reader | null> {
  const address = document.querySelector('meta[name="parley-reader"]')?.getAttribute('content')
  if (!address || !(await loadScript(new URL(address, document.baseURI).href))) return null
  return (window as { parleyReader?: Reader }).parleyReader ?? null
}
