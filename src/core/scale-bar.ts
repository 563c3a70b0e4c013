import { EARTH_RADIUS_KM, KM_PER_NAUTICAL_MILE } from './geo'
import { worldPx } from './mercator'
import type { Camera } from './types'

export interface ScaleBar {
  readonly km: number
  readonly nauticalMiles: number
  readonly widthPx: number
}

const ROUND = [5, 2, 1] as const

/** The longest bar of 1, 2 or 5 times a power of ten km that is no wider than `mostPx`, true at the middle of the pane. */
export function scaleBar({ center, zoom }: Camera, mostPx: number): ScaleBar {
  const around = 2 * Math.PI * EARTH_RADIUS_KM * Math.cos((center[1] * Math.PI) / 180)
  const kmPerPx = around / worldPx(zoom)
  const most = kmPerPx * mostPx
  const power = 10 ** Math.floor(Math.log10(most))
  const km = (ROUND.find((n) => n * power <= most) ?? 1) * power
  return { km, nauticalMiles: km / KM_PER_NAUTICAL_MILE, widthPx: km / kmPerPx }
}
