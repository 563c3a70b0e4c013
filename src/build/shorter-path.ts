/** Points are written in tenths of a pixel: what is nearer than that to the point before is not seen. */
const TENTHS = 10

type Point = readonly [x: number, y: number]

const written = (tenths: number): string => String(tenths / TENTHS).replace(/^(-?)0\./, '$1.')

/** Numbers one after the other; a minus parts by itself. */
const row = (tenths: readonly number[]): string => tenths.map(written).join(' ').replaceAll(' -', '-')

/** Points in tenths of a pixel, of a run of straight lines in one piece. */
function pointsIn(run: string): readonly Point[] {
  let [x, y] = [0, 0]
  return [...run.matchAll(/([MLHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g)].map(([, letter, first = '0', second = '0']) => {
    const [a, b] = [first, second].map((part) => Math.round(Number(part) * TENTHS)) as [number, number]
    if (letter !== 'V') x = a
    if (letter === 'V') y = a
    else if (letter !== 'H') y = b
    return [x, y]
  })
}

/**
 * The same path in fewer letters, where it is made of absolute straight lines alone, as coasts are: each point from the one before, to a
 * tenth of a pixel, without those that fall together. Another path is given back as it is.
 */
export function shorterPath(d: string): string {
  if (!/^(M-?[\d.]+,-?[\d.]+([LHV]-?[\d.]+(,-?[\d.]+)?)*Z?)+$/.test(d)) return d
  return d
    .split(/(?=M)/)
    .map((run) => {
      const points = pointsIn(run)
      const moves = points.slice(1).map(([x, y], index) => [x - (points[index]?.[0] ?? 0), y - (points[index]?.[1] ?? 0)])
      const seen = moves.filter(([dx, dy]) => dx !== 0 || dy !== 0)
      const lines = seen.length > 0 ? `l${row(seen.flat())}` : ''
      return `M${row(points[0] ?? [])}${lines}${run.endsWith('Z') ? 'Z' : ''}`
    })
    .join('')
}
