import type { BasemapTopology } from '../core/ground'
import type { Names } from '../core/scene-names'
import type { Basemap } from '../views/map-ground'
import { loadScript } from './script'
import { siteFolder } from './site-folder'

declare global {
  interface Window {
    /** The packs of the basemap call it: classic scripts load where modules and fetch do not. */
    parleyData?: (name: string, value: unknown) => void
  }
}

const FOLDER = 'basemap/'
/** Coarse first, so that land stands at once. */
const STAGES = ['world-110', 'world-50'] as const

/** Address of the tiles of the finest stage. */
export const tilesAddress = (): string => new URL(`${FOLDER}world-10.pmtiles`, siteFolder()).href

interface Packs {
  readonly stages: Map<string, BasemapTopology>
  names: Names | null
}

const isTopology = (value: unknown): value is BasemapTopology =>
  typeof value === 'object' && value !== null && 'objects' in value && 'arcs' in value

const isNames = (value: unknown): value is Names =>
  typeof value === 'object' && value !== null && ['countries', 'seas', 'cities'].every((key) => key in value)

export interface LoadableBasemap extends Basemap {
  /** Loads the coarse stage and the names, as the first subscriber does. Resolves also where they cannot be had. */
  start(): Promise<void>
  /** Loads the finer stage; true when it is there. */
  refine(): Promise<boolean>
}

/** The packs in `basemap/` beside the page, each a classic script that hands over its data. */
export function createBasemap(): LoadableBasemap {
  const packs: Packs = { stages: new Map(), names: null }
  const listeners = new Set<() => void>()
  const loading = new Map<string, Promise<boolean>>()

  window.parleyData = (name, value) => {
    if (name === 'names' && isNames(value)) packs.names = value
    else if (isTopology(value)) packs.stages.set(name, value)
    for (const listener of listeners) listener()
  }
  const load = (name: string): Promise<boolean> => {
    // The file that is taken along brings them inside.
    if (packs.stages.has(name) || (name === 'names' && packs.names !== null)) return Promise.resolve(true)
    const known = loading.get(name) ?? loadScript(new URL(`${FOLDER}${name}.js`, siteFolder()).href)
    loading.set(name, known)
    return known
  }

  const start = async (): Promise<void> => {
    await Promise.all([load('world-110'), load('names')])
  }

  return {
    topology: () => STAGES.map((stage) => packs.stages.get(stage) ?? null).reduce((coarse, fine) => fine ?? coarse, null),
    names: () => packs.names,
    subscribe: (listener) => {
      listeners.add(listener)
      void start()
      return () => listeners.delete(listener)
    },
    start,
    refine: () => load('world-50'),
  }
}
