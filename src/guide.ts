import type { LaterViews } from './adapters/later-views'
import { adoptSheet } from './adapters/sheet'
import { stepsWords } from './core/words/steps-words'
import guideCss from './guide.css?inline'
import { createSteps } from './views/steps'

/*
 * Steps, presenting and asking as a classic script of its own: nobody needs them before the page stands. Each view’s root is a cell of
 * `main`’s grid, hidden until the view shows it; dialogs go to `#dialogs`.
 */

adoptSheet(guideCss)
const announce = (sentence: string): void => {
  const status = document.getElementById('status')
  if (status) status.textContent = sentence
}
const guide: LaterViews = { views: [createSteps(stepsWords, { announce })] }
Object.assign(window, { parleyGuide: guide })
