import { loadScript } from './script'

/** The address of a later file, which the build writes into the page's `meta`; null where the page has none. */
export function laterAddress(name: string): string | null {
  const content = document.querySelector(`meta[name="parley-${name}"]`)?.getAttribute('content')
  return content ? new URL(content, document.baseURI).href : null
}

/**
 * What a script of `src/NAME.ts` hands over as a property of `window`, loaded when it is first wanted. Null where it cannot be had.
 * Classic scripts, because a module is a CORS request and cannot be loaded in a sandboxed frame.
 */
export async function loadLater<Value>(name: string, property: string): Promise<Value | null> {
  const own = (): Value | null => ((window as unknown as Record<string, unknown>)[property] as Value | undefined) ?? null
  // The file that is taken along brings its scripts inside: they have run.
  if (own() !== null) return own()
  const address = laterAddress(name)
  return address !== null && (await loadScript(address)) ? own() : null
}
