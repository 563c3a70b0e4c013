import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import type { Story } from '../core/story-types'
import type { EventId } from '../core/types'
import { TARGETS } from './targets'

const NOTICE = '/* Parley, script for host pages, version 1. MIT licence. */'
/** Copied as they are: what a journalist may want to read. */
const PLAIN = ['demo.css', 'demo.js'] as const

/**
 * Builds what pages that embed the story use: `host/parley-host.js`, the same under the name that keeps its version, its types, and a
 * demo page. The demo tells of one story; for another it is left out, and the sentence that says so is given.
 */
export async function buildHostFiles(root: string, out: string, story: Story): Promise<string | null> {
  const from = join(root, 'src/host')
  const to = join(out, 'host')
  await buildScript(root, to)
  await copyFile(join(to, 'parley-host.js'), join(to, 'parley-host.v1.js'))
  await copyFile(join(from, 'types.d.ts'), join(to, 'parley-host.d.ts'))
  const demo = await readFile(join(from, 'demo.html'), 'utf8')
  const missing = [...demo.matchAll(/data-parley-event="([\w-]+)/g)].find(([, id]) => !story.events.get(id as EventId))
  if (missing) return `host/demo.html is left out: it names ${missing[1]}, and the story has no such event.`
  await writeFile(join(to, 'demo.html'), demo)
  for (const name of PLAIN) await copyFile(join(from, name), join(to, name))
  return null
}

async function buildScript(root: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: TARGETS,
      outDir: to,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, 'src/host/parley-host.ts'),
        output: { format: 'iife', entryFileNames: 'parley-host.js' },
      },
    },
  })
  const path = join(to, 'parley-host.js')
  await writeFile(path, `${NOTICE}\n${await readFile(path, 'utf8')}`)
}
