import type { AppState } from '../state/state'
import { h } from '../views/dom'
import type { CreateView, View, ViewContext } from '../views/view'
import { loadLater } from './later'
import { loadPanels } from './later-panels'

/** What a later script hands over. */
export interface LaterViews {
  /** Each gets a root of its own and shows what state asks for: nothing, as long as it asks for none of it. */
  readonly views: readonly CreateView[]
}

export interface LaterHost {
  readonly context: ViewContext
  /** Tells every reader, by eye and ear, that something cannot be shown. */
  say(sentence: string): void
}

/** A later script with views: `src/NAME.ts`. */
interface Bundle {
  readonly name: string
  readonly property: string
  /** Id of the element that its views stand in. */
  readonly root: string
  /** Where none of these changes, nobody asks anew. */
  readonly keys: readonly (keyof AppState)[]
  isWanted(state: AppState): boolean
  /** What state asks for when it asks for none of them. */
  readonly none: Partial<AppState>
  /** Roots are hidden, and views show them while they have something to show: each is a cell of the page’s grid. */
  readonly isHidden?: boolean
  /** Loaded before it is wanted, once the page has nothing else to do. */
  readonly isPrepared?: boolean
}

const isOf =
  (...dialogs: readonly AppState['dialog'][]) =>
  ({ dialog }: AppState): boolean =>
    dialogs.includes(dialog)

const isCommon = isOf('help', 'unknowns', 'corrections')
const isBuilders = isOf('embed', 'report')
const isGuides = isOf('class')
const isShares = isOf('download', 'cite')

const BUNDLES: readonly Bundle[] = [
  {
    name: 'dialogs',
    property: 'parleyDialogs',
    root: 'dialogs',
    keys: ['compare', 'dialog', 'measure'],
    isWanted: (state) => state.compare !== null || state.measure !== null || isCommon(state),
    none: { compare: null, dialog: null, measure: null },
    isPrepared: true,
  },
  {
    name: 'guide',
    property: 'parleyGuide',
    root: 'guide',
    keys: ['step', 'mode', 'secrets', 'exercise', 'dialog'],
    isWanted: (state) =>
      state.step !== null || state.mode === 'present' || state.secrets.size > 0 || state.exercise !== null || isGuides(state),
    // What a teacher keeps back stays back.
    none: { step: null, mode: 'explore', exercise: null, dialog: null },
    isHidden: true,
    isPrepared: true,
  },
  {
    name: 'builder',
    property: 'parleyBuilder',
    root: 'dialogs',
    keys: ['dialog'],
    isWanted: isBuilders,
    none: { dialog: null },
  },
  {
    name: 'share',
    property: 'parleyShare',
    root: 'dialogs',
    keys: ['dialog'],
    isWanted: isShares,
    none: { dialog: null },
  },
  {
    name: 'handout',
    property: 'parleyHandout',
    root: 'dialogs',
    keys: ['handout'],
    isWanted: ({ handout }) => handout !== null,
    none: { handout: null },
  },
]

const loading = new Map<Bundle, Promise<LaterViews | null>>()

/**
 * Shows what later scripts bring. Each comes when state first asks for one of its views; some also once the page has nothing else to
 * do: `prepare` says that it may. Where one cannot be had, the reader is told and state asks for it no more.
 */
export function bindLater(host: LaterHost): { prepare(): void; end(): void } {
  const bound = BUNDLES.map((bundle) => bind(bundle, host))
  return {
    prepare() {
      const later = (): void => {
        void loadPanels()
        for (const { isPrepared, load } of bound) if (isPrepared) void load()
      }
      if ('requestIdleCallback' in window) requestIdleCallback(later, { timeout: 5000 })
      else setTimeout(later, 1000)
    },
    end() {
      for (const { end } of bound) end()
    },
  }
}

interface Bound {
  readonly isPrepared: boolean
  load(): Promise<void>
  end(): void
}

function bind(bundle: Bundle, { context, say }: LaterHost): Bound {
  const { store, words } = context
  let places: readonly HTMLElement[] = []
  let views: readonly View[] | null = null
  let ended = false
  const pending = new Set<keyof AppState>()

  const giveUp = (sentence: string): void => {
    store.set(bundle.none)
    say(sentence)
  }
  const failed = (error: unknown): void => {
    giveUp(words.page.viewFailed)
    // The developer's copy: the page itself has told the reader.
    queueMicrotask(() => {
      throw error
    })
  }
  /** What opens or closes moves the focus, and views that hear of it set state: so it waits until the store is done with all listeners. */
  const updateLater = (changed: Iterable<keyof AppState>): void => {
    if (pending.size === 0) queueMicrotask(update)
    for (const key of changed) pending.add(key)
  }
  const update = (): void => {
    const changed = new Set(pending)
    pending.clear()
    if (ended) return
    try {
      for (const view of views ?? []) view.update(store.state, changed)
    } catch (error) {
      failed(error)
    }
  }
  const load = async (): Promise<void> => {
    const asked = loading.get(bundle) ?? loadLater<LaterViews>(bundle.name, bundle.property)
    loading.set(bundle, asked)
    const loaded = await asked
    // The next one to ask tries again.
    if (loaded === null) loading.delete(bundle)
    if (ended || views !== null) return
    if (loaded === null) {
      if (bundle.isWanted(store.state)) giveUp(words.dialog.notLoaded)
      return
    }
    places = loaded.views.map(() => h('div', { hidden: bundle.isHidden ?? false }))
    document.getElementById(bundle.root)?.append(...places)
    try {
      views = loaded.views.map((create, index) => create(places[index] ?? h('div'), context))
    } catch (error) {
      for (const place of places) place.remove()
      return failed(error)
    }
    updateLater(Object.keys(store.state) as (keyof AppState)[])
  }
  const stop = store.subscribe((state, changed) => {
    if (views !== null) updateLater(changed)
    else if (bundle.isWanted(state) && bundle.keys.some((key) => changed.has(key))) void load()
  })
  if (bundle.isWanted(store.state)) void load()
  return {
    isPrepared: bundle.isPrepared === true,
    load,
    end() {
      ended = true
      stop()
      for (const view of views ?? []) view.destroy()
      for (const place of places) place.remove()
    },
  }
}
