import type { Story } from '../core/story-types'

const COLOR = /^#[0-9a-f]{6}$/i

/** CSS rules that give everything marked `data-party="ID"` the party's colour in light and dark. */
export const partyRules = (story: Story): string =>
  [...story.parties.values()]
    .filter(({ color }) => COLOR.test(color.light) && COLOR.test(color.dark))
    .map(({ id, color }) => `[data-party="${id}"]{--party:light-dark(${color.light},${color.dark})}`)
    .join('\n')

/** Puts the rules on the page, over those that were built into it. The policy allows sheets made by script, not by markup. */
export function adoptPartyColors(story: Story): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(partyRules(story))
  document.adoptedStyleSheets = [sheet]
}
