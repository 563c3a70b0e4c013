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
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'], setupFiles: ['tests/support/seed.ts'] },
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
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
