import { embeddedStory } from './adapters/load'
import { findScreen } from './adapters/notes-screen'
import { belongsTo, presentActionOf } from './adapters/present-keys'
import { readReader } from './adapters/reader'
import { NOTES_ACTS, type ScreenMessage } from './core/notes-messages'
import type { Story } from './core/story-types'
import { notesWords } from './core/words/notes-words'
import { wordsFor } from './core/words/words'
import { createNotes } from './views/notes'

const SECOND_MS = 1000
/** A screen that was loaded anew knows of no window: it hears of this one by a word every so many seconds. */
const HELLO_EVERY = 3

/** The notes' own page: what is told to the class stands on the screen, what is told to the teacher stands here. */
function start(root: HTMLElement, story: Story): void {
  const { signal } = new AbortController()
  let isTold = false
  const hear = (message: ScreenMessage): void => {
    isTold = message.type === 'shows'
    view.hear(message)
  }
  const screen = findScreen(story, hear, signal)
  const ports = {
    // A screen that presents nothing hears, and does nothing.
    ask: (act: (typeof NOTES_ACTS)[number]) => isTold && screen.send({ type: 'act', act }),
    now: () => Date.now(),
  }
  const view = createNotes(root, story, wordsFor(readReader().languages, null), notesWords, ports, signal)
  if (!screen.send({ type: 'hello' })) view.hear(null, true)

  let count = 0
  let wasThere = screen.isThere()
  setInterval(() => {
    view.tick()
    const isThere = screen.isThere()
    if (wasThere && !isThere) {
      isTold = false
      view.hear(null)
    }
    wasThere = isThere
    count += 1
    if (isThere && count % HELLO_EVERY === 0) screen.send({ type: 'hello' })
  }, SECOND_MS)

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || belongsTo(document.activeElement, event.key)) return
    const asked = presentActionOf(event, document.documentElement.dir === 'rtl')
    const act = NOTES_ACTS.find((each) => each === asked)
    if (act === undefined) return
    event.preventDefault()
    view.act(act)
  })
}

const root = document.getElementById('notes')
const embedded = embeddedStory()
if (root && embedded) start(root, embedded.story)
