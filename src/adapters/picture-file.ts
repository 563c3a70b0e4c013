/* Drawings as files: SVG that brings its type, and bitmaps. */

const SVG = 'http://www.w3.org/2000/svg'

/** A drawing with a `viewBox`, and the size that it is wanted in. */
interface Drawn {
  readonly drawing: SVGSVGElement
  readonly widthPx: number
  readonly heightPx: number
}

interface Face {
  readonly family: string
  readonly style: string
  readonly weight: string
  readonly range: string
  readonly address: string
}

const plainName = (family: string): string => family.replace(/["']/g, '').trim()

/** The web fonts that the page names, from its own sheets; local ones need no file. */
function facesOf(sheets: readonly CSSStyleSheet[]): readonly Face[] {
  return sheets.flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const get = (name: string): string => rule.style.getPropertyValue(name)
      const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(get('src')) ?? []
      if (address === undefined) return []
      const base = sheet.href ?? document.baseURI
      return [
        {
          family: plainName(get('font-family')),
          style: get('font-style') || 'normal',
          weight: get('font-weight') || '400',
          range: get('unicode-range'),
          address: new URL(address, base).href,
        },
      ]
    }),
  )
}

/** True where one of the letters lies in a `unicode-range`. */
export function isInRange(range: string, letters: ReadonlySet<number>): boolean {
  if (range === '') return true
  const spans = [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ])
  return [...letters].some((letter) => spans.some(([from = 0, to = 0]) => from <= letter && letter <= to))
}

/** The letters that a drawing sets in each family and style. */
function lettersOf(drawing: SVGSVGElement): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (const node of drawing.querySelectorAll('text, tspan')) {
    const family = plainName(node.getAttribute('font-family')?.split(',')[0] ?? '')
    const key = `${family} ${node.getAttribute('font-style') ?? 'normal'}`
    const letters = found.get(key) ?? new Set()
    found.set(key, letters)
    for (const letter of node.textContent ?? '') letters.add(letter.codePointAt(0) ?? 0)
  }
  return found
}

const asData = (blob: Blob): Promise<string | null> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result : null)
    reader.onerror = () => done(null)
    reader.readAsDataURL(blob)
  })

const loaded = new Map<string, Promise<string | null>>()

async function load(address: string): Promise<string | null> {
  if (address.startsWith('data:')) return address
  try {
    const answer = await fetch(address)
    return answer.ok ? await asData(new Blob([await answer.arrayBuffer()], { type: 'font/woff2' })) : null
  } catch {
    // From disk and in a sandbox nothing may be read: system fonts stand in.
    return null
  }
}

/** A rule of a sheet for every web font that the drawing uses, with the font in it; none where it cannot be read. */
async function fontRules(drawing: SVGSVGElement): Promise<readonly string[]> {
  const letters = lettersOf(drawing)
  const used = facesOf([...document.styleSheets]).filter(({ family, style, range }) => {
    const own = letters.get(`${family} ${style}`)
    return own !== undefined && isInRange(range, own)
  })
  const rules = await Promise.all(
    used.map(async ({ family, style, weight, range, address }) => {
      const asked = loaded.get(address) ?? load(address)
      loaded.set(address, asked)
      const data = await asked
      if (data === null) return null
      const where = range === '' ? '' : `unicode-range:${range};`
      return `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};${where}src:url(${data}) format('woff2')}`
    }),
  )
  return rules.filter((rule) => rule !== null)
}

/**
 * The text of an SVG file, which stands by itself: with its size, in px or as wide as the paper it is made for, and with its fonts in it.
 */
export async function svgFile({ drawing, widthPx, heightPx }: Drawn, widthMm: number | null): Promise<string> {
  const made = drawing.cloneNode(true) as SVGSVGElement
  made.setAttribute('width', widthMm === null ? String(widthPx) : `${widthMm}mm`)
  made.setAttribute('height', widthMm === null ? String(heightPx) : `${((widthMm * heightPx) / widthPx).toFixed(2)}mm`)
  const style = document.createElementNS(SVG, 'style')
  style.textContent = ['text{font-variant-numeric:tabular-nums}', ...(await fontRules(drawing))].join('\n')
  made.insertBefore(style, made.querySelector(':scope > :not(title, desc)'))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`
}

/** A bitmap of a drawing; null where the browser cannot make it. */
export async function pngFile(drawn: Drawn): Promise<Blob | null> {
  const { widthPx, heightPx } = drawn
  const file = await svgFile(drawn, null)
  const address = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
  try {
    const image = new Image(widthPx, heightPx)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = widthPx
    canvas.height = heightPx
    canvas.getContext('2d')?.drawImage(image, 0, 0, widthPx, heightPx)
    return await new Promise((done) => canvas.toBlob(done, 'image/png'))
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
