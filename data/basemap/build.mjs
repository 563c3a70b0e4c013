/**
 * Builds the basemap and the fonts into public/ when they are missing or stale:
 * `node data/basemap/build.mjs`. Stale means that a script here or a package it
 * reads has changed. A publisher's own pack is left alone: see README.md.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { BASEMAP_OUT, FONTS_OUT, PACKAGES, packageJson, SCRIPTS } from './sources.mjs'

const STAMP = `${BASEMAP_OUT}.stamp`
const KEEP = `${BASEMAP_OUT}.keep`

/** What the pack depends on, as one hash. */
function currentHash() {
  const hash = createHash('sha256')
  const scripts = readdirSync(SCRIPTS).filter((file) => file.endsWith('.mjs') && file !== 'check.mjs')
  for (const script of scripts.sort()) {
    hash.update(`${script}\n`).update(readFileSync(`${SCRIPTS}${script}`))
  }
  for (const name of PACKAGES) hash.update(`${name}@${packageJson(`${name}/package.json`).version}\n`)
  return hash.digest('hex')
}

/** True when the stamp is of this hash and every file it lists is there. */
function isFresh(hash) {
  if (!existsSync(STAMP)) return false
  const [stamped, ...files] = readFileSync(STAMP, 'utf8').trim().split('\n')
  return stamped === hash && files.every((file) => existsSync(`${BASEMAP_OUT}../${file}`))
}

/** Whole or not at all: two builds may run at once. */
function write(folder, name, data) {
  const part = `${folder}${name}.${process.pid}.part`
  writeFileSync(part, data)
  renameSync(part, `${folder}${name}`)
}

async function basemapFiles() {
  const [{ mapNames }, { worldTiles }, topologies] = await Promise.all([
    import('./names.mjs'),
    import('./tiles.mjs'),
    import('./topologies.mjs'),
  ])
  const { mediumTopology, smallTopology, toScript } = topologies
  return [
    { name: 'world-110.js', data: toScript('world-110', smallTopology()) },
    { name: 'world-50.js', data: toScript('world-50', mediumTopology()) },
    { name: 'names.js', data: toScript('names', mapNames()) },
    { name: 'world-10.pmtiles', data: worldTiles() },
  ]
}

/** Writes all files and the stamp; gives their number. */
async function build(hash, isOwnPack) {
  const { buildFonts } = await import('./fonts.mjs')
  const files = isOwnPack ? [] : await basemapFiles()
  const fonts = await buildFonts()
  mkdirSync(BASEMAP_OUT, { recursive: true })
  mkdirSync(FONTS_OUT, { recursive: true })
  for (const { name, data } of files) write(BASEMAP_OUT, name, data)
  for (const { name, data } of fonts) write(FONTS_OUT, name, data)
  const list = [...files.map((f) => `basemap/${f.name}`), ...fonts.map((f) => `fonts/${f.name}`)]
  write(BASEMAP_OUT, '.stamp', `${[hash, ...list].join('\n')}\n`)
  return list.length
}

const start = performance.now()
const isOwnPack = existsSync(KEEP)
const what = isOwnPack ? 'fonts (the basemap is a publisher’s own: public/basemap/.keep)' : 'basemap and fonts'
const hash = `${currentHash()}${isOwnPack ? ' own pack' : ''}`
const done = isFresh(hash) ? 'up to date' : `${await build(hash, isOwnPack)} files built`
console.log(`${what}: ${done} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
