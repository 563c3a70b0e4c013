/**
 * Puts a sheet of rules on the page. The policy allows sheets made by script, and what only script shows needs no room in the page’s
 * first request.
 */
export function adoptSheet(css: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
