import type { Story } from '../core/story-types'

const COLOR = /^#[0-9a-f]{6}$/i

/** CSS rules that give everything marked `data-party="ID"` the party's colour in light and dark. */
export const partyRules = (story: Story): string =>
  [...story.parties.values()]
    .filter(({ color }) => COLOR.test(color.light) && COLOR.test(color.dark))
    .map(({ id, color }) => `[data-party="${id}"]{--party:light-dark(${color.light},${color.dark})}`)
    .join('\n')

let adopted: CSSStyleSheet | null = null

/** Puts the rules on the page, over those that were built into it or came with an earlier story. */
export function adoptPartyColors(story: Story): void {
  if (adopted === null) {
    adopted = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted]
  }
  adopted.replaceSync(partyRules(story))
}
