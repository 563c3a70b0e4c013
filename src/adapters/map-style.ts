import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { type BasemapTopology, type GroundLayer, groundShape } from '../core/ground'

export interface GroundColors {
  readonly land: string
  readonly sea: string
  readonly border: string
  readonly coast: string
}

/** From this zoom on the tiles of the finest stage take over. */
export const TILES_ZOOM = 4.5
export const TILES_SOURCE = 'world-10'
const SHAPES: readonly GroundLayer[] = ['land', 'lakes', 'rivers', 'coast', 'borders', 'disputed']
const NOTHING = { type: 'FeatureCollection' as const, features: [] }

/** Layers of one stage. No background: the sea is transparent, and what is shaded lies under the land. No text: the view sets all names. */
function stageLayers(
  stage: string,
  source: (layer: GroundLayer) => Record<string, string>,
  colors: GroundColors,
): LayerSpecification[] {
  const zooms = stage === 'fine' ? { minzoom: TILES_ZOOM } : {}
  const line = (layer: GroundLayer, color: string, width: number, dash?: number[]): LayerSpecification => ({
    id: `${stage}-${layer}`,
    type: 'line',
    ...zooms,
    ...source(layer),
    source: source(layer).source ?? '',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width, ...(dash ? { 'line-dasharray': dash } : {}) },
  })
  const fill = (layer: GroundLayer, color: string): LayerSpecification => ({
    id: `${stage}-${layer}`,
    type: 'fill',
    ...zooms,
    ...source(layer),
    source: source(layer).source ?? '',
    paint: { 'fill-color': color },
  })
  const rivers: LayerSpecification = {
    ...line('rivers', colors.coast, 0.7),
    minzoom: stage === 'fine' ? TILES_ZOOM : 3.5,
    filter: ['<=', ['get', 'minZoom'], ['+', ['zoom'], 0.5]],
  } as LayerSpecification
  const coast = stage === 'fine' ? 'land' : 'coast'
  return [
    fill('land', colors.land),
    fill('lakes', colors.sea),
    { ...line('lakes', colors.coast, 0.8), id: `${stage}-shore` },
    rivers,
    { ...line(coast, colors.coast, 0.8), id: `${stage}-coast` },
    line('borders', colors.border, 0.8),
    line('disputed', colors.border, 1, [4, 3]),
  ]
}

/** The ground in whole-world shapes; tiles join when they are there. */
export function groundStyle(topology: BasemapTopology, colors: GroundColors): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      SHAPES.map((layer) => [
        layer,
        { type: 'geojson', data: groundShape(topology, layer) ?? NOTHING, tolerance: 0.2, maxzoom: 8 },
      ]),
    ),
    layers: stageLayers('whole', (layer) => ({ source: layer }), colors),
  }
}

/** Layers of the tiles, to be put over the whole-world ones. */
export const tileLayers = (colors: GroundColors): LayerSpecification[] =>
  stageLayers('fine', (layer) => ({ source: TILES_SOURCE, 'source-layer': layer }), colors)

type Paint = readonly [id: string, property: 'fill-color' | 'line-color', color: string]

/** What a change of theme repaints. */
export const repaints = (stage: 'whole' | 'fine', { land, sea, coast, border }: GroundColors): readonly Paint[] => [
  [`${stage}-land`, 'fill-color', land],
  [`${stage}-lakes`, 'fill-color', sea],
  [`${stage}-shore`, 'line-color', coast],
  [`${stage}-rivers`, 'line-color', coast],
  [`${stage}-coast`, 'line-color', coast],
  [`${stage}-borders`, 'line-color', border],
  [`${stage}-disputed`, 'line-color', border],
]
