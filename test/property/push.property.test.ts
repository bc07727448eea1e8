import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { platformClass } from '../../src/diagnostics/im/platform-class.ts'
import { CAUSES, type Effect } from '../../src/diagnostics/push/cause.ts'
import { chainOf } from '../../src/diagnostics/push/chain.ts'
import { CHECK_GROUPS } from '../../src/diagnostics/push/check-groups.ts'
import { conclude } from '../../src/diagnostics/push/conclude.ts'
import { PROBES, seen, type Case, type Evidence } from '../../src/diagnostics/push/evidence.ts'
import { anyCase, anyEvent } from '../support/push-arbitraries.ts'
import { DAY } from '../support/push-case.ts'

const RUNS = { numRuns: 500 }
const EFFECTS: readonly Effect[] = ['blocks', 'unlikely', 'undecided', 'none']

const withEvidence = (each: Case, evidence: Partial<Evidence>): Case => ({
  ...each,
  evidence: { ...each.evidence, ...evidence },
})

describe('of any evidence whatsoever', () => {
  test('a conclusion comes, in the words of the contract', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { verdict, cause, findings, checks } = conclude(each)
        expect(cause).toBe(verdict === 'can-receive' ? null : (findings[0]?.code ?? null))
        for (const { code } of findings) expect(CAUSES).toContain(code)
        expect(checks.map(({ name }) => name)).toEqual(CHECK_GROUPS.map(({ name }) => name))
        expect(chainOf(each, conclude(each))).toHaveLength(5)
      }),
      RUNS,
    )
  })

  test('a check has not passed when a probe that it needs has failed', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { checks } = conclude(each)
        const passed = CHECK_GROUPS.filter(({ name, needs, anyIsEnough }) => {
          const asked = needs.map((need) => each.evidence[need].kind).filter((kind) => kind !== 'skipped')
          const isBlind = anyIsEnough === true ? !asked.includes('seen') : asked.includes('failed')
          return isBlind && checks.find((check) => check.name === name)?.outcome === 'pass'
        })
        expect(passed).toEqual([])
      }),
      RUNS,
    )
  })

  test('a probe that failed is never passed over in silence', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const hasFailed = PROBES.some((name) => each.evidence[name].kind === 'failed')
        expect(hasFailed && conclude(each).findings.length === 0).toBe(false)
      }),
      RUNS,
    )
  })

  test('nobody is called reachable whose only phone is Online', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const state = seen(each.evidence.state)
        const waiting = (state?.clients ?? []).filter(
          (client) => client.state === 'PushOnline' && platformClass(client.platform) !== 'desktop',
        )
        const waits = state?.state === 'PushOnline' || waiting.length > 0
        expect(!waits && conclude(each).verdict === 'can-receive').toBe(false)
      }),
      RUNS,
    )
  })

  test('the findings are in order, and the first one gives the verdict', () => {
    const verdicts: Readonly<Record<Effect, readonly string[]>> = {
      blocks: ['cannot-receive'],
      unlikely: ['unlikely'],
      undecided: ['unknown'],
      none: ['can-receive', 'unknown'],
    }
    // What is of the app and not of the user stands first where the state could not be asked for.
    const isAppWide = (code: string) => /^(?:admin-sig-rejected|wrong-region|service-inactive)$/.test(code)
    fc.assert(
      fc.property(anyCase, (each) => {
        const { findings, verdict } = conclude(each)
        const ofUser = findings.filter(({ code }) => each.evidence.state.kind === 'seen' || !isAppWide(code))
        const effects = ofUser.map(({ effect }) => EFFECTS.indexOf(effect))
        expect(effects).toEqual(effects.toSorted((one, other) => one - other))
        expect(verdicts[findings[0]?.effect ?? 'none']).toContain(verdict)
      }),
      RUNS,
    )
  })
})

