import { qrCode } from '../core/qr'
import type { ShareWords } from '../core/words/share-words'
import { h, svg, write } from './dom'

export interface CodePart {
  readonly element: HTMLElement
  show(address: string): void
}

/** The code has whole px for its modules, and at least so many: a camera reads no blurred ones. */
const LEAST_PX = 208
const LEAST_MODULE_PX = 3

/** The QR code of an address: dark on white in every theme, with the zone around it that a reader needs. */
export function createCode(says: ShareWords['cite']): CodePart {
  const path = svg('path', { fill: '#000' })
  const ground = svg('rect', { width: '100%', height: '100%', fill: '#fff' })
  const drawing = svg('svg', { class: 'cite-code-drawing', role: 'img', 'shape-rendering': 'crispEdges' }, ground, path)
  drawing.setAttribute('aria-label', says.codeOf)
  const told = h('p', { class: 'share-remark' })
  return {
    element: h('div', { class: 'cite-qr' }, drawing, told),
    show(address) {
      const code = qrCode(address)
      drawing.toggleAttribute('hidden', code === null)
      write(told, code === null ? says.tooLong : says.codeFor)
      if (code === null) return
      const sidePx = code.side * Math.max(LEAST_MODULE_PX, Math.floor(LEAST_PX / code.side))
      drawing.setAttribute('viewBox', `0 0 ${code.side} ${code.side}`)
      drawing.setAttribute('width', String(sidePx))
      drawing.setAttribute('height', String(sidePx))
      path.setAttribute('d', code.d)
    },
  }
}
