/** What pages bring before main, and the sheet that only those in frames have. */
export interface EmbedParts {
  readonly css: string
  /** Address of the script that runs before any page is drawn, relative to the site and beginning with `./`. */
  readonly early: string
  /** The same of the scripts before main. */
  readonly scripts: readonly string[]
}

/** Makes the page an embed: its own furniture, sheet and scripts. */
export function toEmbed(document: Document, { css, scripts }: EmbedParts, kind: 'embed' | 'pinned'): void {
  const { documentElement: root, head } = document
  root.dataset.embed = ''
  if (kind === 'pinned') root.dataset.pinned = ''
  document.getElementById('skip')?.remove()
  placeFrameParts(document)
  const style = document.createElement('style')
  style.textContent = css
  head.append(style)
  const main = head.querySelector('script[src]')
  for (const address of scripts) {
    const script = document.createElement('script')
    script.setAttribute('defer', '')
    script.setAttribute('src', address)
    main?.before(script)
  }
}

/** A place for the tabs over the views, and the line that names the open event directly under them. */
function placeFrameParts(document: Document): void {
  const views = document.querySelector('main')
  const tabs = document.createElement('div')
  tabs.id = 'frame-tabs'
  tabs.hidden = true
  document.getElementById('page-header')?.after(tabs)
  const bar = document.getElementById('page-bar')
  document.getElementById('shortcuts')?.remove()
  if (bar) views?.after(bar)
}

const ADDRESSES = ['src', 'href', 'content', 'data-file'] as const

/** Makes addresses that are relative to the site fit for a page one folder below, and tells main where the site is. */
export function rebase(document: Document): void {
  document.documentElement.dataset.site = '../'
  for (const name of ADDRESSES) {
    for (const element of document.querySelectorAll(`[${name}^="./"]`)) {
      element.setAttribute(name, `.${element.getAttribute(name)}`)
    }
  }
  for (const style of document.querySelectorAll('style')) {
    style.textContent = (style.textContent ?? '').replace(/url\((["']?)\.\//g, 'url($1../')
  }
}
