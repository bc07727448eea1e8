import { defineConfig } from 'vitest/config'

/** Tests that look at what a process has loaded, or change its environment: each needs a fresh one. */
const ALONE = ['test/unit/config/credentials/lazy.test.ts', 'test/unit/adapters/chart/drawing.test.ts']

/** Tests that share nothing but modules: loading those once saves most of the time. */
const TOGETHER = [
  'test/unit/**/*.test.ts',
  'test/golden/**/*.test.ts',
  'test/property/**/*.test.ts',
  'test/field/**/*.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Two workers: the end-to-end tests start real processes of their own.
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, exclude: ALONE, isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/!(unit|golden|property|field|browser)/**/*.test.ts', ...ALONE] },
      },
    ],
  },
})
