import { openStore } from '../src/adapters/sql/open-store.ts'
import type { ImApp } from '../src/diagnostics/im/im-app.ts'
import { gatherReport } from '../src/diagnostics/figures/gather-report.ts'
import { Secret } from '../src/diagnostics/secret.ts'
import { fakeIm, fakeVendors } from '../test/support/push-ports.ts'

export interface Asked {
  ms: number
  /** By which the most memory that it was seen to hold meanwhile lies over what it held before. */
  megabytes: number
  vendors: number
}

const DAY = 86_400_000

const LOOK_EVERY_MS = 5

/** In a process of its own, since a process gives back little of what it once held. */
async function ask({ folder, sdkAppId, end }: { folder: string; sdkAppId: number; end: number }): Promise<Asked> {
  const store = await openStore({ url: folder, now: Date.now })
  const { events, figures } = store
  const app: ImApp = {
    name: 'bench',
    sdkAppId,
    secretKey: new Secret('0'.repeat(64)),
    previousSecretKeys: [],
    administrators: ['administrator'],
    region: 'china',
    baseUrl: null,
    // Tencent's calls take their turns, one a second: this is about what is stored here.
    push: 'self-integrated',
    certificates: [],
    webhookToken: null,
  }
  const ports = { im: fakeIm(), events, figures, vendors: fakeVendors() }
  const run = { clock: () => end, signal: new AbortController().signal }
  const held = process.memoryUsage.rss()
  let most = held
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const looking = setInterval(look, LOOK_EVERY_MS)
  const started = performance.now()
  const report = await gatherReport(app, { from: end - 7 * DAY, to: end }, ports, run)
  const ms = performance.now() - started
  look()
  clearInterval(looking)
  const megabytes = (most - held) / 1024 / 1024
  await store.close()
  return { ms, megabytes, vendors: report.push.byVendor.length }
}

process.once('message', (task: Parameters<typeof ask>[0]) => {
  void ask(task).then((asked) => process.send?.(asked))
})
