/** A browser has taken over what it was handed long before. */
const KEPT_MS = 60_000

/** Hands a file to the browser, which saves it or asks where. A sandbox without `allow-downloads` refuses silently. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
