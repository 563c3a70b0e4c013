import { embeddedStory } from '../../src/adapters/load'
import { adoptSheet } from '../../src/adapters/sheet'
import { allowOwnScripts } from '../../src/adapters/trusted-types'
import type { Interval } from '../../src/core/interval'
import { buildStory, readStory } from '../../src/core/story'
import type { Story } from '../../src/core/story-types'
import laterCss from '../../src/later.css?inline'
import { type Mounted, mountStory } from '../../src/mount'
import { reach, setBrush, setDomain } from '../../src/state/actions'
import { initialState } from '../../src/state/state'
import { type PlainEvent, plainEvents } from './events'
import { closeTools, STEPS, type Stage, type Step, type StepName } from './steps'
import { fileOfPlain, storyFile } from './story-file'

/*
 * The page that is measured: the views of the page itself, mounted by the same function, with a handle for programs. It is no
 * part of what is published.
 */

const frames = (count: number): Promise<void> =>
  new Promise((done) => {
    const next = (left: number): void => {
      if (left === 0) setTimeout(done)
      else requestAnimationFrame(() => next(left - 1))
    }
    next(count)
  })

let story: Story
let mounted: Mounted
let stage: Stage
let text = ''

/** The end of the story’s time, as much of it as holds so many events. */
function windowOf(inView: number): Interval {
  const [start, end] = story.extent
  if (inView >= story.events.length) return [start, end]
  const from = (end - start) * (1 - inView / story.events.length)
  const [least] = reach(story)
  return [Math.max(least, start + from / 2), end - from / 2]
}

async function show(next: Story): Promise<void> {
  story = next
  mounted = mountStory(story, '')
  await mounted.whole
  await frames(2)
}

/** A story of an event file, or of a JSON array of events that have coordinates and an actor. */
function storyOf(text: string): Story {
  if (text.trimStart().startsWith('[')) return buildStory(fileOfPlain(JSON.parse(text) as PlainEvent[]))
  const { story, issues } = readStory(text)
  if (!story) throw new Error(issues[0]?.message ?? 'no story')
  return story
}

const bench = {
  /** The page’s own story is on screen, map included. */
  ready: Promise.resolve(),
  done: false,
  /** Shows another story: an event file, or an array of plain events, as text. Resolves when everything is drawn. */
  async load(text: string): Promise<void> {
    const next = storyOf(text)
    mounted.end()
    history.replaceState(null, '', location.pathname)
    await show(next)
  },
  brushTo: (t0: number, t1: number): void => mounted.store.set(setBrush(story, [t0, t1])),
  panTo: (t0: number, t1: number): void => mounted.store.set(setDomain(story, [t0, t1])),
  /** True when the first event’s mark is on screen: of its own, or in a bar of counts. */
  marked: (): boolean => {
    const mark = document.querySelector('#timeline .option .shape, #timeline .bins rect')
    return (mark?.getBoundingClientRect().width ?? 0) > 0
  },
  /* What `npm run bench` needs besides. */

  /** Makes text for `loadPrepared`; gives its length. */
  prepare(form: 'plain' | 'file', count: number): number {
    text = JSON.stringify(form === 'plain' ? plainEvents(count) : storyFile(count))
    return text.length
  },
  loadPrepared: (): Promise<void> => bench.load(text),
  /** Makes ready for steps of a kind, in a window with about so many events, at most all. */
  async begin(name: StepName, inView: number): Promise<void> {
    const store = mounted.store
    const { domain: _, ...initial } = initialState(story)
    const step: Step = STEPS[name]
    stage = { story, store, window: windowOf(inView) }
    store.set({ ...initial, domain: stage.window })
    closeTools()
    await frames(4)
    step.begin?.(stage)
    await frames(4)
  },
  /** One step, until two frames have been drawn. Gives how long the call itself took, ms. */
  async step(name: StepName, index: number): Promise<number> {
    const step: Step = STEPS[name]
    const before = performance.now()
    step.act(stage, index)
    const took = performance.now() - before
    await frames(2)
    return took
  },
}

export type Bench = typeof bench

declare global {
  interface Window {
    __bench: Bench
  }
}

allowOwnScripts()
adoptSheet(laterCss)
window.__bench = bench
const embedded = embeddedStory()
if (embedded === null) throw new Error('The page carries no story')
bench.ready = show(embedded.story).then(() => {
  bench.done = true
})
