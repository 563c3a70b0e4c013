import type { AppState } from '../state/state'
import type { AppStore } from '../views/view'

/** Writes the chosen colours and the wish for less motion on the page, where the sheet reads them. Returns the function that ends it. */
export function bindTheme(store: AppStore): () => void {
  const { dataset } = document.documentElement
  const write = ({ theme, motion }: AppState): void => {
    if (theme === 'auto') delete dataset.theme
    else dataset.theme = theme
    if (motion === 'auto') delete dataset.motion
    else dataset.motion = motion
  }
  write(store.state)
  return store.subscribe((state, changed) => {
    if (changed.has('theme') || changed.has('motion')) write(state)
  })
}
