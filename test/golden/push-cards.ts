import type { Card } from '../../src/bot/card.ts'
import { changesSince, snapshotOf } from '../../src/bot/cards/push/changes.ts'
import { checkCard, confirmCard, followingCard, type CheckCardOptions } from '../../src/bot/cards/push/check-card.ts'
import { ticketCard } from '../../src/bot/cards/push/ticket-card.ts'
import { whyCard } from '../../src/bot/cards/push/why-card.ts'
import { whyProgress } from '../../src/bot/cards/push/why-progress.ts'
import { statusCard, statusFailureCard } from '../../src/bot/cards/status-card.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { conclude } from '../../src/diagnostics/push/conclude.ts'
import type { Diagnosis } from '../../src/diagnostics/push/diagnose-push.ts'
import type { Case } from '../../src/diagnostics/push/evidence.ts'
import type { TestPushResult } from '../../src/diagnostics/push/test-push.ts'
import { askStatus } from '../../src/diagnostics/status/ask-status.ts'
import { testApp } from '../support/bot.ts'
import { imFailure, NOW } from '../support/push-case.ts'
import { fakeDevices, fakeEvents, fakeIm } from '../support/push-ports.ts'
import { commandCard } from './command-card.ts'
import {
  CLOSED_APP,
  OPEN_APP,
  DEAD_TOKEN,
  EVENTS,
  HALF_ANSWERED,
  KNOWN_DEVICES,
  WHY_CASES,
  MANY_USERS,
  MANY_STATES,
  TEST_RESULTS,
  type TestName,
} from './push-material.ts'

type Make = (locale: Locale) => Card | Promise<Card>

/** By what sets them apart. */
type Cards = Readonly<Record<string, Make>>

const diagnosisOf = (each: Case): Diagnosis => ({ ...conclude(each), case: each })

/** A diagnosis drawn, as the first or as the second to one question. */
export function drawnWhy(each: Case, locale: Locale, before: Case | null = null): Card {
  return drawnDiagnosis(diagnosisOf(each), locale, before)
}

export function drawnDiagnosis(diagnosis: Diagnosis, locale: Locale, before: Case | null = null): Card {
  const texts = textsFor(locale)
  const changed = before === null ? null : changesSince(snapshotOf(diagnosisOf(before)), snapshotOf(diagnosis), texts)
  return whyCard(diagnosis, texts, { locale, changed, simulated: false })
}

/** The same with the ids for Tencent's support. */
export const drawnTicket = (each: Case, locale: Locale): Card =>
  ticketCard(diagnosisOf(each), drawnWhy(each, locale), textsFor(locale))

const CHECK: CheckCardOptions = {
  user: 'alice',
  caseNumber: 'imd-0123456789ab',
  certificateId: null,
  simulated: false,
  device: null,
  target: null,
  probes: [],
}

const tested =
  (name: TestName): Make =>
  (locale) =>
    checkCard(TEST_RESULTS[name], CHECK, textsFor(locale))

export const drawnTest = (result: TestPushResult, changes: Partial<CheckCardOptions>, locale: Locale): Card =>
  checkCard(result, { ...CHECK, ...changes }, textsFor(locale))

/** The states of users, drawn. */
export async function drawnStatus(userIds: readonly string[], locale: Locale): Promise<Card> {
  const app = testApp('prod')
  const im = fakeIm({ userStates: async (_app, ids) => ({ ok: true, value: ids.map(MANY_STATES) }) })
  const status = await askStatus(
    { app, userIds },
    { im, events: fakeEvents(EVENTS), devices: fakeDevices() },
    { clock: () => NOW, signal: new AbortController().signal },
  )
  return statusCard(app, status, textsFor(locale))
}

function failedStatus(locale: Locale): Card {
  const failure = imFailure({ kind: 'refused', code: 70_003, info: 'UserSig is illegal' })
  const reader = { locale, timeZone: null, now: NOW }
  return statusFailureCard({ source: 'im', failure }, testApp('prod'), textsFor(locale), reader).card
}

const whys = Object.fromEntries(
  Object.entries(WHY_CASES).map(([name, each]): [string, Cards] => [
    `push-why-${name}`,
    { card: (locale) => drawnWhy(each, locale) },
  ]),
)

/** Cards of the commands about users and their pushes, by the golden file that keeps them. */
export const PUSH_CARDS: Readonly<Record<string, Cards>> = {
  ...whys,
  'push-why-again': { card: (locale) => drawnWhy(CLOSED_APP, locale, OPEN_APP) },
  'push-why-ticket': { card: (locale) => drawnTicket(DEAD_TOKEN, locale) },
  'push-why-progress': { card: (locale) => whyProgress('alice', HALF_ANSWERED, textsFor(locale)) },
  'push-why-untested': { card: (locale) => commandCard('push.why', { user: 'alice' }, locale) },
  'push-devices': {
    card: (locale) => commandCard('push.devices', { user: 'alice' }, locale, { devices: KNOWN_DEVICES }),
  },
  'push-history': { card: (locale) => commandCard('push.history', { user: 'alice' }, locale, { events: EVENTS }) },
  'push-check': {
    confirm: (locale) => confirmCard({ ...CHECK, certificateId: '11' }, textsFor(locale)),
    following: (locale) => followingCard(TEST_RESULTS.accepted.stages, CHECK, textsFor(locale)),
    delivered: tested('delivered'),
    failed: tested('failed'),
    accepted: tested('accepted'),
    'already-sent': tested('alreadySent'),
  },
  'im-status': {
    one: (locale) => drawnStatus(['alice'], locale),
    many: (locale) => drawnStatus(MANY_USERS, locale),
    failure: failedStatus,
  },
}
