import { partsOf } from './geojson-geometry'
import { type BasemapTopology, groundShape } from './ground'
import { crosses, type Field, type Polyline, placeLabel } from './labels'
import type { PlacedLine, Typesetter } from './map-text'
import type { Point, Project, Size } from './mercator'
import { type GroundName, groundNames, type Names } from './scene-names'
import type { Position } from './types'

/** How far a country’s name may stand from where its map has it, and in which steps. */
const REACH_PX = 48
const STEP_PX = 6
/** Clear of what is drawn, and where that is too much, closer. */
const MARGINS = [6, 2] as const
/** Letters take so much of the height of their line. */
const LETTERS = 0.6

/** Borders and coasts in px, as far as they come near a pane. */
export function countryEdges(topology: BasemapTopology, project: Project, { widthPx, heightPx }: Size): readonly Polyline[] {
  const shapes = (['borders', 'coast'] as const).flatMap((layer) => groundShape(topology, layer) ?? [])
  const geometries = shapes.flatMap((shape) =>
    shape.type === 'Feature' ? [shape.geometry] : shape.features.map(({ geometry }) => geometry),
  )
  const near = ([x, y]: Point): boolean => x > -REACH_PX && y > -REACH_PX && x < widthPx + REACH_PX && y < heightPx + REACH_PX
  return geometries
    .flatMap(partsOf)
    .map((line): Polyline => line.map(([longitude = 0, latitude = 0]) => project([longitude, latitude] as Position)))
    .filter((line) => line.some(near))
}

const side = (a: Point, b: Point, c: Point): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const meet = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

const someSegment = (lines: readonly Polyline[], test: (from: Point, to: Point) => boolean): boolean =>
  lines.some((line) =>
    line.some((to, index) => {
      const from = line[index - 1]
      return from !== undefined && test(from, to)
    }),
  )

/** Steps away from a point, the nearest first. */
const SHIFTS: readonly Point[] = (() => {
  const steps = Array.from({ length: (2 * REACH_PX) / STEP_PX + 1 }, (_, index) => index * STEP_PX - REACH_PX)
  const all = steps.flatMap((dx) => steps.map((dy): Point => [dx, dy]))
  return all.filter(([dx, dy]) => Math.hypot(dx, dy) <= REACH_PX).sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
})()

/** The name where no border and no coast runs through its letters, nor between it and the place that the map has it at. */
function countryName(
  field: Field,
  text: string,
  at: Point,
  edges: readonly Polyline[],
  type: Typesetter,
): { readonly line: PlacedLine } | null {
  const line = { text, style: 'country' as const }
  const [width, height] = [type.width(line), type.height(line)]
  const near = edges.filter((edge) =>
    edge.some(([x, y]) => Math.abs(x - at[0]) < REACH_PX + width && Math.abs(y - at[1]) < REACH_PX + height),
  )
  const choices = SHIFTS.flatMap(([dx, dy], index) => {
    const middle: Point = [at[0] + dx, at[1] + dy]
    const letters = {
      x: middle[0] - width / 2,
      y: middle[1] - (height * LETTERS) / 2,
      width,
      height: height * LETTERS,
    }
    const box = { x: letters.x - 2, y: middle[1] - height / 2, width: width + 4, height }
    if (!field.isFree(box, MARGINS[1])) return []
    if (someSegment(near, (from, to) => crosses(from, to, letters) || meet(at, middle, from, to))) return []
    const placed = type.block([line], 'middle', [middle[0], box.y]).lines[0]
    return placed ? [{ key: String(index), box, line: placed }] : []
  })
  return placeLabel(field, choices, undefined, MARGINS)
}

export interface HandoutNamesInput {
  readonly names: Names
  readonly zoom: number
  readonly project: Project
  readonly edges: readonly Polyline[]
  /** Names that the story itself sets. */
  readonly taken: ReadonlySet<string>
}

/**
 * Names of the ground on paper, which nobody can come closer to: a country’s stands inside the country or not at all. Seas and cities
 * as on the page.
 */
export function handoutNames(
  field: Field,
  { names, zoom, project, edges, taken }: HandoutNamesInput,
  type: Typesetter,
): readonly GroundName[] {
  const onPage = (some: Names): readonly GroundName[] =>
    groundNames(field, { names: some, zoom, project, taken, last: new Map() }, type).placed
  const seas = onPage({ ...names, countries: [], cities: [] })
  const { widthPx, heightPx } = field.size
  const countries = names.countries.flatMap(({ name, position, minZoom }): GroundName[] => {
    const at = project(position)
    const isHere = at[0] > 0 && at[1] > 0 && at[0] < widthPx && at[1] < heightPx
    if (minZoom > zoom + 0.01 || taken.has(name) || !isHere) return []
    const placed = countryName(field, name.toUpperCase(), at, edges, type)
    return placed ? [{ key: `country-${name}`, line: placed.line, dot: null }] : []
  })
  return [...seas, ...countries, ...onPage({ ...names, countries: [], seas: [] })]
}
