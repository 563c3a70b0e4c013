import { outwardWords } from '../core/words/outward-words'
import { createAddressBox } from '../views/address-box'
import addressBoxCss from '../views/address-box.css?inline'
import { capabilities } from './capabilities'
import { copyText } from './clipboard'
import { adoptSheet } from './sheet'

/** True where a link leads away from this page; a link to a part of it stays. */
export function leadsAway(href: string, page: string): boolean {
  if (!URL.canParse(href, page)) return false
  const [to, here] = [new URL(href, page), new URL(page)]
  to.hash = ''
  here.hash = ''
  return to.href !== here.href
}

/**
 * In a frame no link may put another page in our place: each opens a tab of its own, but one that says `_self`, which leads to another
 * embed of ours. Where a sandbox may forbid that, its address stands beside it too, to be copied: the browser says nothing of a tab that
 * it refuses.
 */
export function openOutwardLinks(): void {
  const box = createAddressBox({ words: outwardWords, copy: copyText })
  let hasSheet = false
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (link === null || link.target === '_self' || event.defaultPrevented || !leadsAway(link.href, location.href)) return
    link.target = '_blank'
    link.relList.add('noopener')
    if (capabilities().popups) return
    if (!hasSheet) adoptSheet(addressBoxCss)
    hasSheet = true
    box.toggle(link)
  })
}
