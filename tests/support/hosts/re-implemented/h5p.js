// Re-implementation of how `h5p-resizer.js` gives a frame its height. With `data-old` on the script it reads the field that versions
// before 2016 read.
const heightField = document.currentScript.hasAttribute('data-old') ? 'height' : 'scrollHeight'
addEventListener('message', ({ data, source }) => {
  if (data?.context !== 'h5p') return
  const frame = [...document.getElementsByTagName('iframe')].find((each) => each.contentWindow === source)
  if (frame === undefined) return
  if (data.action === 'resize') frame.style.height = `${data[heightField]}px`
  if (data.action === 'hello') source.postMessage({ context: 'h5p', action: 'hello' }, '*')
})
