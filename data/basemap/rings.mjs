/**
 * Rings on the plane. The atlases are stitched on the sphere: a ring that
 * crosses ±180° jumps from one edge of the map to the other, and Antarctica is a
 * line around the pole. Drawn flat, such rings are bands over the whole map, so
 * they are unwrapped, cut at ±180° and closed.
 */

/** South edge of the pack in degrees: Web Mercator ends at 85.0511°. */
export const SOUTH_EDGE = -85.05
const EAST_EDGE = 180
const ON_EDGE = 1e-4

/** Signed planar area in square degrees; positive is counterclockwise. */
export function signedArea(ring) {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1]
  }
  return sum / 2
}

const isOnEdge = ([lon, lat]) => Math.abs(lon) >= EAST_EDGE - ON_EDGE || lat <= SOUTH_EDGE + ON_EDGE

/** True when both ends lie on one edge of the map: a cut, not a coast. */
export const isCut = (a, b) => isOnEdge(a) && isOnEdge(b) && (Math.abs(a[0] - b[0]) < ON_EDGE || Math.abs(a[1] - b[1]) < ON_EDGE)

/** The ring with longitudes that never jump by more than 180°. */
export function unwrap(ring) {
  let turn = 0
  return ring.map(([lon, lat], i) => {
    if (i > 0) {
      const step = lon - ring[i - 1][0]
      if (step > 180) turn -= 360
      else if (step < -180) turn += 360
    }
    return [lon + turn, lat]
  })
}

const shift = (ring, by) => ring.map(([lon, lat]) => [lon + by, lat])

/** A ring around the South Pole as a planar area that is wider than the map. */
function closeAtPole(ring) {
  const turn = Math.round((ring.at(-1)[0] - ring[0][0]) / 360) * 360
  const open = ring.slice(0, -1)
  const line = [...shift(open, -turn), ...open, ...shift(open, turn)]
  return [...line, [line.at(-1)[0], -90], [line[0][0], -90], line[0]]
}

/** Keeps the part of a closed ring where `sign * value[axis] <= sign * limit`. */
function clip(ring, axis, limit, sign) {
  const isIn = (point) => sign * point[axis] <= sign * limit
  const out = []
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (isIn(a)) out.push(a)
    if (isIn(a) !== isIn(b)) {
      const t = (limit - a[axis]) / (b[axis] - a[axis])
      const point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
      point[axis] = limit
      out.push(point)
    }
  }
  if (out.length) out.push(out[0])
  return out
}

const clipToMap = (ring) => clip(clip(clip(ring, 0, EAST_EDGE, 1), 0, -EAST_EDGE, -1), 1, SOUTH_EDGE, -1)

function withoutRepeats(ring) {
  return ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1][0] || p[1] !== ring[i - 1][1])
}

/** Exterior counterclockwise, holes clockwise: RFC 7946 §3.1.6. */
function wind(ring, isHole) {
  return signedArea(ring) > 0 === isHole ? ring.toReversed() : ring
}

function isPlain(ring) {
  return ring.every(([lon, lat], i) => lat >= SOUTH_EDGE && (i === 0 || Math.abs(lon - ring[i - 1][0]) <= 180))
}

const MIN_AREA = 1e-5

/** One polygon of the sphere as polygons of the plane, within ±180°. */
export function cutPolygon(polygon) {
  const holes = polygon.slice(1).filter((ring) => Math.abs(signedArea(ring)) > MIN_AREA)
  if (isPlain(polygon[0])) {
    return [[wind(polygon[0], false), ...holes.map((ring) => wind(ring, true))]]
  }
  let outer = unwrap(polygon[0])
  const isPolar = Math.abs(outer.at(-1)[0] - outer[0][0]) > 180
  if (isPolar) outer = closeAtPole(outer)
  const pieces = []
  for (const by of isPolar ? [0] : [-720, -360, 0, 360, 720]) {
    const ring = withoutRepeats(clipToMap(shift(outer, by)))
    if (ring.length < 4 || Math.abs(signedArea(ring)) < MIN_AREA) continue
    const west = Math.min(...ring.map(([lon]) => lon))
    const east = Math.max(...ring.map(([lon]) => lon))
    const own = holes.filter((hole) => hole[0][0] >= west && hole[0][0] <= east)
    pieces.push([wind(ring, false), ...own.map((hole) => wind(hole, true))])
  }
  return pieces
}

/** The coast of planar polygons: their rings less the cuts, as lines. */
export function toCoast(polygons) {
  const lines = []
  for (const ring of polygons.flat()) {
    let line = [ring[0]]
    const own = []
    for (let i = 1; i < ring.length; i++) {
      if (isCut(ring[i - 1], ring[i])) {
        if (line.length > 1) own.push(line)
        line = [ring[i]]
      } else line.push(ring[i])
    }
    if (line.length > 1) own.push(line)
    lines.push(...own)
  }
  return lines
}

/**
 * The ring with its cuts pushed 1° beyond the map, so that the outline drawn
 * along a tile's polygons never shows at ±180° or at the south edge.
 */
export function pushCuts(ring) {
  const out = [ring[0]]
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (isCut(a, b)) {
      const isMeridian = Math.abs(a[0] - b[0]) < ON_EDGE
      const push = ([lon, lat]) => (isMeridian ? [lon + Math.sign(lon), lat] : [lon, lat - 0.5])
      out.push(push(a), push(b))
    }
    out.push(b)
  }
  return out
}
