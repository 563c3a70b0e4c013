// Re-implementation of Datawrapper's earlier listener, as its oEmbed documentation still shows it: it finds the frame by the id in the
// message, as the end of its own id or as a part of its address, and does not look at who sent it.
addEventListener('message', ({ data }) => {
  const heights = data?.['datawrapper-height']
  if (heights === undefined) return
  for (const [id, height] of Object.entries(heights)) {
    const frame = document.getElementById(`datawrapper-chart-${id}`) ?? document.querySelector(`iframe[src*='${id}']`)
    if (frame !== null) frame.style.height = `${height}px`
  }
})
