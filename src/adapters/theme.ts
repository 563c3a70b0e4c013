import type { AppStore } from '../views/view'

/** Writes the chosen colours on the page, where the sheet reads them. Returns the function that ends it. */
export function bindTheme(store: AppStore): () => void {
  const write = (): void => {
    const { theme } = store.state
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  write()
  return store.subscribe((_state, changed) => {
    if (changed.has('theme')) write()
  })
}
