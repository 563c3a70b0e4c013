import { FILTER_KEYS } from '../core/derive'
import { formatterOf } from '../core/format'
import { stepOf } from '../core/path'
import type { StepId } from '../core/types'
import type { PresentWords } from '../core/words/present-words'
import { goToStep, leaveSteps } from '../state/path'
import { isBlank, isSpotlit, leavePresent, type PresentAction } from '../state/present'
import type { AppState } from '../state/state'
import { createPresentBar } from './present-bar'
import { createBlank } from './present-blank'
import { carry, takeCarried } from './present-carried'
import { narrowed, showAll } from './present-filtered'
import { createMessage } from './present-message'
import type { PresentPorts } from './present-needs'
import { createKeeper } from './present-place'
import { createRing } from './present-ring'
import { createPresentScreen } from './present-screen'
import { createPresentText, placeText } from './present-text'
import { placeOf, revealing, showingOf, toldBy, turn } from './present-walk'
import { bindSwipe } from './steps-swipe'
import type { CreateView } from './view'

const HOOKS = { on: 'presenting', spotlit: 'spotlit', framed: 'framed' }
const SHOWN: readonly (keyof AppState)[] = [
  ...FILTER_KEYS, 'mode', 'step', 'selected', 'blank', 'spotlight', 'keys', 'told', 'answered',
] // biome-ignore format: one list, read as one

