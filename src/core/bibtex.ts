/** Signs that LaTeX reads as commands. Braces stand as commands, because BibTeX counts them even behind a backslash. */
const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
}

/** Text for LaTeX, in one line. Letters beyond ASCII stay as they are: LaTeX reads UTF-8. */
export const latexText = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\{}~^<>|"$&#%_]/g, (sign) => LATEX[sign] ?? sign)

/** An address for `\url`, which takes all but braces, backslashes and spaces as they are. */
export const latexAddress = (address: string): string => address.replace(/[\\{}^`"<>|\s]/g, (sign) => encodeURIComponent(sign))

/** An entry of BibTeX. Values are ready for LaTeX; null ones are left out. `key`: letters, digits and hyphens. */
export function bibtexEntry(type: string, key: string, fields: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]))
  return [`@${type}{${key},`, ...lines, '}'].join('\n')
}
