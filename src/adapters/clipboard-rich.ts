import { copyText } from './clipboard'

/**
 * Puts text on the clipboard, with its look for programs that keep one: a title stays in italics. Where the browser takes text only, the
 * text; false where it takes nothing.
 */
export async function copyRich(text: string, markup?: string): Promise<boolean> {
  if (markup === undefined || typeof ClipboardItem === 'undefined') return copyText(text)
  try {
    const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) })
    await navigator.clipboard.write([new ClipboardItem({ ...as('text/plain', text), ...as('text/html', markup) })])
    return true
  } catch {
    return copyText(text)
  }
}
