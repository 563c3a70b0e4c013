import { copyText } from './adapters/clipboard'
import { holdPlace } from './adapters/hold-place'
import { keepingPlace } from './adapters/kept-place'
import type { LaterViews } from './adapters/later-views'
import { presentPorts } from './adapters/present-ports'
import { citableAddress } from './adapters/share-address'
import { adoptSheet } from './adapters/sheet'
import { wholeStory } from './core/mask'
import { exerciseWords } from './core/words/exercise-words'
import { presentWords } from './core/words/present-words'
import { keptBackWords } from './core/words/quiz-words'
import { stepsWords } from './core/words/steps-words'
import type { Words } from './core/words/words'
import guideCss from './guide.css?inline'
import { type Kept, secretsOf } from './state/kept'
import { keptState, keptStory } from './state/kept-story'
import { createExercise } from './views/exercise'
import { createPresent } from './views/present'
import { createQuiz } from './views/quiz'
import { createQuizBar, type QuizPorts } from './views/quiz-bar'
import { createSteps } from './views/steps'
import type { ViewContext } from './views/view'

/*
 * Steps, presenting and asking as a classic script of its own: nobody needs them before the page stands. Each view’s root is a cell of
 * `main`’s grid, hidden until the view shows it; dialogs go to `#dialogs`.
 */

adoptSheet(guideCss)
const announce = (sentence: string): void => {
  document.getElementById('status')?.dispatchEvent(new CustomEvent('announce', { detail: sentence }))
}
const asking: QuizPorts = {
  announce,
  async copyAddress({ story, store }) {
    const address = citableAddress(story, store.state)
    return address !== null && copyText(address)
  },
}

/** What the page needs before it shows a story of which something is kept back. */
export interface Guide extends LaterViews {
  readonly keptStory: typeof keptStory
  readonly keptState: typeof keptState
  readonly keptWords: (words: Words, state: Kept) => Words
  readonly holdPlace: typeof holdPlace
  /** The context as it would be with nothing kept back: for the sheets that a teacher prints, never for what shows the story. */
  readonly whole: (context: ViewContext) => ViewContext
}

const wholeWords = new WeakMap<Words, Words>()

const guide: Guide = {
  views: [
    keepingPlace(createSteps(stepsWords, { announce })),
    createPresent(presentWords, presentPorts()),
    createExercise(exerciseWords, { announce }),
    createQuizBar(asking),
    createQuiz(document.querySelector('meta[name="parley-lesson"]')?.getAttribute('content') ?? null),
  ],
  keptStory,
  keptState,
  keptWords: (words, state) => {
    const kept = keptBackWords(words, secretsOf(state))
    wholeWords.set(kept, words)
    return kept
  },
  holdPlace,
  whole: (context) => ({
    ...context,
    story: wholeStory(context.story),
    words: wholeWords.get(context.words) ?? context.words,
  }),
}
Object.assign(window, { parleyGuide: guide })
