import type { Polyline } from '../core/labels'
import { markRadius, type PlacedMark } from '../core/map-marks'
import { type PlacedLine, TYPE } from '../core/map-text'
import { countOf } from '../core/mark-lines'
import type { Scene } from '../core/scene'
import type { RelayLine, RouteLine } from '../core/scene-lines'
import { type JoinLine, pathOf, type Shade } from '../core/scene-seas'
import type { ShipMark } from '../core/scene-ships'
import { svg } from './dom'
import { symbols } from './map-symbols'

/** How a scene becomes SVG. The same nodes serve the page, print and the static picture. */
export interface DrawOptions {
  /** Makes ids of patterns and masks unique on the page. */
  readonly prefix: string
  readonly widthPx: number
  readonly heightPx: number
  readonly scale: number
  /** Colour of the halo: that of the ground under the text. */
  readonly isOnLand: (line: PlacedLine) => boolean
}

const HATCH_PITCH = 5
const HATCH_LINE = 1.3
const SOFT_EDGE = 6

const whole = ({ widthPx, heightPx }: DrawOptions) => ({ x: 0, y: 0, width: widthPx, height: heightPx })

function hatch({ prefix, scale }: DrawOptions): SVGElement {
  const pitch = HATCH_PITCH * scale
  return svg(
    'pattern',
    { id: `${prefix}-hatch`, width: pitch, height: pitch, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatch-tint', width: pitch, height: pitch }),
    svg('rect', { class: 'hatch-line', width: HATCH_LINE * scale, height: pitch }),
  )
}

const blur = ({ prefix, scale }: DrawOptions): SVGElement =>
  svg(
    'filter',
    { id: `${prefix}-soft`, x: '-10%', y: '-10%', width: '120%', height: '120%' },
    svg('feGaussianBlur', { stdDeviation: SOFT_EDGE * scale }),
  )

/** The edge is soft because the mask is: lines that blur would read as a fault of the eye. */
function seaMask(shade: Shade, options: DrawOptions): SVGElement {
  const { prefix } = options
  const area = svg('path', { d: shade.area ?? '', fill: 'white', filter: `url(#${prefix}-soft)` })
  return svg('mask', { id: `${prefix}-sea-${shade.id}`, maskUnits: 'userSpaceOnUse', ...whole(options) }, area)
}

function clips(shade: Shade, options: DrawOptions): readonly SVGElement[] {
  const { prefix, widthPx, heightPx } = options
  const clip = (name: string, path: SVGElement): SVGElement => svg('clipPath', { id: `${prefix}-${name}-${shade.id}` }, path)
  const around = `M-9,-9H${widthPx + 9}V${heightPx + 9}H-9Z`
  return [
    ...(shade.circle ? [clip('in', svg('path', { d: shade.circle }))] : []),
    ...(shade.circle ? [clip('out', svg('path', { d: around + shade.circle, 'clip-rule': 'evenodd' }))] : []),
    ...(shade.basin ? [clip('basin', svg('path', { d: shade.basin }))] : []),
  ]
}

function shading(shade: Shade, options: DrawOptions): readonly SVGElement[] {
  const { prefix } = options
  const fill = (clip: string | null, faint: boolean): SVGElement =>
    svg(
      'g',
      { 'clip-path': clip },
      svg('rect', { ...whole(options), class: faint ? 'sea-shade faint' : 'sea-shade', fill: `url(#${prefix}-hatch)` }),
    )
  const parts = shade.circle
    ? [fill(`url(#${prefix}-in-${shade.id})`, false), fill(`url(#${prefix}-out-${shade.id})`, true)]
    : [fill(null, false)]
  const sea = shade.area ? [svg('g', { mask: `url(#${prefix}-sea-${shade.id})` }, ...parts)] : []
  const basin = shade.basin ? `url(#${prefix}-basin-${shade.id})` : null
  const circle = shade.circle ? [svg('g', { 'clip-path': basin }, svg('path', { class: 'reach', d: shade.circle }))] : []
  return [...sea, ...circle]
}

function joinNodes({ line, exit, party }: JoinLine, scale: number): readonly SVGElement[] {
  const dotted = svg('path', { class: 'join', d: pathOf(line), 'data-party': party })
  if (!exit) return [dotted]
  const transform = `translate(${exit.at[0]},${exit.at[1]}) rotate(${exit.angle}) scale(${scale})`
  return [dotted, svg('path', { class: 'join-arrow', d: 'M-3,-5L3,0L-3,5', transform, 'data-party': party })]
}

/** What lies under the land: shaded seas, circles, dotted joins. */
export function drawUnder(scene: Pick<Scene, 'shades' | 'joins'>, options: DrawOptions): readonly SVGElement[] {
  const seas = scene.shades.filter((shade) => shade.area)
  const defs = svg(
    'defs',
    {},
    hatch(options),
    blur(options),
    ...seas.map((shade) => seaMask(shade, options)),
    ...scene.shades.flatMap((shade) => clips(shade, options)),
  )
  return [
    defs,
    ...scene.shades.flatMap((shade) => shading(shade, options)),
    ...scene.joins.flatMap((join) => joinNodes(join, options.scale).slice(0, 1)),
  ]
}

function textNode(line: PlacedLine, options: DrawOptions): SVGElement {
  const { px, weight, italic, spacing } = TYPE[line.style]
  const node = svg('text', {
    class: `label-${line.style}${line.strong ? ' strong' : ''}${options.isOnLand(line) ? '' : ' on-sea'}`,
    x: Math.round(line.x * 10) / 10,
    y: Math.round(line.y * 10) / 10,
    'text-anchor': line.align,
    'font-size': px * options.scale,
    'font-weight': weight,
    'font-style': italic ? 'italic' : null,
    'letter-spacing': spacing ? `${spacing}em` : null,
    transform: line.angle ? `rotate(${line.angle} ${line.x} ${line.y})` : null,
  })
  node.textContent = line.text
  return node
}

/** Casing first, so that the line reads on land and sea alike. */
const cased = (lines: readonly Polyline[], name: string, party: string | null): readonly SVGElement[] =>
  [`${name}-case`, name].flatMap((part) =>
    lines.map((line) => svg('path', { class: part, d: pathOf(line), 'data-party': party })),
  )

function routeNodes({ lines, rings }: RouteLine): readonly SVGElement[] {
  const ringNodes = rings.map(({ at, radius }) => svg('circle', { class: 'route-end', cx: at[0], cy: at[1], r: radius }))
  return [...cased(lines, 'route', null), ...ringNodes]
}

/** A double line, cut by two strokes where the map itself is cut. */
function relayNodes({ lines, breaks, party }: RelayLine, scale: number): readonly SVGElement[] {
  const cuts = breaks.map(({ at, angle }) =>
    svg('path', {
      class: 'relay-cut',
      d: 'M-4,6L0,-6M0,6L4,-6',
      transform: `translate(${at[0]},${at[1]}) rotate(${angle}) scale(${scale})`,
    }),
  )
  return [...cased(lines, 'relay', party), ...cuts]
}

const symbolOf = (mark: PlacedMark, scale: number): SVGGElement => {
  const past = mark.role === 'port' && mark.hollow
  const symbol = mark.role === 'venue' ? symbols.venue(countOf(mark)) : past ? symbols.past() : symbols[mark.role]()
  const grown = mark.radius / (markRadius(mark) * scale)
  if (Math.abs(grown - 1) > 0.01) symbol.setAttribute('transform', `scale(${grown})`)
  return symbol
}

function markNode(mark: PlacedMark, scale: number): SVGElement {
  const ring = mark.radius / scale + 4
  return svg(
    'g',
    {
      class: mark.later ? 'place later' : 'place',
      'data-key': mark.key,
      'data-party': mark.party,
      transform: `translate(${mark.at[0]},${mark.at[1]}) scale(${scale})`,
    },
    svg('circle', { class: 'ring-ground', r: ring }),
    svg('circle', { class: 'ring', r: ring }),
    symbolOf(mark, scale),
  )
}

function shipNode(ship: ShipMark, options: DrawOptions): SVGElement {
  const { scale } = options
  const leader = ship.leader ? [svg('path', { class: 'leader', d: pathOf(ship.leader) })] : []
  const dot = ship.target ? [svg('circle', { class: 'leader-dot', cx: ship.target[0], cy: ship.target[1], r: 3 * scale })] : []
  const box = { x: -19.5, y: -11, width: 39, height: 22, rx: 11 }
  const plate = ship.plate ? [svg('rect', { class: 'ship-plate', ...ship.plate })] : []
  // The plate is as light as land.
  const onPlate = ship.plate ? { ...options, isOnLand: () => true } : options
  const icon = svg(
    'g',
    { transform: `translate(${ship.at[0]},${ship.at[1]}) scale(${scale})` },
    svg('rect', { class: 'ring-ground', ...box }),
    svg('rect', { class: 'ring', ...box }),
    ship.plate ? symbols.hollowShip() : symbols.ship(),
  )
  return svg(
    'g',
    { class: 'ship', 'data-key': ship.id, 'data-party': ship.party },
    ...plate,
    ...leader,
    ...dot,
    icon,
    ...ship.lines.map((line) => textNode(line, onPlate)),
  )
}

/** What lies over the land: names, arrows, marks, ships and their texts. */
export function drawOver(scene: Scene, options: DrawOptions): readonly SVGElement[] {
  const leaders = scene.labels.flatMap(({ leader }) => (leader ? [svg('path', { class: 'leader', d: pathOf(leader) })] : []))
  const dots = scene.names.flatMap(({ dot }) => (dot ? [svg('circle', { class: 'city-dot', cx: dot[0], cy: dot[1], r: 2 })] : []))
  const later = new Set(scene.marks.filter((mark) => mark.later).map((mark) => mark.key))
  const labels = scene.labels.map(({ key, lines }) =>
    svg(
      'g',
      { class: later.has(key) ? 'place-label later' : 'place-label', 'data-key': key },
      ...lines.map((line) => textNode(line, options)),
    ),
  )
  const { route, relay } = scene
  return [
    ...(relay ? relayNodes(relay, options.scale) : []),
    ...(route ? routeNodes(route) : []),
    ...dots,
    ...scene.names.map(({ line }) => textNode(line, options)),
    ...scene.joins.flatMap((join) => joinNodes(join, options.scale).slice(1)),
    ...scene.joinDates.map((line) => textNode(line, options)),
    ...leaders,
    // A leader may end in a mark, which stays whole over it.
    ...scene.ships.map((ship) => shipNode(ship, options)),
    ...scene.marks.toReversed().map((mark) => markNode(mark, options.scale)),
    ...labels,
    ...[...(relay?.label ?? []), ...(route?.label ?? [])].map((line) => textNode(line, options)),
  ]
}
