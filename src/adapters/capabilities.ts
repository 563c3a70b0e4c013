import { type Capabilities, capabilitiesOf } from '../core/capabilities'

interface Permissions {
  allowsFeature(name: string): boolean
}

/** The `sandbox` of our own frame, which a page of the same origin may read; null where there is none or it may not. */
function ownSandbox(): ReadonlySet<string> | null {
  try {
    const frame = window.frameElement
    return frame instanceof HTMLElement && frame.hasAttribute('sandbox')
      ? new Set((frame.getAttribute('sandbox') ?? '').toLowerCase().split(/\s+/))
      : null
  } catch {
    return null
  }
}

/** Whether the page around us lets us write to the clipboard unasked; null where the browser does not tell. */
function mayWriteClipboard(): boolean | null {
  if (typeof navigator.clipboard?.writeText !== 'function') return false
  const { featurePolicy } = document as { featurePolicy?: Permissions }
  return featurePolicy?.allowsFeature('clipboard-write') ?? null
}

/** What may be offered here. Asks the browser each time; nothing is tried out, so nothing opens and no refusal is logged. */
export const capabilities = (): Capabilities =>
  capabilitiesOf({
    isFramed: window.parent !== window,
    isOpaque: window.origin === 'null',
    sandbox: ownSandbox(),
    says: {
      fullscreen: document.fullscreenEnabled ?? null,
      print: typeof window.print === 'function',
      clipboard: mayWriteClipboard(),
    },
  })
