/**
 * What core uses of the WHATWG standards, which browsers and Node both have. Typed here, because core is compiled
 * without the DOM's types, so that no document or network can slip in.
 */
interface Host {
  readonly URL: new (
    text: string,
  ) => { readonly protocol: string; readonly username: string; readonly password: string; readonly href: string }
  readonly TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string }
}

export const { URL, TextDecoder } = globalThis as unknown as Host
