import { adoptSheet } from './adapters/sheet'
import { compareWords } from './core/words/compare-words'
import { helpWords } from './core/words/help-words'
import { measureBarWords } from './core/words/measure-bar-words'
import dialogsCss from './dialogs.css?inline'
import type { MapView } from './map-view'
import { createCompare } from './views/compare'
import { createHelp } from './views/help'
import type { DrawFix } from './views/map-fix'
import { createMeasurePanel } from './views/measure'
import type { CreateView } from './views/view'

/** The dialogs as a classic script of its own: nobody needs them before the page stands. */
export interface Dialogs {
  /** Each gets a root of its own, puts its closed dialog there, and opens it as state asks. */
  readonly views: readonly CreateView[]
}

adoptSheet(dialogsCss)
/** Drawn by the map's script, which has what it takes; null where that did not load. */
const drawFix: DrawFix = (...asked) => (window as { parleyMapView?: MapView }).parleyMapView?.drawFix(...asked) ?? null
/** It has its place in the page, between header and views. */
const createMeasure: CreateView = (root, context) =>
  createMeasurePanel(measureBarWords)(document.getElementById('measure') ?? root, context)
const dialogs: Dialogs = { views: [createCompare(compareWords), createHelp(helpWords, drawFix), createMeasure] }
Object.assign(window, { parleyDialogs: dialogs })
