import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Two workers: the end-to-end tests start real processes of their own.
    maxWorkers: 2,
    restoreMocks: true,
  },
})
