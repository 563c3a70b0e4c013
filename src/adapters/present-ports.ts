import type { PresentPorts } from '../views/present-needs'
import { capabilities } from './capabilities'
import { createFullscreen } from './fullscreen'
import { createNotesWindow } from './notes-window'
import { bindPresentKeys } from './present-keys'
import { citableAddress } from './share-address'

/** What present mode needs from the browser, by the browser's own means. */
export const presentPorts = (): PresentPorts => ({
  bindKeys: ({ store, words }, keys, signal) => bindPresentKeys(store, keys, words.dir === 'rtl', signal),
  fullscreen: createFullscreen(),
  createNotes: (_context, act) => createNotesWindow(act),
  // A page from disk has no address to open: its folder would be listed.
  newTab: ({ story, store: { state } }) => (capabilities().popups ? citableAddress(story, state) : null),
  can: capabilities,
  isFramed: window.parent !== window,
  isPressed: () => (navigator as { userActivation?: UserActivation }).userActivation?.isActive ?? false,
})
