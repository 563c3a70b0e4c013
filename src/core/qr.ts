import { encode } from 'uqr'

/** Light modules that a reader needs on every side. Source: ISO/IEC 18004, 4 modules. */
export const QUIET_ZONE = 4

/** A QR code without its quiet zone. */
export interface QrCode {
  /** Modules on a side: 21 to 177. */
  readonly size: number
  /** Rows from the top; true is dark. */
  readonly modules: readonly (readonly boolean[])[]
  /** Of the whole drawing with its quiet zone, for `viewBox`: `0 0 sidePx sidePx`, one unit a module. */
  readonly side: number
  /** SVG path data of the dark modules, quiet zone left free. */
  readonly d: string
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(modules: QrCode['modules']): string {
  const runs = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      const length = (end === -1 ? row.length : end) - x
      return [`M${x + QUIET_ZONE},${y + QUIET_ZONE}h${length}v1h-${length}z`]
    }),
  )
  return runs.join('')
}

/** The code of an address, readable with 15 % of it damaged (level M or better). Null where the text is too long for one. */
export function qrCode(text: string): QrCode | null {
  let data: boolean[][]
  try {
    // More correction where it costs no larger code.
    data = encode(text, { ecc: 'M', boostEcc: true, border: 0 }).data
  } catch (error) {
    // uqr 0.1.3 throws it for what does not fit version 40.
    if (error instanceof RangeError) return null
    throw error
  }
  return { size: data.length, modules: data, side: data.length + 2 * QUIET_ZONE, d: pathOf(data) }
}
