// Re-implementation of how `amp-iframe` sizes a resizable frame: it adds `#amp=1` to an address without a hash, hears messages with the
// sentinel `amp` from the frame's window, and gives heights from 100 up. With `data-strict` only the origin of the frame's address is
// heard, as documented; without, a frame without an origin may tell its size too, as in the source since 2019.
class AmpIframe extends HTMLElement {
  connectedCallback() {
    const frame = document.createElement('iframe')
    const url = new URL(this.getAttribute('src'))
    if (url.hash === '') url.hash = 'amp=1'
    frame.setAttribute('sandbox', this.getAttribute('sandbox'))
    frame.setAttribute('scrolling', 'no')
    frame.setAttribute('frameborder', '0')
    frame.style.cssText = 'position: absolute; inset: 0; inline-size: 100%; block-size: 100%'
    frame.src = url.href
    this.style.cssText = `display: block; position: relative; block-size: ${this.getAttribute('height')}px`
    this.append(frame)
    addEventListener('message', ({ data, source, origin }) => {
      if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return
      const isOpaque = origin === 'null' && !this.hasAttribute('data-strict')
      if ((origin === url.origin || isOpaque) && data.height >= 100) this.style.blockSize = `${data.height}px`
    })
  }
}
customElements.define('amp-iframe', AmpIframe)
