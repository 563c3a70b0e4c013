/* The demo page's own lines. The links and the page's address are seen to by parley-host.js. */
const figure = document.querySelector('figure')
const line = document.getElementById('open')
const frame = parley.connect(document.getElementById('talks'))

// The frame tells ids. Texts are the page's own: here, the words of its links.
const nameOf = (id) =>
  document.querySelector(`article > p [data-parley-event="${id}"]`)?.textContent ?? `${id} (not in this text)`
const say = ({ event }) => {
  line.textContent = event === null ? 'nothing' : nameOf(event)
}
frame.on('ready', say)
frame.on('select', say)

document.addEventListener('click', ({ target }) => {
  const control = target.closest('[data-parley-event], [data-window]')
  if (!control) return
  if (control.dataset.window) frame.show(control.dataset.window)
  // The script never scrolls the page. This page does, when a link far from the frame was pressed.
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  figure.scrollIntoView({ block: 'nearest', behavior })
})
