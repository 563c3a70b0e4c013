import { readFile } from 'node:fs/promises'
import { formatIssue, type Issue } from '../core/issue'
import { readStoryFile } from '../core/read-file'

/** `npm run check-data -- [--json] FILE…`: prints the issues of event files. Exit code 1 for an error, 2 for wrong use. */

const COMMAND = 'check-data'
const USAGE = 'Usage: npm run check-data -- [--json] FILE…\nChecks event files. Exit code: 0 no errors, 1 errors, 2 wrong use.'

interface Checked {
  readonly file: string
  readonly events: number
  readonly issues: readonly Issue[]
}

const countOf = (issues: readonly Issue[], severity: Issue['severity']): number =>
  issues.filter((issue) => issue.severity === severity).length

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function summaryOf(checked: Checked): string {
  const { file, events, issues } = checked
  const counts = (['error', 'warning', 'note'] as const).map((severity) => plural(countOf(issues, severity), severity))
  return `${file}: ${plural(events, 'event')}, ${counts.join(', ')}`
}

async function check(file: string): Promise<Checked> {
  const result = readStoryFile(await readFile(file))
  return { file, events: result.file?.events.length ?? 0, issues: result.issues }
}

/** Runs the check; gives the exit code. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const given = args[0] === COMMAND ? args.slice(1) : args
  const files = given.filter((arg) => !arg.startsWith('-'))
  const isBad = given.some((arg) => arg.startsWith('-') && arg !== '--json')
  if (files.length === 0 || isBad) {
    print(USAGE)
    return 2
  }
  const all: Checked[] = []
  for (const file of files) {
    try {
      all.push(await check(file))
    } catch (error) {
      print(`${file}: cannot be opened (${error instanceof Error && 'code' in error ? error.code : error})`)
      return 2
    }
  }
  if (given.includes('--json')) print(JSON.stringify(all, null, 2))
  else {
    for (const checked of all) {
      for (const issue of checked.issues) print(formatIssue(issue, checked.file))
      print(summaryOf(checked))
    }
  }
  return all.some(({ issues }) => countOf(issues, 'error') > 0) ? 1 : 0
}

if (process.argv[1]?.endsWith('cli.ts')) {
  process.exitCode = await main(process.argv.slice(2), console.log)
}
