import { formatIssue, type Issue } from '../core/issue'
import type { Words } from '../core/words/words'
import { h } from './dom'

/** How many issues a banner lists; the rest is told by number. */
const LISTED = 12

/** Says in one sentence what the reader should know about the file, with its issues behind a disclosure; null takes it away. */
export function showBanner(root: HTMLElement, words: Words, sentence: string | null, issues: readonly Issue[] = []): void {
  root.hidden = sentence === null
  if (sentence === null) {
    root.replaceChildren()
    return
  }
  const listed = issues.slice(0, LISTED).map((issue) => h('li', {}, formatIssue(issue)))
  const details = h('details', {}, h('summary', {}, words.page.showIssues), h('ul', {}, ...listed))
  root.replaceChildren(h('p', {}, sentence), ...(issues.length > 0 ? [details] : []))
}