/** The page at the size of a projector: its style hangs on a class of the root element, its keys and buttons act while state says so. */
export const createPresent =
  (says: PresentWords, ports: PresentPorts): CreateView =>
  (root, context) => {
    const { story, store } = context
    const format = formatterOf(story, context.words)
    const abort = new AbortController()
    const { signal } = abort
    const html = document.documentElement
    let isShown = false
    let isFirst = true
    // The page may have been made anew under who presents.
    let before = takeCarried(store.state)
    /** Presenting began outside the path. */
    let isPathOwn = before?.isPathOwn ?? false

    const message = createMessage(says)
    const keeper = createKeeper(before?.kept ?? null)
    const ring = createRing(before?.ring ?? null, signal)
    const blank = createBlank(says, () => store.set({ blank: false }), signal)
    const go = (id: StepId): void => store.set({ ...goToStep(story, store.state, id), playing: false, answered: null })
    const back = (): void => {
      const { step } = store.state
      if (step !== null) go(step)
      text.focus()
    }
    const parts = { message, newTab: () => ports.newTab(context), leave: () => store.set(leavePresent()), refresh }
    const screen = createPresentScreen(says, ports, parts, signal)
    const text = createPresentText(context, says, format, back, signal)
    const notes = ports.createNotes(context, act)
    const bar = createPresentBar(context, says, format, { act, go, openNotes, can: ports.can() }, signal)
    const isRtl = context.words.dir === 'rtl'
    bindSwipe(text.element, (to) => act((to === 'left') === isRtl ? 'previous' : 'next'), signal)
    root.classList.add('present')
    root.hidden = true
    root.replaceChildren(text.element, message.element, bar.element)
    ports.bindKeys(context, { act, nudge: ring.nudge }, signal)

    function act(action: PresentAction): void {
      const { state } = store
      if (state.mode !== 'present') return
      message.clear()
      // Whatever is pressed brings the picture back first: nothing changes that a room cannot see.
      if (state.blank && action !== 'leave') return store.set({ blank: false })
      if (action === 'leave') store.set(leavePresent())
      // What lies over the page would keep the cover from being lifted.
      else if (action === 'blank') store.set({ blank: true, dialog: null, compare: null })
      else if (action === 'spotlight') light(state)
      else if (action === 'ring') circle()
      else if (action === 'reveal') reveal(state)
      else if (action === 'fullscreen') screen.toggle()
      else store.set(turn(story, state, action) ?? {})
    }

    function light({ spotlight, selected }: AppState): void {
      if (selected === null) return message.say(says.nothingOpen)
      store.set({ spotlight: !spotlight })
      message.whisper(spotlight ? says.spotOff : says.spotOn)
    }
    function circle(): void {
      ring.set(!ring.isOn)
      message.whisper(ring.isOn ? says.ringOn : says.ringOff)
      refresh()
    }
    function reveal(state: AppState): void {
      const next = revealing(story, state)
      if (next === null) return message.say(says.nothingHidden)
      if (next.does === 'answer') message.whisper(says.revealed)
      else if (next.does === 'cover') message.whisper(says.covered)
      store.set(next.patch)
    }
    function openNotes(): void {
      const opened = notes.open()
      if (opened === 'open') message.clear()
      else if (opened === 'blocked')
        message.say(says.notesBlocked, { name: says.openNotes, address: notes.address(), isOpener: true })
      else message.say(opened === 'apart' ? says.notesApart : says.notesForbidden)
    }

    function showEvents(): void {
      store.set(showAll(story, store.state))
      text.focus()
    }

    function enter(): void {
      if (before === null) {
        keeper.keep()
        isPathOwn = store.state.step === null
      }
      html.classList.add(HOOKS.on)
      html.classList.toggle(HOOKS.framed, ports.isFramed)
      root.hidden = false
      screen.enter(before === null && (!isFirst || ports.isPressed()))
      if (before?.focused !== undefined) bar.focus(before.focused) || text.focus()
      before = null
    }
    function leave(): void {
      html.classList.remove(HOOKS.on, HOOKS.spotlit, HOOKS.framed)
      root.hidden = true
      ring.set(false)
      message.clear()
      notes.tell(null)
      document.title = story.title.value
    }
    /** The list brings its open event into sight before the next frame: after that it stands as it stood. */
    function goBack(): void {
      store.set(leaveSteps(story, store.state))
      requestAnimationFrame(() => keeper.restore())
    }
    function refresh(): void {
      const { state } = store
      if (!isShown) return
      text.show(state, state.step !== null && state.answered === state.step)
      const does = revealing(story, state)?.does ?? null
      const isFullscreen = ports.fullscreen.isOn()
      bar.show(state, { isRing: ring.isOn, isFullscreen, isAnswered: does === 'cover', canReveal: does !== null })
      const few = narrowed(story, state)
      const sentence = few && says.filtered(format.count(few.shown), format.count(few.of))
      message.stand(sentence, { name: says.showAll, press: showEvents })
      html.classList.toggle(HOOKS.spotlit, isSpotlit(state))
      blank.show(isBlank(state))
      const step = stepOf(story, state.step)
      const now = toldBy(story, state)
      const title = now.kind === 'event' ? now.event.title.value : step?.title.value
      const at = placeText(says, format, placeOf(story, state))
      document.title = title === undefined ? story.title.value : says.title(at, title, story.title.value)
      notes.tell(showingOf(story, state))
    }

    return {
      update(state, changed) {
        const isOn = state.mode === 'present'
        let hasEnded = false
        if (!(isOn || isShown || isFirst) || !SHOWN.some((key) => changed.has(key))) return
        if (isOn !== isShown) {
          isShown = isOn
          if (isOn) enter()
          else {
            leave()
            screen.leave()
            hasEnded = true
          }
        }
        if (!isOn) blank.show(false)
        refresh()
        const at = placeText(says, format, placeOf(story, state))
        if (changed.has('mode') && !isFirst) message.whisper(isOn ? says.entered(at) : says.left)
        // Who came by a link keeps the focus where it is.
        if (isOn && changed.has('mode') && !isFirst) text.focus()
        if (isOn && changed.has('step') && !changed.has('mode')) message.whisper(document.title)
        isFirst = false
        // Back to the view before: steps that were taken only while presenting are left too.
        if (hasEnded && isPathOwn && state.step !== null) queueMicrotask(goBack)
        else if (hasEnded) keeper.restore()
      },
      destroy() {
        abort.abort()
        if (isShown) {
          const { activeElement: at } = document
          const isHere = at !== null && at !== document.body && (root.contains(at) || !root.parentElement?.contains(at))
          const focused = isHere ? ((at as HTMLElement).dataset.act ?? null) : undefined
          carry(store.state, { isPathOwn, ring: ring.place, kept: keeper.kept, focused })
          leave()
          keeper.restore()
        }
        isShown = false
        notes.end()
        ring.destroy()
        blank.destroy()
        message.destroy()
        root.replaceChildren()
      },
    }
  }
