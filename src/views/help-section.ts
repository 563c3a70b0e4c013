import type { HelpWords } from '../core/words/help-words'
import { h } from './dom'
import type { ViewContext } from './view'

/** What the parts of the help are made of. */
export interface HelpContext extends ViewContext {
  readonly says: HelpWords
}

/** One part of the help: a heading, a remark on the same line, what belongs to it. */
export const helpSection = (title: string, note: string | null, ...content: readonly Node[]): HTMLElement =>
  h(
    'section',
    { class: 'help-section' },
    h('div', { class: 'help-heading' }, h('h4', {}, title), note === null ? null : h('p', {}, note)),
    ...content,
  )
