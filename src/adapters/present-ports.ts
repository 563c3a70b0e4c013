import type { PresentPorts } from '../views/present'
import { capabilities } from './capabilities'
import { createFullscreen } from './fullscreen'
import { createNotesWindow } from './notes-window'
import { bindPresentKeys } from './present-keys'
import { fullPageAddress } from './share-address'

/** What present mode needs from the browser, by the browser's own means. */
export const presentPorts = (): PresentPorts => ({
  bindKeys: ({ store, words }, keys, signal) => bindPresentKeys(store, keys, words.dir === 'rtl', signal),
  fullscreen: createFullscreen(),
  createNotes: (_context, act) => createNotesWindow(act),
  newTab: ({ story, store }) => (capabilities().popups ? fullPageAddress(story, store.state) : null),
})
