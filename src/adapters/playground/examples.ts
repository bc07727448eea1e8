import type { App } from '../../bot/services.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { generateUsersig } from '../../diagnostics/usersig/generate-usersig.ts'
import { playgroundTexts, type ExampleName } from './texts.ts'

export interface Example {
  label: string
  /** What pressing it sends. */
  text: string
}

/** Seconds. */
const LIFETIME = 180 * 86_400
/** As when the end of a line was not copied. */
const CUT_OFF = 30

/** At most six things to try, the most telling first. Signatures among them are made for this very moment. */
export function examples(app: App, locale: Locale, now: number): readonly Example[] {
  const { exampleLabels } = playgroundTexts(locale)
  return (app.simulated ? madeUp(app, locale, now) : real(locale)).map(([name, text]) => ({
    label: exampleLabels[name],
    text,
  }))
}

type Named = readonly [ExampleName, string]

/** The people of the simulated app, and signatures that nobody has to paste. */
function madeUp(app: App, locale: Locale, now: number): readonly Named[] {
  const { why, online } = QUESTIONS[locale]
  const ofBob = sign(app, 'bob', now)
  const ofAlice = sign(app, 'alice', now)
  return [
    ['why', why],
    ['online', online],
    ['history', '/push history bob'],
    ['check', '/push check alice'],
    ['wrongUser', `/usersig verify alice ${ofBob}`],
    ['damaged', `/usersig verify alice ${ofAlice.slice(0, -CUT_OFF)}`],
  ]
}

/** Nobody knows who lives in a real app, and nobody asked for a signature of it. */
const real = (locale: Locale): readonly Named[] => [
  ['whyForm', '/push why'],
  ['verifyForm', '/usersig verify'],
  ['errorCode', QUESTIONS[locale].errorCode],
  ['apps', '/im apps'],
  ['help', '/im help'],
]

const QUESTIONS = {
  en: { why: 'why does bob get no push?', online: 'is carol online?', errorCode: 'what does 70009 mean?' },
  zh: { why: 'bob 为什么收不到推送', online: 'carol 在线吗', errorCode: '错误码 70009 是什么意思？' },
} as const satisfies Record<Locale, Record<string, string>>

function sign(app: App, userId: string, now: number): string {
  const limits = { maxTtlSeconds: LIFETIME, allowAdministrator: false }
  const made = generateUsersig({ app, userId, ttlSeconds: LIFETIME, now, limits })
  if (made.kind === 'refused') throw new Error(`no example signature: ${made.reason}`)
  return made.sig.reveal()
}
