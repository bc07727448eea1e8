import { openStore } from '../src/adapters/sql/open-store.ts'

export interface Asked {
  ms: number
  /** By which the most memory that the process ever held has grown. */
  megabytes: number
  counts: number
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** In a process of its own, since a process never forgets the most that it held. */
async function ask({ folder, sdkAppId, end }: { folder: string; sdkAppId: number; end: number }): Promise<Asked> {
  const store = await openStore({ url: folder, now: Date.now })
  const { figures } = store
  const period = { from: end - 7 * DAY, to: end }
  const before = { from: end - 14 * DAY, to: end - 7 * DAY }
  const held = process.resourceUsage().maxRSS
  const started = performance.now()
  let counts = 0
  for (const span of [period, before])
    counts += (await figures.counts(sdkAppId, span, { kinds: ['push', 'state'], stepMs: null })).length
  counts += (await figures.counts(sdkAppId, period, { kinds: ['push'], stepMs: 6 * HOUR })).length
  counts += (await figures.counts(sdkAppId, period, { kinds: ['received'], stepMs: HOUR })).length
  await figures.since(sdkAppId)
  const ms = performance.now() - started
  const megabytes = (process.resourceUsage().maxRSS - held) / 1024
  await store.close()
  return { ms, megabytes, counts }
}

process.once('message', (task: Parameters<typeof ask>[0]) => {
  void ask(task).then((asked) => process.send?.(asked))
})
