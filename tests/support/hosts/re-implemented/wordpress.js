// Re-implementation of what WordPress 6 does in `wp-embed.js`: a frame is shown, and its link hidden, by any message with its secret;
// heights lie between 200 and 1000; a link is followed to the frame's own host, from a frame that has the focus.
addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return
  for (const quote of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) quote.style.display = 'none'
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (frame.contentWindow !== source) continue
    frame.removeAttribute('style')
    if (data.message === 'height') frame.height = String(Math.min(Math.max(Number.parseInt(data.value, 10) || 0, 200), 1000))
    if (data.message !== 'link' || new URL(data.value).host !== new URL(frame.src).host) continue
    if (document.activeElement === frame) window.top.location.href = data.value
  }
})
addEventListener('DOMContentLoaded', () => {
  for (const frame of document.querySelectorAll('iframe.wp-embedded-content')) {
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*')
  }
})
