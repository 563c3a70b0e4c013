import type { Plugin } from 'vite'

/**
 * D3 3 comes as one file a module, in which much is put together by calls at the top level, and the bundler must keep what a call
 * may do. This marks them as pure. d3-geo's projections lose their inverses with it: the page draws on planar paths only.
 */
function withPureCalls(): Plugin {
  return {
    name: 'parley:pure-calls',
    transform: {
      filter: { id: /[\\/]d3-[a-z]+\.mjs$/ },
      handler: (code) => {
        const lighter = code
          .replace(/^\w+Raw\.invert = (?:.*|[\s\S]*?\n\}\)?);$/gm, '')
          .replace(/^(var [\w$]+ = )(?=(?:new )?[\w$]+\(|\(function)/gm, '$1/*#__PURE__*/ ')
        return { code: lighter, map: null }
      },
    },
  }
}

/** d3-zoom 3.0 asks d3-transition to end animations, and with it come timers, easings and colours. The page animates nothing. */
function withoutTransitions(): Plugin {
  const stub = '\0d3-transition'
  return {
    name: 'parley:without-transitions',
    enforce: 'pre',
    resolveId: { filter: { id: /^d3-transition$/ }, handler: () => stub },
    load: { filter: { id: /^\0d3-transition$/ }, handler: () => 'export const interrupt = () => {}' },
  }
}

/** Leaves out of the main script what libraries bring and the page never runs. */
export const lighten = (): Plugin[] => [withPureCalls(), withoutTransitions()]

/** edtf 4.11 does not declare that its files may be left out where only its parser is used. */
export const SIDE_EFFECTS = [{ test: /[\\/]node_modules[\\/]edtf[\\/]/, sideEffects: false }]
