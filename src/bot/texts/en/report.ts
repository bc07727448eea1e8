import type { Owner } from '../../../diagnostics/finding.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'

const OWNERS: Readonly<Record<Owner, string>> = {
  user: 'the users themselves',
  developer: "the app's developers",
  administrator: "the administrator of Tencent's console",
  vendor: 'the push vendor',
  tencent: 'Tencent',
}

/** Numbers come in as they are to be read: "12,345", "2.8%", "+12%". */
export const report = {
  title: (app: string, from: string, to: string) => `Push report for ${app}: ${from} – ${to}`,
  progressTitle: (app: string) => `Making the report for ${app}…`,
  progress: rich`Counting pushes, webhooks and what I was asked. This takes a few seconds.`,
  again: 'Make it again',
  noData: 'no data',
  otherVendor: 'other',
  late: (by: string): Rich => rich`This report comes ${by} late: nothing ran here at its time.`,
  headline: {
    signatureRefused: (answer: string, remedy: Rich | null): Rich =>
      remedy === null
        ? rich`${strong("Tencent refuses the administrator's signature")} (${code(answer)}), so I can ask nothing. Check the secret key and the administrator's name in my configuration.`
        : rich`${strong("Tencent refuses the administrator's signature")} (${code(answer)}), so I can ask nothing. ${remedy}`,
    noPushData: (answer: string | null): Rich =>
      answer === null
        ? rich`${strong('No data on pushes in this time.')} Neither Tencent nor any callback told of one.`
        : rich`${strong('No data on pushes in this time.')} Tencent did not give its statistics (${code(answer)}), and no callback told of a push.`,
    noWebhooks: (path: string): Rich =>
      rich` To get some, switch on the push callbacks for this app in Tencent's console and let them point to ${code(path)} here.`,
    noPushes: rich`${strong('No push was attempted')} in this time.`,
    vendorLost: (vendor: string, lost: string, attempted: string, rate: string): Rich =>
      rich`${strong(`${vendor} lost ${rate} of its pushes`)}: ${lost} of ${attempted}.`,
    mostly: (answer: string, meaning: string): Rich =>
      rich` Most of them failed with ${code(answer)}${meaning === '' ? '' : ` (${meaning})`}.`,
    risen: (now: string, before: string): Rich =>
      rich`${strong(`More pushes are lost than before`)}: ${now}, up from ${before}.`,
    certificate: rich`${strong('A push certificate no longer works')}: see below.`,
    certificateSoon: rich`${strong('A push certificate expires soon')}: see below.`,
    silent: (at: number): Rich =>
      rich`${strong('Webhooks have gone silent')}: the last one came ${relative(at)}. What follows may lack all since then.`,
    apiFailing: (answer: string): Rich =>
      rich`${strong("Tencent's server API did not answer well")} (${code(answer)}); some figures may be missing.`,
    alert: (what: string, more: number, list: string): Rich =>
      rich`${strong(`Alert: ${what}`)}${more > 0 ? `, and ${more} more` : ''}. See ${code(list)}.`,
    well: (attempted: string, rate: string | null): Rich =>
      rich`${strong('Nothing unusual.')} ${attempted} pushes attempted${rate === null ? '' : `, ${rate} of them lost`}.`,
  },
  noAlert: {
    few: (needed: number): Rich => rich`Too few pushes to judge: no vendor has ${needed} in this time.`,
    window: (vendor: string, needed: number, minutes: number): Rich =>
      rich`No alert for ${vendor}: fewer than ${needed} pushes in the last ${minutes} minutes, too few to judge.`,
    history: (vendor: string, needed: number, days: number): Rich =>
      rich`No alert for ${vendor} yet: fewer than ${needed} pushes in the ${days} days before, too few to compare with.`,
  },
  totals: {
    attempted: 'Attempted',
    accepted: 'Accepted by vendors',
    delivered: 'Delivered',
    clicked: 'Opened',
    lost: 'Lost',
  },
  changed: (change: string) => ` (${change})`,
  rate: (rate: string, before: string | null) => ` = ${rate}${before === null ? '' : `, before ${before}`}`,
  compared: rich` In brackets: against the same length of time before.`,
  columns: ['Vendor', 'Attempted', 'Delivered', 'Lost'],
  moreVendors: (count: number): Rich => rich`${count} more vendors with fewer pushes are not shown.`,
  failures: {
    lead: strong('Why pushes failed'),
    line: (count: string, name: string, answer: string, meaning: string): Rich =>
      rich`${strong(count)} × ${name} ${code(answer)}${meaning === '' ? '' : `: ${meaning}`}`,
    before: (before: string) => ` (before: ${before})`,
    who: (owner: Owner, remedy: string): Rich => rich`→ ${remedy === '' ? '' : `${remedy} `}Up to ${OWNERS[owner]}.`,
    more: (count: number): Rich => rich`Rarer kinds of failure: ${count}.`,
  },
  asked: {
    label: 'I was asked',
    times: (count: string, commands: string) => `${count} times: ${commands}`,
    command: (name: string, count: string) => `${name} ${count}`,
    never: 'nothing',
    concluded: 'I concluded',
    conclusion: (what: string, count: string) => `${what} ${count}`,
    failed: (count: string) => `; without an answer ${count}`,
    cases: 'Cases',
    opened: (count: string) => `${count} opened`,
    truly: (causes: string) => `; it really was: ${causes}`,
    verdicts: {
      'can-receive': 'can receive',
      'cannot-receive': 'cannot receive',
      unlikely: 'unlikely to receive',
      unknown: 'not clear',
    } as Readonly<Record<string, string>>,
  },
  health: {
    states: 'Logins and states',
    statesOf: (logins: string, change: string, logouts: string, disconnects: string, kicks: string): string =>
      `logins ${logins}${change}, sign-outs ${logouts}, lost connections ${disconnects}, thrown out by another login ${kicks}`,
    noStates: 'no data: no state callback came',
    users: 'Users',
    active: (count: string, date: string) => `${count} active on ${date}`,
    sent: (count: string) => `${count} messages sent`,
    webhooks: 'Webhooks',
    neverReceived: 'none has ever come',
    lastReceived: (at: number): Rich => rich`the last one ${relative(at)}`,
    received: (count: string) => `${count} in this time`,
    gap: (length: string, from: number): Rich => rich`⚠️ silent for ${length} from ${moment(from)}`,
    moreGaps: (count: number) => `${count} more gaps`,
    answered: (answered: string, sent: string) => `Tencent counts ${answered} answers to ${sent} webhooks`,
    certificates: 'Certificates',
    fine: 'none expires within 30 days',
    expired: (id: string, days: number): Rich => rich`❌ ${code(id)} expired ${days} days ago`,
    expiresSoon: (id: string, days: number): Rich =>
      days === 0 ? rich`❌ ${code(id)} expires today` : rich`⚠️ ${code(id)} expires in ${days} days`,
    rejected: (id: string): Rich => rich`❌ ${code(id)} is refused by its vendor`,
    api: 'Server API',
    well: (ms: string) => `✅ answers in ${ms} ms, and takes the administrator's signature`,
    refused: (answer: string): Rich => rich`❌ refuses the administrator's signature: ${code(answer)}`,
    failing: (answer: string): Rich => rich`⚠️ no good answer: ${code(answer)}`,
  },
  failure: {
    'rate-limited': 'too many calls',
    unreachable: 'not reachable',
    timeout: 'too slow',
    http: 'HTTP error',
    garbage: 'unreadable answer',
    cancelled: 'given up',
    refused: 'refused',
  },
  source: {
    statistics: rich`Pushes: by Tencent's own statistics`,
    callbacks: rich`Pushes: by the callbacks stored here`,
    none: rich`Pushes: no data`,
    since: (at: number): Rich => rich`, since ${moment(at)}; what was before is not known`,
    notUsed: (answer: string): Rich => rich`. Tencent's statistics could not be had: ${code(answer)}`,
    end: '.',
    noBefore: rich` There are no figures for the time before to compare with.`,
    chart: rich` The chart is drawn from callbacks.`,
  },
  chart: {
    title: (app: string) => `Push loss by vendor: ${app}`,
    subtitle: (from: string, to: string) => `${from} to ${to}`,
    axis: 'Lost, % of attempted',
    empty: 'No push was counted in this time',
    alt: (lines: string) => `Chart of pushes lost over time.${lines}`,
    altLine: (name: string, least: string, most: string, last: string) =>
      ` ${name}: ${least} to ${most}, last ${last}.`,
  },
}
