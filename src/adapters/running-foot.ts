let sheet: CSSStyleSheet | null = null

/** Text as a string of CSS. */
const quoted = (text: string): string => `"${text.replace(/["\\\n\r\f<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/** Writes what stands at the foot of every page of a handout: a sheet cannot take it from the page in any browser. */
export function runningFoot(text: string): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.replaceSync(`@page handout{@bottom-left{content:${quoted(text)}}}`)
}
