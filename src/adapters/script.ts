/** Adds a classic script; true when it has run, false where it cannot be had. Its address must pass the page's policy. */
export function loadScript(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.async = true
    script.addEventListener('load', () => resolve(true), { once: true })
    script.addEventListener('error', () => resolve(false), { once: true })
    try {
      script.src = address
      document.head.append(script)
    } catch {
      resolve(false)
    }
  })
}
