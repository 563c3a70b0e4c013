/** Words that the page brings for the case that its script does not come. */
export const heldWords = {
  notLoaded: 'A part of this page could not be loaded. Load the page again to go on.',
} as const