describe('what may decide', () => {
  /** By their nature: what the vendor and the phone do, nobody knows for certain. */
  const NEVER_CERTAIN =
    /^(?:token-|certificate-|credential-|quota$|message-category$|content-|vendor-|notification-|no-device-bound|foreground|no-background-report|offline-stale|never-logged-in|no-mobile-client|blocked-sender)/

  test('nothing is certain that does not exclude a push by design', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const certain = conclude(each).findings.filter(({ confidence }) => confidence === 'certain')
        expect(certain.filter(({ code }) => NEVER_CERTAIN.test(code))).toEqual([])
      }),
      RUNS,
    )
  })

  test('a vendor’s failure of more than seven days ago does not', () => {
    const OF_VENDORS = /^(?:token-|certificate-|credential-|quota$|message-category$|content-|vendor-|notification-)/
    const SKIPPED = { kind: 'skipped' } as const
    const old = fc.array(
      anyEvent.map((event) => ({ ...event, at: event.at - 8 * DAY })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(anyCase, old, (each, events) => {
        const byAge = events.toSorted((one, other) => other.at - one.at)
        const aged = withEvidence(each, {
          history: { kind: 'seen', ms: 1, value: { events: byAge, lastState: null, lastReceived: null, receipts: [] } },
          message: SKIPPED,
          trace: SKIPPED,
          taskTrace: SKIPPED,
          tokens: SKIPPED,
          devices: SKIPPED,
        })
        const late = { ...aged, now: Math.max(aged.now, ...events.map(({ at }) => at + 7 * DAY + 1)) }
        expect(conclude(late).findings.filter(({ code }) => OF_VENDORS.test(code))).toEqual([])
      }),
      RUNS,
    )
  })

  test('a custom status does not, wherever it stands', () => {
    const summary = (each: Case) => {
      const { verdict, cause, confidence, findings } = conclude(each)
      return { verdict, cause, confidence, codes: findings.map(({ code }) => code) }
    }
    const status = anyEvent.map(({ id, at }) => ({
      id,
      at,
      kind: 'state' as const,
      userId: 'alice',
      action: 'unknown' as const,
      reason: 'SetCustomStatus',
      platform: null,
      kicked: ['iPhone'],
    }))
    fc.assert(
      fc.property(anyCase, fc.array(status, { minLength: 1, maxLength: 3 }), (each, statuses) => {
        const { history } = each.evidence
        if (history.kind !== 'seen') return fc.pre(false)
        const events = [...history.value.events, ...statuses].toSorted((one, other) => other.at - one.at)
        const more = withEvidence(each, { history: { ...history, value: { ...history.value, events } } })
        const last = withEvidence(more, {
          history: { ...history, value: { ...history.value, events, lastState: statuses[0] ?? null } },
        })
        expect(summary(more)).toEqual(summary(each))
        expect(summary(last)).toEqual(
          summary(withEvidence(each, { history: { ...history, value: { ...history.value, lastState: null } } })),
        )
      }),
      RUNS,
    )
  })
})

describe('the order in which equal things come in', () => {
  const summary = (each: Case) => {
    const { verdict, cause, confidence, findings } = conclude(each)
    return { verdict, cause, confidence, codes: findings.map(({ code }) => code) }
  }

  test('of devices in a trace changes nothing', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { trace, taskTrace } = each.evidence
        const reversed = withEvidence(each, {
          trace: trace.kind === 'seen' ? { ...trace, value: trace.value.toReversed() } : trace,
          taskTrace: taskTrace.kind === 'seen' ? { ...taskTrace, value: taskTrace.value.toReversed() } : taskTrace,
        })
        expect(summary(reversed)).toEqual(summary(each))
      }),
      RUNS,
    )
  })

  test('of pushes in one second changes nothing', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { history } = each.evidence
        if (history.kind !== 'seen') return
        const events = history.value.events.filter(({ kind }) => kind === 'push')
        const byAt = (all: typeof events) => all.toSorted((one, other) => other.at - one.at)
        const case_ = (ordered: typeof events) =>
          withEvidence(each, { history: { ...history, value: { ...history.value, events: ordered } } })
        expect(summary(case_(byAt(events.toReversed())))).toEqual(summary(case_(byAt(events))))
      }),
      RUNS,
    )
  })
})

describe('more evidence', () => {
  const OPPOSITE: Readonly<Record<string, string>> = {
    'cannot-receive': 'can-receive',
    'can-receive': 'cannot-receive',
  }

  /** A verdict that was certain turned, and nothing says why, nor is gone what said so before. */
  const turnsWithoutReason = (before: Case, after: Case): boolean => {
    const [was, is] = [conclude(before), conclude(after)]
    if (was.confidence !== 'certain' || OPPOSITE[was.verdict] !== is.verdict) return false
    if (is.verdict === 'cannot-receive') return is.findings[0]?.effect !== 'blocks'
    // Nothing makes a user reachable who surely was not, but a newer state, or a newer push of the message itself.
    const [lead] = was.findings
    return !/^(?:logged-out|kicked|message-dropped|custom-message-without-description)$/.test(lead?.code ?? '')
  }

  test('of one more event never turns a certain verdict without a reason', () => {
    fc.assert(
      fc.property(anyCase, anyEvent, (each, event) => {
        const { history } = each.evidence
        if (history.kind !== 'seen') return fc.pre(false)
        const events = [...history.value.events, event].toSorted((one, other) => other.at - one.at)
        const more = withEvidence(each, { history: { ...history, value: { ...history.value, events } } })
        expect(turnsWithoutReason(each, more)).toBe(false)
      }),
      RUNS,
    )
  })

  test('of one more probe never turns a certain verdict without a reason', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...PROBES), (each, name) => {
        expect(turnsWithoutReason(withEvidence(each, { [name]: { kind: 'skipped' } }), each)).toBe(false)
      }),
      RUNS,
    )
  })
})
