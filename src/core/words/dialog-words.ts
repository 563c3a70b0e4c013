/** Words of every dialog. */
export const dialogWords = {
  close: 'Close',
  /** Said where the script that draws dialogs cannot be loaded. */
  notLoaded: 'This part of the page could not be loaded. Everything else still works; reloading may help.',
}
