import { existsSync } from 'node:fs'

/** Debian's and Ubuntu's name for it; elsewhere `CHROMIUM` says where it is. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Run once before the browser tests, not when their configuration is read: others read that too. */
export function setup(): void {
  if (existsSync(CHROMIUM)) return
  throw new Error(
    `The browser tests need Chromium, and there is none at ${CHROMIUM}. Install it (apt-get install -y chromium fonts-noto-cjk), or set CHROMIUM to its path.`,
  )
}
