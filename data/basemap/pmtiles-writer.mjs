/**
 * Writes a PMTiles v3 archive: header, one root directory, metadata, tiles.
 * Source: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'

const HEADER_BYTES = 127
const GZIP = 2
const MVT = 1
const ROOT_LIMIT = 16384

/** Appends a protobuf varint (spec §4, directories). */
function pushVarint(bytes, value) {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** Entries `{ id, run, offset, length }` in order of id, as spec §4.2 encodes them. */
function encodeDirectory(entries) {
  const bytes = []
  pushVarint(bytes, entries.length)
  entries.forEach(({ id }, i) => {
    pushVarint(bytes, i ? id - entries[i - 1].id : id)
  })
  for (const { run } of entries) pushVarint(bytes, run)
  for (const { length } of entries) pushVarint(bytes, length)
  entries.forEach(({ offset }, i) => {
    const last = entries[i - 1]
    pushVarint(bytes, last && offset === last.offset + last.length ? 0 : offset + 1)
  })
  return gzipSync(Uint8Array.from(bytes), { level: 9 })
}

/** Orders the tiles, stores equal ones once and runs of them as one entry. */
function layOut(tiles) {
  const sorted = tiles.map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data })).sort((a, b) => a.id - b.id)
  const known = new Map()
  const blobs = []
  const entries = []
  let end = 0
  for (const { id, data } of sorted) {
    const hash = createHash('sha256').update(data).digest('hex')
    let place = known.get(hash)
    if (!place) {
      const blob = gzipSync(data, { level: 9 })
      place = { offset: end, length: blob.length }
      known.set(hash, place)
      blobs.push(blob)
      end += blob.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++
    else entries.push({ id, run: 1, ...place })
  }
  return { entries, blob: Buffer.concat(blobs), contents: known.size, addressed: sorted.length }
}

const toE7 = (degrees) => Math.round(degrees * 1e7)

/**
 * The archive as a Buffer. `tiles`: `{ z, x, y, data }` with raw vector tiles;
 * `metadata`: the JSON of spec §5; `zooms`: `[least, most]`; `bounds` in degrees.
 */
export function writePmtiles({ tiles, metadata, zooms, bounds }) {
  const { entries, blob, contents, addressed } = layOut(tiles)
  const root = encodeDirectory(entries)
  if (HEADER_BYTES + root.length > ROOT_LIMIT) throw new Error('pmtiles: root directory too large')
  const json = gzipSync(JSON.stringify(metadata), { level: 9 })

  const header = Buffer.alloc(HEADER_BYTES)
  const put64 = (at, value) => header.writeBigUInt64LE(BigInt(value), at)
  header.write('PMTiles', 0, 'latin1')
  header.writeUInt8(3, 7)
  const metadataAt = HEADER_BYTES + root.length
  const tilesAt = metadataAt + json.length
  put64(8, HEADER_BYTES)
  put64(16, root.length)
  put64(24, metadataAt)
  put64(32, json.length)
  put64(40, tilesAt)
  put64(48, 0)
  put64(56, tilesAt)
  put64(64, blob.length)
  put64(72, addressed)
  put64(80, entries.length)
  put64(88, contents)
  header.writeUInt8(1, 96)
  header.writeUInt8(GZIP, 97)
  header.writeUInt8(GZIP, 98)
  header.writeUInt8(MVT, 99)
  header.writeUInt8(zooms[0], 100)
  header.writeUInt8(zooms[1], 101)
  bounds.forEach((degrees, i) => {
    header.writeInt32LE(toE7(degrees), 102 + 4 * i)
  })
  header.writeUInt8(zooms[0], 118)
  header.writeInt32LE(0, 119)
  header.writeInt32LE(0, 123)
  return Buffer.concat([header, root, json, blob])
}
