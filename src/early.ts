/*
 * Before the first picture: the colours and, in a frame, the kind of height that the address asks for, which later scripts would set after
 * the page has been drawn. And where the address keeps something back from a class, or asks for a projector’s page, nothing of the story
 * is drawn until that stands: the sheet hides what the page came with while the root element is held. Should a script not come, a line
 * says so; what is kept back stays back.
 */
const { documentElement: html } = document
const { classList } = html
const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
if (theme === 'light' || theme === 'dark') html.dataset.theme = theme
if (html.dataset.embed !== undefined && asked.get('resize') === 'fixed') classList.add('fixed-height')

const keeps = asked.has('hide') || asked.has('exercise')
const presents = asked.get('present') === '1'
const hold = keeps ? 'held' : 'held-screen'
if (keeps || presents) {
  classList.add(hold)
  // The first of two counts, and this one tells nothing.
  if (keeps) document.title = '…'
  const find = (selector: string): Element | null => document.querySelector(selector)
  const watch = new MutationObserver(() => {
    if (find(presents ? '.presenting' : 'body:not(.prerendered)')) end()
  })
  watch.observe(html, { attributes: true, subtree: true })
  const end = (): void => {
    watch.disconnect()
    classList.remove(hold, 'held-up')
  }
  const fail = (): void => {
    if (!classList.contains(hold)) return
    // Where main runs, it tells the reader itself.
    const isAlone = find('.prerendered .events')
    if (!isAlone || !keeps) end()
    if (isAlone) classList.add('held-up')
  }
  // Of scripts that do not come, and of those that break off.
  addEventListener('error', fail, true)
  setTimeout(fail, 10_000)
}
