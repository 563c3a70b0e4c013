/** What is known of the place that a page is shown in. */
export interface Environment {
  readonly isFramed: boolean
  /** Without an origin: in a sandbox that does not give it one, or from disk. */
  readonly isOpaque: boolean
  /** Words of the frame's `sandbox`, where the page can read them; null where it cannot, or where there is none. */
  readonly sandbox: ReadonlySet<string> | null
  /** What the browser says of itself, null where it does not say. */
  readonly says: { readonly fullscreen: boolean | null; readonly print: boolean | null; readonly clipboard: boolean | null }
}

/** What may be offered to a reader. What is not true here must not be offered: pressed, it would do nothing and say nothing. */
export interface Capabilities {
  readonly fullscreen: boolean
  /** New tabs and windows. */
  readonly popups: boolean
  readonly downloads: boolean
  readonly print: boolean
  /** True is no promise: the browser may still refuse when it is asked. */
  readonly clipboard: boolean
}

/**
 * What the environment allows. No page can ask which flags its sandbox has: without an origin it is taken for the strictest one that runs
 * script, which is what WordPress sets. With one, and nothing readable, it is taken for no sandbox.
 */
export function capabilitiesOf({ isFramed, isOpaque, sandbox, says }: Environment): Capabilities {
  const allows = (flag: string): boolean => !isFramed || (sandbox ? sandbox.has(flag) : !isOpaque)
  return {
    fullscreen: says.fullscreen ?? false,
    popups: allows('allow-popups'),
    downloads: allows('allow-downloads'),
    print: (says.print ?? true) && allows('allow-modals'),
    clipboard: says.clipboard ?? true,
  }
}
