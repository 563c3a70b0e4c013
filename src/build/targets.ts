/** Oldest browsers served: the first ones with `light-dark()`. Older targets would have the sheet rewritten. */
export const TARGETS = ['chrome123', 'edge123', 'firefox120', 'safari17.5', 'ios17.5']
