import { addProtocol, Map as MapLibreMap, type RequestParameters, setWorkerUrl } from 'maplibre-gl'
import { PMTiles } from 'pmtiles'
import { MAX_ZOOM } from '../core/mercator'
import type { Camera } from '../core/types'
import { h } from '../views/dom'
import type { Basemap, CreateGround, GroundFailure, GroundOptions } from '../views/map-ground'
import { type GroundColors, groundStyle, repaints, TILES_SOURCE, TILES_ZOOM, tileLayers } from './map-style'

export interface MapLibreOptions {
  readonly basemap: Basemap
  /** Of MapLibre's worker script. */
  readonly workerAddress: string
  /** Of the tiles of the finest stage, read whole. */
  readonly tilesAddress: string
}

const PROTOCOL = 'parley'
/** A lost context comes back within this time or never. */
const PATIENCE_MS = 4000
/** After the first picture only these end the map; a tile that fails leaves a coarser one. Source: maplibre-gl 6.17. */
const FATAL = /worker failed|failed to fetch|failed to load worker|importscripts/i

/** Colours of the sheet as the browser resolves them. */
function colorsOf(pane: HTMLElement): GroundColors {
  const probe = h('span', { hidden: true })
  pane.append(probe)
  const read = (name: string): string => {
    probe.style.setProperty('color', `var(${name})`)
    return getComputedStyle(probe).color
  }
  const colors = { land: read('--land'), sea: read('--sea'), border: read('--border'), coast: read('--coast') }
  probe.remove()
  return colors
}

/** Nothing from elsewhere, whatever a style might say. */
function ownOnly(url: string): RequestParameters {
  const isOwn =
    url.startsWith(`${PROTOCOL}:`) || /^(data|blob):/.test(url) || new URL(url, document.baseURI).origin === location.origin
  if (!isOwn) throw new Error(`The map asked for ${url}`)
  return { url }
}

let tiles: Promise<PMTiles> | null = null

/** Tiles out of memory: range requests fail on several static hosts, and the failure is an empty map that says nothing. */
function openTiles(address: string): Promise<PMTiles> {
  const open = async (): Promise<PMTiles> => {
    const response = await fetch(address, { credentials: 'omit' })
    if (!response.ok) throw new Error(`Tiles: ${response.status}`)
    const buffer = await response.arrayBuffer()
    const getBytes = async (offset: number, length: number) => ({ data: buffer.slice(offset, offset + length) })
    const archive = new PMTiles({ getKey: () => address, getBytes })
    addProtocol(PROTOCOL, async ({ url }) => {
      const [z = 0, x = 0, y = 0] = url.split('/').slice(-3).map(Number)
      const tile = await archive.getZxy(z, x, y)
      return { data: tile?.data ?? new ArrayBuffer(0) }
    })
    return archive
  }
  tiles ??= open()
  return tiles
}

/** The camera is ours and already within the world: MapLibre's own constraint would move it. */
const constrain = (center: { lng: number; lat: number }, zoom: number) => ({ center, zoom })

function createMap(container: HTMLElement, options: GroundOptions, { basemap }: MapLibreOptions): MapLibreMap {
  const topology = basemap.topology()
  if (!topology) throw new Error('No basemap')
  return new MapLibreMap({
    container,
    style: groundStyle(topology, colorsOf(container)),
    center: [options.camera.center[0], options.camera.center[1]],
    zoom: options.camera.zoom,
    minZoom: -2,
    maxZoom: MAX_ZOOM,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    trackResize: false,
    fadeDuration: 0,
    transformRequest: ownOnly,
    transformConstrain: constrain as never,
  })
}

/**
 * Ends in `ready`, or in `fail`, whatever goes wrong for good. MapLibre says `load` and `idle` even when its worker failed, and each
 * browser words that error in its own way: until the worker has answered with land, any error is the worker's.
 */
function watch(map: MapLibreMap, ready: () => void, fail: (reason: GroundFailure) => void): void {
  let timer = 0
  let hasLand = false
  map.on('sourcedata', ({ sourceId, sourceDataType }) => {
    if (sourceId === 'land' && sourceDataType === 'content') hasLand = true
  })
  map.on('error', ({ error }) => {
    if (!hasLand || FATAL.test(error.message)) fail('worker')
  })
  map.once('idle', () => (hasLand ? ready() : fail('worker')))
  map.on('webglcontextlost', () => {
    timer = window.setTimeout(() => fail('lost'), PATIENCE_MS)
  })
  map.on('webglcontextrestored', () => window.clearTimeout(timer))
}

async function addTiles(map: MapLibreMap, address: string, colors: () => GroundColors): Promise<boolean> {
  try {
    await openTiles(address)
  } catch {
    return false
  }
  map.addSource(TILES_SOURCE, { type: 'vector', tiles: [`${PROTOCOL}://world/{z}/{x}/{y}`], maxzoom: 5 })
  for (const layer of tileLayers(colors())) map.addLayer(layer)
  return true
}

/** The detailed ground: MapLibre without names, controls and gestures of its own, which are the view's. */
export const createMapLibreGround =
  (settings: MapLibreOptions): CreateGround =>
  (pane, options) => {
    setWorkerUrl(settings.workerAddress)
    const element = h('div', { class: 'map-ground', 'aria-hidden': 'true' })
    pane.append(element)
    let failed = false
    const fail = (reason: GroundFailure): void => {
      if (failed) return
      failed = true
      options.onFail(reason)
    }
    const map = createMap(element, options, settings)
    map.getCanvas().tabIndex = -1
    const ready = (): void => {
      if (failed) return
      options.onReady()
      void refine(map.getZoom())
    }
    watch(map, ready, fail)
    let fine: 'no' | 'loading' | 'there' = 'no'
    async function refine(zoom: number): Promise<void> {
      if (fine !== 'no' || zoom < TILES_ZOOM - 0.5 || !map.isStyleLoaded()) return
      fine = 'loading'
      fine = (await addTiles(map, settings.tilesAddress, () => colorsOf(pane))) ? 'there' : 'loading'
    }
    const setCamera = ({ center, zoom }: Camera): void => {
      map.jumpTo({ center: [center[0], center[1]], zoom })
      void refine(zoom)
    }
    return {
      element,
      setCamera,
      resize: (_, camera) => {
        map.resize()
        setCamera(camera)
      },
      restyle: () => {
        const colors = colorsOf(pane)
        const stages = fine === 'there' ? (['whole', 'fine'] as const) : (['whole'] as const)
        for (const [id, property, color] of stages.flatMap((stage) => repaints(stage, colors)))
          map.setPaintProperty(id, property, color)
      },
      destroy: () => {
        failed = true
        map.remove()
        element.remove()
      },
    }
  }
