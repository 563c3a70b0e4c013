import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Frame, Page } from 'playwright-core'
import { findBrowser, launch } from '../../src/build/browser'
import { serve } from '../../src/build/serve'
import { HOST_SCRIPTS, type HostName, type HostScript } from '../support/hosts/host-scripts'
import { type ServedHosts, serveHosts } from '../support/hosts/serve-hosts'
import { CLOSED, grow, openHost, type Reading, untilFits, untilSettled } from '../support/hosts/trial'

/*
 * `npm run embed-table`, after `npm run build`: which height each host script gives the embed, in view, after its content grew, below the
 * screen and in a sandbox. Prints Markdown; `--out FILE` writes it too. `--query` is added to the embed's address.
 */

const ROOT = resolve(import.meta.dirname, '../..')
const { values: asked } = parseArgs({ options: { out: { type: 'string' }, query: { type: 'string', default: CLOSED } } })
const HEAD = ['Host script', 'first size', 'after growth', 'off-screen, then grown there', 'sandbox="allow-scripts"']

/** `since`: when the story was there, or when its content began to change. */
const cell = ({ frame, content, isFixed, ms, sinceStoryMs }: Reading, since: 'story' | 'change' = 'story'): string => {
  const time = ms === null ? '' : `, ${((since === 'story' ? sinceStoryMs : ms) / 1000).toFixed(2)} s`
  return isFixed ? `keeps ${frame}, views scroll inside` : `${frame} of ${content}${time}`
}

async function row(page: Page, hosts: ServedHosts, name: HostName): Promise<readonly string[]> {
  const { name: title, reachesSandbox, mostPx, low }: HostScript = HOST_SCRIPTS[name]
  const query = asked.query + (low ?? '')
  const follows = mostPx === undefined || low !== undefined
  const open = async (more: object): Promise<Frame> => {
    const [frame] = await openHost(page, hosts, { hosts: [name], query, ...more })
    if (frame === undefined) throw new Error(`${title} shows no frame`)
    return frame
  }
  const settle = follows ? untilFits : untilSettled
  const growAgain = async (frame: Frame): Promise<string> =>
    follows ? cell(await grow(frame), 'change') : cell(await untilSettled(frame))
  const inView = await open({})
  const first = cell(await settle(inView))
  const grown = await growAgain(inView)
  const below = await open({ isBelow: true })
  const unseen = cell(await untilFits(below))
  const unseenGrown = follows ? `${unseen}; ${await growAgain(below)}` : unseen
  const sandboxed = await open({ sandbox: 'allow-scripts' })
  return [
    low ? `${title}, with ${low.slice(1)}` : title,
    first,
    grown,
    unseenGrown,
    cell(await (reachesSandbox ? settle : untilSettled)(sandboxed)),
  ]
}

async function table(browser: Browser, hosts: ServedHosts): Promise<string> {
  const rows = [HEAD, HEAD.map(() => '---')]
  for (const name of Object.keys(HOST_SCRIPTS) as HostName[]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    rows.push([...(await row(await context.newPage(), hosts, name))])
    await context.close()
  }
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const dist = resolve(ROOT, process.env.PARLEY_OUT ?? 'dist')
if (!existsSync(resolve(dist, 'embed.html'))) throw new Error(`There is no ${dist}/embed.html: run "npm run build" first.`)
const site = await serve({ root: dist })
const hosts = await serveHosts(`${site.url}embed.html`)
const browser = await launch(await findBrowser(), { webgl: false })
try {
  const text = [
    `Heights in px: what the host gives, of what the content needs (${asked.query}, 640 px wide), in seconds since the story was there, or since the content grew. Chromium ${browser.version()}.`,
    await table(browser, hosts),
  ].join('\n\n')
  console.log(text)
  if (asked.out) await writeFile(asked.out, `${text}\n`)
} finally {
  await browser.close()
  hosts.close()
  await site.close()
}
