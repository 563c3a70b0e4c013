import { capabilities } from './adapters/capabilities'
import { copyRich } from './adapters/clipboard-rich'
import type { LaterViews } from './adapters/later-views'
import { pngFile, svgFile } from './adapters/picture-file'
import { saveFile } from './adapters/save'
import { citableAddress, fullPageAddress } from './adapters/share-address'
import { adoptSheet } from './adapters/sheet'
import { calendarDay } from './core/calendar-day'
import { namingEvent } from './core/event-address'
import { shareWords } from './core/words/share-words'
import type { MapView } from './map-view'
import shareCss from './share.css?inline'
import { keptOf } from './state/kept'
import { initialState } from './state/state'
import { createCite } from './views/cite'
import { createDownload } from './views/download'
import type { DrawMapPicture } from './views/picture-map'
import type { DrawTimelinePicture } from './views/picture-timeline'
import type { SharePorts } from './views/share-ports'
import type { CreateView, ViewContext } from './views/view'

/* Downloads and citations as a classic script of its own: most readers never ask for them. */

/** Drawn by the map's script, which has what it takes; null where that did not load. */
const drawMap: DrawMapPicture = async (...asked) =>
  (await (window as { parleyMapView?: MapView }).parleyMapView?.drawPicture(...asked)) ?? null

function portsOf({ story, store, readerZone }: ViewContext): SharePorts {
  const { downloads, popups } = capabilities()
  const isFramed = window.parent !== window
  return {
    addressOf: (state) => citableAddress(story, state),
    linkTo: (event) => {
      const { layers } = store.state
      const address = citableAddress(story, { ...initialState(story), ...keptOf(store.state), layers, selected: event })
      return address === null ? '' : namingEvent(address, event)
    },
    today: () => calendarDay(Date.now(), readerZone ?? story.timeZone),
    copy: copyRich,
    canSave: downloads,
    fullPage: isFramed && popups ? (state) => fullPageAddress(story, state) : null,
    save: saveFile,
    offline: document.querySelector('meta[name="parley-offline"]')?.getAttribute('content') ?? null,
    drawMap,
    drawTimeline: (window as { parleyTimeline?: DrawTimelinePicture }).parleyTimeline ?? null,
    svg: svgFile,
    png: pngFile,
  }
}

const download: CreateView = (root, context) => createDownload(shareWords, portsOf(context))(root, context)
const cite: CreateView = (root, context) => createCite(shareWords, portsOf(context))(root, context)

adoptSheet(shareCss)
const share: LaterViews = { views: [download, cite] }
Object.assign(window, { parleyShare: share })
