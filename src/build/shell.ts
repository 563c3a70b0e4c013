import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'

/** What Vite made of `index.html`: the source of every page that the build writes. */
export interface Shell {
  /** Without its links to sheets. */
  readonly html: string
  readonly css: string
}

/** Takes Vite's page and its sheets out of `out`. */
export async function takeShell(out: string): Promise<Shell> {
  const path = join(out, 'index.html')
  const dom = new JSDOM(await readFile(path, 'utf8'))
  const links = [...dom.window.document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const files = links.map((link) => join(out, link.getAttribute('href') ?? ''))
  const sheets = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  for (const link of links) link.remove()
  makeClassic(dom.window.document)
  await Promise.all([path, ...files].map((file) => rm(file)))
  return { html: dom.serialize(), css: tidyCss(sheets.join('\n')) }
}

/** A sheet as it may stand in a `<style>`; throws where it would end it. */
export function tidyCss(css: string): string {
  const tidy = css.replace(/\/\*\$vite\$:\d+\*\//g, '').trim()
  if (/<\/style/i.test(tidy)) throw new Error('The sheet would end its own <style> element.')
  return tidy
}

/** A module script is a CORS request; `defer` keeps what else it gives: run once, in order, after the page is read. */
function makeClassic(document: Document): void {
  for (const script of document.querySelectorAll('script[src]')) {
    script.removeAttribute('type')
    script.removeAttribute('crossorigin')
    script.setAttribute('defer', '')
  }
}
