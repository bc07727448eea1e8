import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Debian's and Ubuntu's name for it; elsewhere say where it is. */
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

if (!existsSync(chromium))
  throw new Error(
    `The browser tests need Chromium, and there is none at ${chromium}. Install it (apt-get install -y chromium fonts-noto-cjk), or set CHROMIUM to its path.`,
  )

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    env: { CHROMIUM: chromium },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
})
