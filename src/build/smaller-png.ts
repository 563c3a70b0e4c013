import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE_LENGTH = 8
/** Bytes of a pixel by colour type: grey, RGB, RGB with alpha, at eight bits a sample. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 }

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/**
 * The same picture in fewer bytes. Browsers filter each row, which suits photographs; large even areas with small type pack better as
 * they are. A file of another form than theirs comes back as it is. Source: PNG, third edition, §5 and §9.
 */
export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const pixelBytes = header && header[8] === 8 && header[12] === 0 ? PIXEL_BYTES[header[9] ?? -1] : undefined
  if (!header || pixelBytes === undefined) return png
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  unfilter(rows, header.readUInt32BE(0) * pixelBytes, pixelBytes)
  const packed = deflateSync(rows, { level: 9, memLevel: 9 })
  const others = chunks.filter(({ type }) => type !== 'IDAT' && type !== 'IEND')
  const smaller = [...others, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }].map(encodeChunk)
  const whole = Buffer.concat([png.subarray(0, SIGNATURE_LENGTH), ...smaller])
  return whole.length < png.length ? whole : png
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_LENGTH; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

function encodeChunk({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

/** Takes the filter off each row, in place; `width` without the byte that names it. */
function unfilter(rows: Buffer, width: number, pixelBytes: number): void {
  for (let start = 0; start < rows.length; start += width + 1) {
    const filter = rows[start] ?? 0
    rows[start] = 0
    for (let at = start + 1; at <= start + width; at++) {
      const left = at - pixelBytes > start ? (rows[at - pixelBytes] ?? 0) : 0
      const up = start > 0 ? (rows[at - width - 1] ?? 0) : 0
      const corner = start > 0 && at - pixelBytes > start ? (rows[at - width - 1 - pixelBytes] ?? 0) : 0
      rows[at] = ((rows[at] ?? 0) + predicted(filter, left, up, corner)) & 255
    }
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
