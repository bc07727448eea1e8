import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { openStore } from '../src/adapters/sql/open-store.ts'
import { demoApps } from '../src/adapters/simulator/demo-apps.ts'
import { createVendors } from '../src/adapters/vendors/create-vendors.ts'
import { createTencent } from '../src/adapters/tencent/create-tencent.ts'
import { diagnosePush } from '../src/diagnostics/push/diagnose-push.ts'
import type { DiagnosisPorts } from '../src/diagnostics/push/gather.ts'
import { askStatus } from '../src/diagnostics/status/ask-status.ts'
import { openStage } from '../src/compose-stage.ts'
import type { BenchResult } from './result.ts'

/** How long Tencent takes to answer here, milliseconds: near to what is seen from another continent. */
const SLOW = 400
const ROUNDS = 6
const MANY = 500
/** Beyond the slowest probe by a part of it and by a constant. */
const ALLOWED_PART = 1.15
const ALLOWED_MS = 50

const wait = (milliseconds: number, signal: AbortSignal) => delay(milliseconds, undefined, { signal }).catch(() => {})

/** A whole diagnosis against its slowest question, and the states of 500 users against calls upstream. */
export async function run(): Promise<BenchResult[]> {
  const apps = demoApps()
  const [app] = apps
  const store = await openStore({ url: ':memory:', now: Date.now })
  const stage = await openStage(apps, store.events)
  const calls: string[] = []
  const tencent = createTencent({
    slots: store.slots,
    now: Date.now,
    random: () => randomInt(2 ** 32),
    observe: { called: (endpoint) => calls.push(endpoint) },
    baseUrlOf: () => stage.simulator.url,
  })
  const { events, devices, testPushes } = store
  const vendors = createVendors({ now: Date.now })
  const ports: DiagnosisPorts = { im: tencent.service, events, devices, testPushes, vendors: vendors.vendors }
  const run = { clock: Date.now, signal: new AbortController().signal, wait }
  try {
    stage.simulator.fault({ endpoint: /./, kind: 'slow', value: SLOW })
    const ratios: { ratio: number; took: number; slowest: number }[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const began = performance.now()
      const question = { app, userId: 'bob', message: null, from: 'sam', groupId: null, since: Date.now() - 86_400_000 }
      const { case: each } = await diagnosePush(question, ports, { ...run, onProbe: () => {} })
      const took = performance.now() - began
      const slowest = Math.max(...Object.values(each.evidence).map((probe) => ('ms' in probe ? probe.ms : 0)))
      // The first opens the connections.
      if (round > 0) ratios.push({ ratio: took / (ALLOWED_PART * slowest + ALLOWED_MS), took, slowest })
    }
    const worst = ratios.toSorted((one, other) => other.ratio - one.ratio)[Math.floor(ratios.length / 2)]
    calls.length = 0
    const userIds = Array.from({ length: MANY }, (_, index) => `user-${index}`)
    const status = await askStatus({ app, userIds }, ports, run)
    return [
      {
        name: 'push why: time, as a share of 1.15 times the slowest probe + 50 ms',
        ratio: worst?.ratio ?? Infinity,
        target: { atMost: 1 },
        detail: `median of ${ROUNDS}: ${Math.round(worst?.took ?? 0)} ms with a slowest probe of ${Math.round(worst?.slowest ?? 0)} ms`,
      },
      {
        name: `im status: calls upstream for ${MANY} users`,
        ratio: status.failure === null && status.users.length === MANY ? calls.length : Infinity,
        target: { atMost: 1 },
        detail: calls.join(', '),
      },
    ]
  } finally {
    await tencent.close()
    await vendors.close()
    await stage.close()
    await store.close()
  }
}
