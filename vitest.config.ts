import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    css: false,
    retry: 0,
    // Property tests on a busy machine take their time; a test that hangs still ends.
    testTimeout: 30_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/seed.ts'],
          // Pure functions leave nothing behind, and to load them once is most of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: ['tests/dom/**/*.test.ts'], setupFiles: ['tests/support/jsdom.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/site.ts',
          setupFiles: ['tests/support/end-visits.ts'],
          // A browser serves file after file: each test has a context of its own.
          isolate: false,
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
