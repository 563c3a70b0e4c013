/** The screen that present mode is drawn for; its sizes in CSS are `--u`, a px of that screen. */
const SCREEN = { widthPx: 1920, heightPx: 1080 }
/** On a smaller screen than half of that, text would be too small to be read from near. */
const LEAST = 0.5
/** Type of the timeline and the map at a scale of 1: their smallest texts are 24 px high on the screen above. */
const SMALLEST = { timelinePx: 13, mapPx: 12, presentPx: 24 }

/** Px of this screen for a px of the one that present mode is drawn for, which may stand on its side: `--u` of the sheet. */
export function presentUnit(): number {
  const { innerWidth, innerHeight } = window
  const [long, short] = innerWidth > innerHeight ? [innerWidth, innerHeight] : [innerHeight, innerWidth]
  return Math.max(LEAST, Math.min(long / SCREEN.widthPx, short / SCREEN.heightPx))
}

/** By how much the timeline is drawn larger in present mode. */
export const timelineScale = (): number => (SMALLEST.presentPx / SMALLEST.timelinePx) * presentUnit()

/** By how much the map is drawn larger in present mode. */
export const mapScale = (): number => (SMALLEST.presentPx / SMALLEST.mapPx) * presentUnit()
