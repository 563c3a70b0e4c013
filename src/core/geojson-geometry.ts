import type { Geometry, Position as RawPosition } from 'geojson'
import type { Bounds } from './types'

/*
 * Geometries as RFC 7946 wants them. Lines between two positions are straight on the flat map (§3.1.1), as Parley draws areas; a line
 * whose ends lie more than half the world apart is meant the short way and is cut at the antimeridian (§3.1.9).
 */

type Line = readonly RawPosition[]
type Span = readonly [west: number, east: number]

const x = (position: RawPosition | undefined): number => position?.[0] ?? 0
const y = (position: RawPosition | undefined): number => position?.[1] ?? 0

/** Twice the signed area of a closed ring on the flat map; positive where it runs counterclockwise. */
const signedArea = (ring: Line): number =>
  ring.reduce((sum, point, index) => {
    const next = ring[(index + 1) % ring.length]
    return sum + x(point) * y(next) - x(next) * y(point)
  }, 0)

/** Source: RFC 7946 §3.1.6: exterior rings run counterclockwise, holes clockwise. */
const rightHanded = (rings: readonly Line[]): RawPosition[][] =>
  rings.map((ring, index) => {
    const isRight = index === 0 ? signedArea(ring) >= 0 : signedArea(ring) <= 0
    return isRight ? [...ring] : [...ring].reverse()
  })

/** The pieces of a line on either side of the antimeridian; the line alone where it does not cross it. */
export function cutLine(line: Line): RawPosition[][] {
  const pieces: RawPosition[][] = [[]]
  line.forEach((point, index) => {
    const last = line[index - 1]
    const piece = pieces.at(-1) ?? []
    if (last === undefined || Math.abs(x(point) - x(last)) <= 180) {
      piece.push([...point])
      return
    }
    const edge = x(last) > 0 ? 180 : -180
    const width = 360 - Math.abs(x(point) - x(last))
    const share = width === 0 ? 0 : Math.abs(edge - x(last)) / width
    const latitude = y(last) + (y(point) - y(last)) * share
    if (x(last) !== edge) piece.push([edge, latitude])
    pieces.push(x(point) === -edge ? [[...point]] : [[-edge, latitude], [...point]])
  })
  // An end that lies on the antimeridian leaves a piece of one point, which is no line.
  const lines = pieces.filter((piece) => piece.length > 1)
  return lines.length > 0 ? lines : [line.map((point) => [...point])]
}

function linesOf(pieces: RawPosition[][]): Geometry {
  const [only] = pieces
  return pieces.length === 1 && only
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: pieces }
}

/** The geometry wound and cut as RFC 7946 wants it. */
export function toRfc7946(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'LineString':
      return linesOf(cutLine(geometry.coordinates))
    case 'MultiLineString':
      return linesOf(geometry.coordinates.flatMap(cutLine))
    case 'Polygon':
      return { type: 'Polygon', coordinates: rightHanded(geometry.coordinates) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rightHanded) }
    default:
      return geometry
  }
}

/** Points that hang together, so that the longitudes between them are covered. */
export function partsOf(geometry: Geometry): readonly Line[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'MultiPoint':
      return geometry.coordinates.map((point) => [point])
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return geometry.geometries.flatMap(partsOf)
  }
}

function spanOf(values: readonly number[]): Span {
  return values.reduce<Span>(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity])
}

/** The shortest span of longitudes that covers all; its west is greater than its east where it crosses the antimeridian. */
function covering(spans: readonly Span[]): Span {
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  const merged: Span[] = []
  for (const [west, east] of sorted) {
    const last = merged.at(-1)
    if (last && west <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], east)]
    else merged.push([west, east])
  }
  const whole: Span = [merged[0]?.[0] ?? 0, merged.at(-1)?.[1] ?? 0]
  let widest = 360 - (whole[1] - whole[0])
  let found = whole
  merged.forEach(([west], index) => {
    const before = merged[index - 1]
    if (before === undefined || west - before[1] <= widest) return
    widest = west - before[1]
    found = [west, before[1]]
  })
  return found
}

/** `bbox` of RFC 7946 §5: west, south, east, north; null where there is no geometry. */
export function bboxOf(geometries: readonly Geometry[]): Bounds | null {
  const lines = geometries.flatMap(partsOf).filter((line) => line.length > 0)
  if (lines.length === 0) return null
  const [west, east] = covering(lines.map((line) => spanOf(line.map(x))))
  const [south, north] = spanOf(lines.flatMap((line) => spanOf(line.map(y))))
  return [west, south, east, north]
}
