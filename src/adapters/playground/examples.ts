import type { App } from '../../bot/services.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { generateUsersig } from '../../diagnostics/usersig/generate-usersig.ts'
import { playgroundTexts, type ExampleName } from './texts.ts'

export interface Example {
  label: string
  /** What pressing it sends. */
  text: string
}

const DAY_SECONDS = 86_400
const LIFETIME = 180 * DAY_SECONDS
/** As when the end of a line was not copied. */
const CUT_OFF = 30

/** Things to try, with signatures that are good at this very moment. */
export function examples(app: App, locale: Locale, now: number): readonly Example[] {
  const { exampleLabels } = playgroundTexts(locale)
  const texts: readonly (readonly [ExampleName, string])[] = [
    ...(app.simulated ? signatureExamples(app, now) : []),
    ['form', '/usersig verify'],
    ['generate', '/usersig generate alice --ttl 7d'],
    ['errorCode', QUESTIONS[locale]],
    ['apps', '/im apps'],
    ['help', '/im help'],
  ]
  return texts.map(([name, text]) => ({ label: exampleLabels[name], text }))
}

const QUESTIONS: Readonly<Record<Locale, string>> = { en: 'what does 70009 mean?', zh: '错误码 70009 是什么意思？' }

/** Made-up apps only: nobody asked for a signature of a real one. */
function signatureExamples(app: App, now: number): readonly (readonly [ExampleName, string])[] {
  const sign = (userId: string, at: number): string => {
    const limits = { maxTtlSeconds: LIFETIME, allowAdministrator: false }
    const made = generateUsersig({ app, userId, ttlSeconds: LIFETIME, now: at, limits })
    if (made.kind === 'refused') throw new Error(`no example signature: ${made.reason}`)
    return made.sig.reveal()
  }
  const good = sign('alice', now)
  return [
    ['valid', `/usersig verify alice ${good}`],
    ['expired', `/usersig verify alice ${sign('alice', now - (LIFETIME + 20 * DAY_SECONDS) * 1000)}`],
    ['wrongUser', `/usersig verify alice ${sign('bob', now)}`],
    ['damaged', `/usersig verify alice ${good.slice(0, -CUT_OFF)}`],
  ]
}
