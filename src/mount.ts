import { copyText } from './adapters/clipboard'
import { isEmbed } from './adapters/frame-host'
import { bindKeys } from './adapters/keyboard'
import { loadLater } from './adapters/later'
import { laterPanel } from './adapters/later-panels'
import { bindLater } from './adapters/later-views'
import { readReader } from './adapters/reader'
import { siteFolder } from './adapters/site-folder'
import { bindTheme } from './adapters/theme'
import { addressOf, bindAddress, stateFromAddress } from './adapters/url'
import { findEvent, matchingAnywhereOnMap, matchingIds } from './core/derive'
import { formatterOf } from './core/format'
import type { Story } from './core/story-types'
import type { EventId } from './core/types'
import { type Words, english as words, wordsFor } from './core/words/words'
import type { ParleyEmbed } from './embed'
import type { MapView } from './map-view'
import { selectEvent, setDomain, withNoticesFirst } from './state/actions'
import { keptOf } from './state/kept'
import { decodeQuery, encodeQuery } from './state/query'
import { type AppState, initialState } from './state/state'
import { Store } from './state/store'
import { createAbout, editionLine } from './views/about'
import { showBanner } from './views/banner'
import { createEventsPane } from './views/events-pane'
import { createHeader } from './views/header'
import { createPageBar } from './views/page-bar'
import { adoptPartyColors } from './views/party-colors'
import { createPeek } from './views/peek'
import { fillSkipLinks } from './views/skip-links'
import { createStatus } from './views/status'
import { createStepsEntry } from './views/steps-entry'
import { createTimeline } from './views/timeline'
import type { AppStore, CreateView, View } from './views/view'

/** A landmark of the page. Throws where it is missing. */
export const rootOf = (id: string): HTMLElement => {
  const root = document.getElementById(id)
  if (root === null) throw new Error(`The page has no #${id}`)
  return root
}

/** Makes a view and shows the present state; a view that fails says so in its own place, and the others go on. */
function mount(root: HTMLElement, create: () => View, state: AppState): View | null {
  try {
    const view = create()
    view.update(state, new Set(Object.keys(state) as (keyof AppState)[]))
    return view
  } catch (error) {
    fail(root, error)
    return null
  }
}

function fail(root: HTMLElement, error: unknown): void {
  const message = document.createElement('p')
  message.className = 'failed'
  message.textContent = words.page.viewFailed
  root.replaceChildren(message)
  // The developer's copy: the page itself has told the reader.
  queueMicrotask(() => {
    throw error
  })
}

let mapView: Promise<MapView | null> | null = null

type Places = readonly (readonly [string, CreateView])[]

/** A story on the page. */
export interface Mounted {
  readonly store: AppStore
  /** Resolves when the map is there too, or is known not to come. */
  readonly whole: Promise<void>
  /** Empties the page again. */
  readonly end: () => void
}

/** Fills the page with a story. `dataFile`: address of its file, for the footer. `given`: the state, where the address is not to be read. */
export function mountStory(story: Story, dataFile: string, given?: AppState, reword = (own: Words): Words => own): Mounted {
  const { state, closed } = given ? { state: given, closed: [] } : withNoticesFirst(story, stateFromAddress(story))
  const store = new Store<AppState>(state)
  const reader = readReader()
  const own = reword(wordsFor(reader.languages, store.state.lang))
  const context = { story, store, words: own, readerZone: reader.timeZone, matchingAnywhereOnMap }
  const status = createStatus(rootOf('status'), context)
  // What a frame shows is shared as the full page; an edition that is kept, as it is.
  const isLiving = isEmbed() && document.documentElement.dataset.pinned === undefined
  const sharedAt = (state: AppState): string => (isLiving ? siteFolder() + encodeQuery(story, state) : addressOf(story, state))
  const share = {
    linkTo: (event: EventId, claim: AppState['claim'] = null) =>
      sharedAt({ ...initialState(story), ...keptOf(store.state), layers: store.state.layers, selected: event, claim }),
    linkToClass: () => sharedAt({ ...store.state, locked: true }),
    copy: copyText,
  }
  const header = createHeader({ copyAddress: () => copyText(addressOf(story, store.state)) }, status.announce)
  const { parleyEmbed: embed } = window as { parleyEmbed?: ParleyEmbed }
  const paneParts = {
    table: laterPanel(({ table }) => table),
    positions: laterPanel(({ positions }) => positions),
    filters: laterPanel(({ filters }) => filters(share)),
  }
  const furniture = (): Places => [
    ['page-header', header],
    ['peek', createPeek],
    ['shortcuts', createPageBar],
    ['page-footer', createAbout(dataFile)],
  ]
  const parts: Places = [
    ['events', createEventsPane(share, paneParts)],
    ['timeline', createTimeline],
    // An embed whose own script did not load keeps what came with the page.
    ...(isEmbed() ? (embed?.views({ editionLine, encodeQuery, findEvent, formatterOf, matchingIds }) ?? []) : furniture()),
    ['page-header', createStepsEntry],
  ]
  document.title = story.title.value
  document.documentElement.lang = story.language
  document.documentElement.dir = words.dir
  adoptPartyColors(story)
  fillSkipLinks(document, words)
  document.body.classList.remove('prerendered')
  const mounted = parts.map(([id, create]) => ({
    root: rootOf(id),
    view: mount(rootOf(id), () => create(rootOf(id), context), store.state),
  }))
  mounted.push({ root: rootOf('status'), view: status })
  status.update(store.state, new Set())
  const stop = store.subscribe((state, changed) => {
    for (const part of mounted) {
      try {
        part.view?.update(state, changed)
      } catch (error) {
        part.view = null
        fail(part.root, error)
      }
    }
  })
  const map: { root: HTMLElement; view: View | null } = { root: rootOf('map'), view: null }
  let ended = false
  mapView ??= loadLater<MapView>('map-view', 'parleyMapView')
  const whole = mapView.then((loaded) => {
    if (ended) return
    if (loaded === null) fail(map.root, new Error('The map’s script did not load'))
    else map.view = mount(map.root, () => loaded.createMap(map.root, context), store.state)
    mounted.push(map)
  })
  const say = (sentence: string): void => {
    showBanner(rootOf('banner'), words, sentence)
    status.announce(sentence)
  }
  if (closed.length > 0) say(own.page.noticeFirst(closed.map(({ name }) => name.value).join(', ')))
  const later = bindLater({ context, say })
  void whole.then(later.prepare)
  const unbind = [stop, later.end, bindAddress(story, store), bindKeys(store), bindTheme(store)]
  const end = (): void => {
    ended = true
    for (const stopping of unbind) stopping()
    for (const { view } of mounted) view?.destroy()
  }
  embed?.mounted({ story, store, lent: { decodeQuery, selectEvent, setDomain } })
  return { store, whole, end }
}
