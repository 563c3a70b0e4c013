import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Budget {
  readonly what: string
  readonly pattern: RegExp
  /** Compressed, in kB of 1000 bytes. */
  readonly limitKb: number
  /** A site may go without it. */
  readonly isOptional?: boolean
}

/** What a reader loads, and how much of it at most. Each pattern must fit one file. */
const BUDGETS: readonly Budget[] = [
  { what: 'page with styles and story', pattern: /^index\.html$/, limitKb: 60 },
  { what: 'embed with styles and story', pattern: /^embed\.html$/, limitKb: 60 },
  { what: 'script of the embed, before main', pattern: /^assets\/embed-[\w-]+\.js$/, limitKb: 18 },
  { what: 'script before the page is drawn', pattern: /^assets\/early-[\w-]+\.js$/, limitKb: 0.5 },
  { what: 'script for host pages', pattern: /^host\/parley-host\.js$/, limitKb: 3 },
  { what: 'script before the map', pattern: /^assets\/main-[\w-]+\.js$/, limitKb: 80 },
  { what: 'map view, loaded after the story is shown', pattern: /^assets\/map-view-[\w-]+\.js$/, limitKb: 75 },
  { what: 'table and positions, loaded after the map', pattern: /^assets\/panels-[\w-]+\.js$/, limitKb: 24 },
  { what: 'dialogs, loaded after the map', pattern: /^assets\/dialogs-[\w-]+\.js$/, limitKb: 32 },
  { what: 'steps, presenting and quiz, loaded after the map', pattern: /^assets\/guide-[\w-]+\.js$/, limitKb: 44 },
  { what: 'window with the notes, opened when asked for', pattern: /^notes\.html$/, limitKb: 40 },
  { what: 'script of the notes', pattern: /^assets\/notes-[\w-]+\.js$/, limitKb: 20 },
  { what: 'lesson, to read and to print', pattern: /^lesson\.html$/, limitKb: 10 },
  { what: 'builder of embeds, loaded when asked for', pattern: /^assets\/builder-[\w-]+\.js$/, limitKb: 20 },
  { what: 'downloads and citations, loaded when asked for', pattern: /^assets\/share-[\w-]+\.js$/, limitKb: 45 },
  { what: 'handout, loaded when asked for', pattern: /^assets\/handout-[\w-]+\.js$/, limitKb: 40 },
  { what: 'reader of event files, loaded later', pattern: /^assets\/reader-[\w-]+\.js$/, limitKb: 40 },
  { what: 'map engine, loaded later', pattern: /^assets\/map-engine-[\w-]+\.js$/, limitKb: 320 },
  { what: 'one file with everything inside, to be taken along', pattern: /^offline\/[\w-]+\.html$/, limitKb: 900 },
  { what: 'picture for link cards', pattern: /^preview\/story-1200x630\.png$/, limitKb: 300, isOptional: true },
  { what: 'picture for link cards', pattern: /^preview\/story-1200x675\.png$/, limitKb: 300, isOptional: true },
  { what: 'map as a picture, for readers without script', pattern: /^preview\/map\.svg$/, limitKb: 200, isOptional: true },
  {
    what: 'timeline as a picture, for readers without script',
    pattern: /^preview\/timeline\.svg$/,
    limitKb: 90,
    isOptional: true,
  },
  { what: 'map worker, loaded later', pattern: /^assets\/map-worker-[\w-]+\.js$/, limitKb: 160 },
]

/** The compressed sizes of the built site as lines of a table, and a sentence for each budget that is broken. */
export async function weigh(out: string): Promise<{ readonly table: string; readonly problems: readonly string[] }> {
  const files = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(out.length + 1)
        .replaceAll('\\', '/'),
    )
  const rows: string[] = []
  const problems: string[] = []
  for (const budget of BUDGETS) {
    const [file, ...others] = files.filter((name) => budget.pattern.test(name))
    if (!file && budget.isOptional) continue
    if (!file || others.length > 0) {
      problems.push(`${budget.what}: one file wanted, found ${file ? others.length + 1 : 0}`)
      continue
    }
    const kb = gzipSync(await readFile(join(out, file)), { level: 9 }).length / 1000
    rows.push(`  ${kb.toFixed(1).padStart(7)} kB of ${String(budget.limitKb).padStart(3)}  ${file}  (${budget.what})`)
    if (kb > budget.limitKb) problems.push(`${file}: ${kb.toFixed(1)} kB compressed, ${budget.limitKb} kB allowed`)
  }
  return { table: rows.join('\n'), problems }
}
