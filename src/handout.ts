import { capabilities } from './adapters/capabilities'
import type { LaterViews } from './adapters/later-views'
import { mapScript } from './adapters/map-script'
import { runningFoot } from './adapters/running-foot'
import { citableAddress, fullPageAddress } from './adapters/share-address'
import { adoptSheet } from './adapters/sheet'
import { calendarDay } from './core/calendar-day'
import { handoutWords } from './core/words/handout-words'
import type { Guide } from './guide'
import { createHandout, type HandoutPorts } from './views/handout'
import handoutCss from './views/handout.css?inline'
import type { DrawTimelinePicture } from './views/picture-timeline'
import type { CreateView, ViewContext } from './views/view'

/* The handout as a classic script of its own: only who prints one needs it. */

function portsOf({ story, readerZone }: ViewContext): HandoutPorts {
  const { popups, print } = capabilities()
  const isFramed = window.parent !== window
  return {
    whole: (context) => (window as { parleyGuide?: Guide }).parleyGuide?.whole(context) ?? context,
    addressOf: (state) => citableAddress(story, state),
    fullPage: isFramed && popups ? (state) => fullPageAddress(story, state) : null,
    today: () => calendarDay(Date.now(), readerZone ?? story.timeZone),
    print: print ? () => window.print() : null,
    drawHandout: async (...asked) => (await (await mapScript())?.drawHandout(...asked)) ?? null,
    drawTimeline: (window as { parleyTimeline?: DrawTimelinePicture }).parleyTimeline ?? null,
    runningFoot,
  }
}

const view: CreateView = (root, context) => createHandout(handoutWords, portsOf(context))(root, context)

adoptSheet(handoutCss)
const handout: LaterViews = { views: [view] }
Object.assign(window, { parleyHandout: handout })
