import { defineConfig } from 'vite'
import { TARGETS } from './src/build/targets'

/**
 * The page and its main script: one classic script, because a module script is a CORS request and leaves the page blank in a
 * sandboxed frame on hosts without CORS headers. `src/build/build.ts` adds everything else to `dist/`.
 */
export default defineConfig({
  base: './',
  build: {
    target: TARGETS,
    modulePreload: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        format: 'iife',
        entryFileNames: 'assets/main-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  experimental: {
    // The sheet moves into the page, so its addresses are relative to the page.
    renderBuiltUrl: (filename, { hostType }) => (hostType === 'css' ? `./${filename}` : { relative: true }),
  },
})
