import { capabilities } from './adapters/capabilities'
import { resizeFrame } from './adapters/frame-resize'
import { createHostApi, type HostedStory } from './adapters/host-api'
import { openOutwardLinks } from './adapters/outward-links'
import { siteFolder } from './adapters/site-folder'
import type { AppState } from './state/state'
import { createEmbedCredit } from './views/embed-credit'
import { placeDialogs } from './views/embed-dialogs'
import { foldList } from './views/embed-fold'
import { createEmbedHeader } from './views/embed-header'
import { createEmbedPanes } from './views/embed-panes'
import type { EmbedTools } from './views/embed-tools'
import type { CreateView } from './views/view'

/** What main calls on when a story is on the page of an embed. */
export interface ParleyEmbed {
  /** The views of an embed beside map, timeline and list, with the ids of their places. */
  views(tools: EmbedTools): readonly (readonly [string, CreateView])[]
  mounted(parts: HostedStory): void
}

/** Changes that leave the content as high as it is, and come with every movement of the pointer. */
const QUIET: readonly (keyof AppState)[] = ['hovered', 'pointed', 'instant', 'domain', 'camera', 'area']

openOutwardLinks()
const resizing = resizeFrame(document.body)
const hostApi = createHostApi()
let unfold = (): void => undefined
const parleyEmbed: ParleyEmbed = {
  views(tools) {
    const site = siteFolder()
    const isPinned = document.documentElement.dataset.pinned !== undefined
    return [
      ['page-header', createEmbedHeader(tools)],
      ['frame-tabs', createEmbedPanes(tools, site)],
      ['page-footer', createEmbedCredit(tools, site, isPinned, capabilities().downloads)],
    ]
  },
  mounted(parts) {
    unfold()
    unfold = foldEvents()
    resizing.lookAnew()
    parts.store.subscribe((_state, changed) => {
      if ([...changed].some((key) => !QUIET.includes(key))) resizing.lookAnew()
    })
    hostApi.mounted(parts)
  },
}
const dialogs = document.getElementById('dialogs')
if (dialogs) placeDialogs(dialogs)
Object.assign(window, { parleyEmbed })

function foldEvents(): () => void {
  const list = document.querySelector('#events .events')
  const numbers = new Intl.NumberFormat(document.documentElement.lang || 'en')
  return list ? foldList(list, (n) => numbers.format(n)) : () => undefined
}
