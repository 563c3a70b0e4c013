import { svg } from './dom'

/* A drawing as it looks, without the page: what programs for graphics and other pages need. */

/** What draws: their looks are written down. */
const SHAPES = new Set(['path', 'rect', 'circle', 'line', 'text', 'tspan', 'stop'])
/** What is never drawn itself. */
const HELPERS = 'defs, clipPath, mask, pattern, filter, linearGradient'
const GEOMETRY = new Set([
  'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'transform', 'viewBox', 'id', 'offset',
  'patternUnits', 'patternTransform', 'maskUnits', 'maskContentUnits', 'clip-path', 'clip-rule', 'mask', 'filter', 'stdDeviation',
  'text-anchor', 'direction', 'lang',
]) // biome-ignore format: one list, read as one

const hex = (part: number): string =>
  Math.round(Math.min(Math.max(part, 0), 255))
    .toString(16)
    .padStart(2, '0')

/** A computed colour as `#rrggbb` with its opacity; null for anything else, such as `none` or a pattern. */
export function plainColor(value: string): { readonly hex: string; readonly opacity: number } | null {
  const numbers = (value.match(/-?[\d.]+(e-?\d+)?%?/g) ?? []).map((part) => Number.parseFloat(part))
  const isSrgb = value.startsWith('color(srgb')
  if (!isSrgb && !value.startsWith('rgb')) return null
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  const times = isSrgb ? 255 : 1
  return { hex: `#${hex(red * times)}${hex(green * times)}${hex(blue * times)}`, opacity: alpha }
}

const round = (value: number): number => Math.round(value * 1000) / 1000
const isOne = (value: string): boolean => Number.parseFloat(value) === 1

/** One of fill and stroke; nothing where it draws nothing. */
function paint(style: CSSStyleDeclaration, name: 'fill' | 'stroke'): Record<string, string> | null {
  const value = style.getPropertyValue(name)
  if (value === 'none' || value === '') return null
  const color = plainColor(value)
  if (color?.opacity === 0) return null
  // A pattern or gradient keeps the address of the one in the drawing.
  const shown = color === null ? value.replace(/^url\(["']?([^"')]+)["']?\).*$/, 'url($1)') : color.hex
  const opacity = Number.parseFloat(style.getPropertyValue(`${name}-opacity`) || '1') * (color?.opacity ?? 1)
  return { [name]: shown, ...(opacity < 1 ? { [`${name}-opacity`]: String(round(opacity)) } : {}) }
}

function strokeOf(style: CSSStyleDeclaration): Record<string, string> | null {
  const stroke = paint(style, 'stroke')
  const width = Number.parseFloat(style.strokeWidth)
  if (stroke === null || !(width > 0)) return null
  const dashes = style.strokeDasharray === 'none' ? null : style.strokeDasharray.replaceAll('px', '')
  return {
    ...stroke,
    'stroke-width': String(round(width)),
    ...(dashes === null ? {} : { 'stroke-dasharray': dashes }),
    ...(style.strokeLinecap === 'butt' ? {} : { 'stroke-linecap': style.strokeLinecap }),
    ...(style.strokeLinejoin === 'miter' ? {} : { 'stroke-linejoin': style.strokeLinejoin }),
  }
}

const typeOf = (style: CSSStyleDeclaration): Record<string, string> => ({
  'font-family': style.fontFamily.replaceAll('"', "'"),
  'font-size': String(round(Number.parseFloat(style.fontSize))),
  'font-weight': style.fontWeight,
  ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
  ...(style.letterSpacing === 'normal' ? {} : { 'letter-spacing': String(round(Number.parseFloat(style.letterSpacing))) }),
})

