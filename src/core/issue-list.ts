import type { Issue, Problem, Severity } from './issue'
import { createLocator } from './locate'

/** Issues that are kept; the rest is counted. */
const MAX_ISSUES = 1000

/** Collects problems while a file is read. */
export interface IssueList {
  /** `offset`: in the text, for what no path leads to. */
  add(severity: Severity, path: string, problem: Problem, offset?: number | null): void
  /** True where more would only be counted: no need to look for the best words. */
  isFull(): boolean
  /** All of them in the order of the text, with line and column. */
  finish(text: string): readonly Issue[]
}

export function createIssueList(): IssueList {
  const kept: { severity: Severity; path: string; problem: Problem; offset?: number | null }[] = []
  let left = 0
  return {
    add(severity, path, problem, offset) {
      if (kept.length < MAX_ISSUES) kept.push({ severity, path, problem, offset })
      else left++
    },
    isFull: () => kept.length >= MAX_ISSUES,
    finish(text) {
      const locator = createLocator(text)
      const placed = kept.map((issue) => ({ ...issue, offset: issue.offset ?? locator.offsetOf(issue.path) }))
      placed.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
      const issues = placed.map(({ severity, path, problem, offset }) => {
        const place = offset === null ? { line: null, column: null } : locator.lineOf(offset)
        return { severity, ...problem, path, ...place }
      })
      return left === 0 ? issues : [...issues, moreIssues(left)]
    },
  }
}

const moreIssues = (count: number): Issue => ({
  severity: 'error',
  code: 'more-issues',
  path: '',
  line: null,
  column: null,
  message: `${count} more issues are not listed`,
  fix: 'correct the first ones and check again',
})
