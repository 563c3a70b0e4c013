import { copyText } from './adapters/clipboard'
import { bindEscape } from './adapters/keyboard'
import { loadLater } from './adapters/later'
import { type Embedded, embeddedStory, fetchStory, hasHash } from './adapters/load'
import { adoptSheet } from './adapters/sheet'
import { bindTheme } from './adapters/theme'
import { allowOwnScripts } from './adapters/trusted-types'
import { addressOf, bindAddress, stateFromAddress } from './adapters/url'
import type { Issue } from './core/issue'
import { storyToJson } from './core/story-json'
import type { Story } from './core/story-types'
import type { EventId } from './core/types'
import { english as words } from './core/words/words'
import laterCss from './later.css?inline'
import type { MapView } from './map-view'
import type { Reader } from './reader'
import { type AppState, initialState } from './state/state'
import { Store } from './state/store'
import { createAbout, editionLine } from './views/about'
import { showBanner } from './views/banner'
import { createEventsPane } from './views/events-pane'
import { createHeader } from './views/header'
import { adoptPartyColors } from './views/party-colors'
import { createPeek } from './views/peek'
import { fillSkipLinks } from './views/skip-links'
import { createStatus } from './views/status'
import { createTimeline } from './views/timeline'
import type { CreateView, View } from './views/view'

const rootOf = (id: string): HTMLElement => {
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

/** Fills the page with a story. Returns the function that empties it again. */
function show(story: Story, dataFile: string): () => void {
  const store = new Store<AppState>(stateFromAddress(story))
  const context = { story, store, words }
  const status = createStatus(rootOf('status'), context)
  const share = {
    linkTo: (event: EventId, claim: AppState['claim'] = null) =>
      addressOf(story, { ...initialState(story), layers: store.state.layers, selected: event, claim }),
    copy: copyText,
  }
  const header = createHeader({ copyAddress: () => copyText(addressOf(story, store.state)) }, status.announce)
  const parts: readonly (readonly [string, CreateView])[] = [
    ['page-header', header],
    ['events', createEventsPane(share)],
    ['timeline', createTimeline],
    ['peek', createPeek],
    ['page-footer', createAbout(dataFile)],
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
  void mapView.then((loaded) => {
    if (ended) return
    if (loaded === null) fail(map.root, new Error('The map’s script did not load'))
    else map.view = mount(map.root, () => loaded.createMap(map.root, context), store.state)
    mounted.push(map)
  })
  const unbind = [stop, bindAddress(story, store), bindEscape(store), bindTheme(store)]
  return () => {
    ended = true
    for (const end of unbind) end()
    for (const { view } of mounted) view?.destroy()
  }
}

const errorsOf = (issues: readonly Issue[]): readonly Issue[] => issues.filter((issue) => issue.severity === 'error')

/** Shows the server's story in place of the one that came with the page, where it is another; says so, and what is wrong with it. */
async function renew({ story: built, address, hash }: Embedded, clear: () => void): Promise<void> {
  const bytes = await fetchStory(address)
  if (bytes === null || (await hasHash(bytes, hash))) return
  const reader = await loadLater<Reader>('reader', 'parleyReader')
  if (reader === null) return
  const { story, issues } = reader.readStory(bytes)
  const errors = errorsOf(issues)
  const banner = rootOf('banner')
  if (!story) {
    showBanner(banner, words, words.page.unreadableStory(errors[0]?.message ?? ''), errors)
    return
  }
  if (storyToJson(story) === storyToJson(built)) return
  clear()
  show(story, address)
  const left = errors.length > 0 ? ` ${words.page.leftOut(errors.length, String(errors.length))}` : ''
  showBanner(banner, words, words.page.newerStory(editionLine(story, words)) + left, errors)
}

/** The story that came with the page first, then the server's. */
function start(): void {
  allowOwnScripts()
  adoptSheet(laterCss)
  const embedded = embeddedStory()
  if (embedded === null) showBanner(rootOf('banner'), words, words.page.noStory)
  else void renew(embedded, show(embedded.story, embedded.address))
}

start()