const write = (element: Element, attributes: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

/** Position and shape, without what the page adds: classes, roles, names. */
function bare(source: Element): SVGElement {
  const made = document.createElementNS(source.namespaceURI, source.localName) as SVGElement
  for (const { name, value } of source.attributes) if (GEOMETRY.has(name)) made.setAttribute(name, value)
  return made
}

const isText = (element: Element): boolean => element.localName === 'text' || element.localName === 'tspan'

/** Text stands lower by a part of its size: programs for graphics read px only. */
function lower(made: Element, source: Element, style: CSSStyleDeclaration): void {
  const dy = source.getAttribute('dy')
  if (dy?.endsWith('em') && source.localName === 'text')
    made.setAttribute(
      'y',
      String(round(Number(source.getAttribute('y') ?? 0) + Number.parseFloat(dy) * Number.parseFloat(style.fontSize))),
    )
}

function look(made: SVGElement, source: Element, style: CSSStyleDeclaration): boolean {
  if (source.localName === 'stop') {
    const color = plainColor(style.stopColor)
    write(made, { 'stop-color': color?.hex ?? '#fff', 'stop-opacity': style.stopOpacity })
    return true
  }
  const [fill, stroke] = [paint(style, 'fill'), strokeOf(style)]
  const isHelper = source.closest(HELPERS) !== null
  if (!isHelper && fill === null && stroke === null) return false
  write(made, { fill: 'none', ...fill, ...stroke })
  if (isText(source)) write(made, typeOf(style))
  lower(made, source, style)
  return true
}

/**
 * A halo is a stroke under the fill. Not all programs know that order, and would draw it over the letters: it becomes an element of its
 * own, under the other.
 */
function withHalo(made: SVGElement, style: CSSStyleDeclaration): readonly SVGElement[] {
  if (!made.hasAttribute('stroke') || !style.paintOrder.startsWith('stroke')) return [made]
  const halo = made.cloneNode(true) as SVGElement
  for (const each of [halo, ...halo.querySelectorAll('tspan')]) {
    for (const name of ['fill', 'fill-opacity']) each.removeAttribute(name)
    each.setAttribute('fill', 'none')
    if (each !== halo) for (const name of ['stroke', 'stroke-width', 'stroke-opacity']) each.removeAttribute(name)
  }
  halo.removeAttribute('id')
  if (isText(halo)) halo.setAttribute('aria-hidden', 'true')
  for (const each of [made, ...made.querySelectorAll('tspan')])
    for (const name of ['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linejoin', 'stroke-dasharray', 'stroke-linecap'])
      each.removeAttribute(name)
  return [halo, made]
}

function flat(source: Node): readonly Node[] {
  if (source.nodeType === Node.TEXT_NODE) return [document.createTextNode(source.textContent ?? '')]
  if (!(source instanceof Element) || source.hasAttribute('hidden')) return []
  const style = getComputedStyle(source)
  const isHelper = source.closest(HELPERS) !== null
  if (!isHelper && (style.display === 'none' || style.visibility === 'hidden')) return []
  const made = bare(source)
  const isShape = SHAPES.has(source.localName)
  if (isShape && !look(made, source, style)) return []
  if (!isOne(style.opacity || '1')) made.setAttribute('opacity', style.opacity)
  made.append(...[...source.childNodes].flatMap(flat))
  if (made.localName === 'g' && made.childNodes.length === 0) return []
  return isShape && source.localName !== 'tspan' ? withHalo(made, style) : [made]
}

/** A sheet without what it says for a reader's own colours: those are for the reader's screen, and the picture is for others. */
function plainSheet(sheet: CSSStyleSheet): CSSStyleSheet {
  if (!matchMedia('(forced-colors: active)').matches) return sheet
  const isForced = (rule: CSSRule): boolean => rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors')
  const made = new CSSStyleSheet()
  made.replaceSync([...sheet.cssRules].flatMap((rule) => (isForced(rule) ? [] : rule.cssText)).join('\n'))
  return made
}

/**
 * The drawing with its looks written down, in light colours, whatever the page shows now. It is drawn by the page’s own sheets, but
 * apart from the page: what a mode of the page or the reader’s system changes there does not reach it.
 */
export function flatten(drawing: SVGSVGElement): SVGSVGElement {
  const host = document.createElement('div')
  host.style.cssText = 'display:none;color-scheme:light;forced-color-adjust:none;font-size:16px'
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = document.adoptedStyleSheets.map(plainSheet)
  shadow.append(drawing)
  document.body.append(host)
  const made = svg('svg')
  for (const { name, value } of drawing.attributes) if (GEOMETRY.has(name) || name === 'role') made.setAttribute(name, value)
  made.append(...[...drawing.childNodes].flatMap(flat))
  host.remove()
  return made
}
