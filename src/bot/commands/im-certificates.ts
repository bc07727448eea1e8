import { endingWithin } from '../../diagnostics/ending-within.ts'
import {
  certificateWarnings,
  checkCertificates,
  daysLeft,
  type CertificateHealth,
} from '../../diagnostics/vendors/check-certificates.ts'
import type { Card, Tone } from '../card.ts'
import { replyResult, replyWords } from '../cards/push/reply-words.ts'
import { isoTime } from '../cards/usersig-result.ts'
import { defineCommand } from '../command.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { World } from '../ports/world.ts'
import { code, relative, rich, type Rich } from '../rich.ts'
import type { Texts } from '../texts/texts.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

const PATIENCE_MS = 15_000

interface Health extends CertificateHealth {
  /** When the vendor last took the credential, UNIX milliseconds; null: never, as far as is remembered. */
  lastSuccess: number | null
}

export const imCertificates = defineCommand({
  family: 'im',
  name: 'certificates',
  args: { app: appArgument() },
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: ['certificates'],
  async run({ app }, context) {
    const { texts, now, signal } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { vendors } = opened.world
    const checked = await checkCertificates(chosen.app, vendors, endingWithin(signal, PATIENCE_MS))
    const health = await withHistory(checked, chosen.app.sdkAppId, opened.world, now)
    const { vendor: words } = texts.push
    const card: Card = {
      tone: toneOf(health, now),
      title: words.certificatesTitle(chosen.app.name),
      blocks: [
        health.length === 0
          ? { kind: 'text', text: words.noCertificates }
          : { kind: 'table', columns: words.certificateColumns, rows: health.map((each) => row(each, texts, now)) },
        ...(health.some(({ reply, certificate }) => reply === null && certificate.credential === null)
          ? [{ kind: 'note' as const, text: words.holdNone }]
          : []),
        ...(chosen.app.simulated ? [{ kind: 'note' as const, text: texts.conversation.simulated }] : []),
      ],
      actions: [],
    }
    return {
      kind: 'ok',
      result: {
        app: chosen.app.name,
        certificates: health.map(({ certificate, reply, lastSuccess }) => ({
          id: certificate.id,
          vendor: certificate.vendor,
          environment: certificate.environment,
          expiresAt: isoTime(certificate.expiresAt),
          expiresInDays: daysLeft(certificate, now),
          ...replyResult(reply),
          lastSuccessAt: isoTime(lastSuccess),
        })),
        warnings: health.flatMap((each) => certificateWarnings(each, now)),
      },
      card,
      audit: { app: chosen.app.name, certificates: health.length },
    }
  },
})

const keyOf = (sdkAppId: number, id: string): string => `certificate/${sdkAppId}/${id}`

/** Remembers what was taken just now, and tells of the rest when that was last so. A store that is away costs only that. */
async function withHistory(
  checked: readonly CertificateHealth[],
  sdkAppId: number,
  { conversations }: World,
  now: number,
): Promise<readonly Health[]> {
  return Promise.all(
    checked.map(async (each) => {
      const key = keyOf(sdkAppId, each.certificate.id)
      if (each.reply?.kind !== 'accepted') return { ...each, lastSuccess: await lastSuccess(conversations, key) }
      await conversations
        .remember([key], { command: 'im.certificates', args: {}, snapshot: null, at: now })
        .catch(() => {})
      return { ...each, lastSuccess: now }
    }),
  )
}

const lastSuccess = async (conversations: Conversations, key: string): Promise<number | null> =>
  (await conversations.recall([key], 0).catch(() => null))?.at ?? null

function toneOf(health: readonly Health[], now: number): Tone {
  const warnings = health.flatMap((each) => certificateWarnings(each, now))
  if (warnings.some(({ code: warning }) => warning !== 'expires-soon')) return 'bad'
  if (warnings.length > 0 || health.some(({ reply }) => reply?.kind === 'unanswered')) return 'warn'
  return health.some(({ reply }) => reply?.kind === 'accepted') ? 'good' : 'info'
}

function row(each: Health, texts: Texts, now: number): readonly Rich[] {
  const { vendor: words } = texts.push
  const { certificate, reply, lastSuccess } = each
  const { expiresAt, environment } = certificate
  const warnings = certificateWarnings(each, now).map(({ code: warning }) => warning)
  const mark = warnings.includes('expired') ? '❌ ' : warnings.includes('expires-soon') ? '⚠️ ' : ''
  return [
    rich`${code(certificate.id)}`,
    [texts.errors.vendors[certificate.vendor]],
    [environment === null ? '–' : words.environments[environment]],
    expiresAt === null ? ['–'] : rich`${mark}${words.ends(expiresAt)}`,
    reply === null ? [words.notHeld] : replyWords(reply, texts),
    lastSuccess === null ? ['–'] : rich`${relative(lastSuccess)}`,
  ]
}
