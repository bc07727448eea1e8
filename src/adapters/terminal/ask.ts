import { z } from 'zod'
import type { Bot } from '../../bot/bot.ts'
import { plainText } from '../../bot/cards/plain-text.ts'
import type { Reply, Status } from '../../bot/reply.ts'
import type { Actor, BadCall, Input, Progress } from '../../bot/request.ts'
import { LOCALES, type Locale } from '../../bot/texts/locale.ts'
import { shown } from '../../bot/words/shown.ts'
import { Secret } from '../../diagnostics/secret.ts'

/** Exit status of `ask` for each status of the contract. */
export const EXIT_STATUS: Readonly<Record<Status, number>> = { ok: 0, usage: 2, denied: 3, upstream: 4 }

/** The longest a single question may take, whatever hangs. */
const PATIENCE_MS = 25_000

export interface Asker {
  actor: Actor
  locale: Locale | null
  timeZone: string | null
}

export const OWNER: Actor = { platform: 'terminal', id: 'owner', groups: [], owner: true }

/** `slack:U012AB3CD` or `discord:80351110224678912` → that person, with no more rights than the configuration gives; null: it names no platform, and has the form of neither. */
export function actorOf(as: string): Actor | null {
  const [, platform, id] = /^(slack|discord):(\S{1,64})$/.exec(as) ?? []
  if (id !== undefined) return { platform: platform === 'slack' ? 'slack' : 'discord', id, groups: [], owner: false }
  if (/^[UW][A-Z0-9]{2,}$/.test(as)) return { platform: 'slack', id: as, groups: [], owner: false }
  return /^\d{17,20}$/.test(as) ? { platform: 'discord', id: as, groups: [], owner: false } : null
}

const structuredCall = z.strictObject({
  command: z.string().min(1).max(100),
  args: z.record(z.string(), z.unknown()).default({}),
  locale: z.enum(LOCALES).optional(),
})

/** One line of `--stdin`: words, or a structured call where it starts with a brace. */
export function readLine(line: string): { input: Input; locale: Locale | null } {
  if (!line.trimStart().startsWith('{')) return { input: { kind: 'words', text: new Secret(line) }, locale: null }
  let value: unknown
  try {
    value = JSON.parse(line.trim())
  } catch {
    return { input: { kind: 'unreadable', reason: { kind: 'not-json' } }, locale: null }
  }
  const call = structuredCall.safeParse(value)
  if (!call.success) return { input: { kind: 'unreadable', reason: badCall(call.error) }, locale: null }
  const { command, args, locale } = call.data
  return { input: { kind: 'call', intent: { command, args: new Secret(args) } }, locale: locale ?? null }
}

/** The first that is wrong; a field that is not known ahead of one that is missing, since it may be that one misspelt. */
function badCall({ issues }: z.ZodError): BadCall {
  const [unknown] = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  if (unknown !== undefined) return { kind: 'unknown-field', given: shown(unknown) }
  const field = issues[0]?.path[0]
  if (field === 'args') return { kind: 'not-an-object', field }
  return { kind: field === 'locale' ? 'not-a-locale' : 'no-command' }
}

/** Asks the bot over the same path as the chat surfaces. `onProgress` hears how far a long answer has come. */
export async function ask(
  bot: Bot,
  input: Input,
  { actor, locale, timeZone }: Asker,
  id: string,
  onProgress: ((progress: Progress) => void) | null = null,
): Promise<Reply> {
  const reply = await bot.answer({
    id,
    actor,
    place: { kind: 'terminal', id: 'terminal', thread: null },
    input,
    locale,
    timeZone,
    signal: AbortSignal.timeout(PATIENCE_MS),
    onProgress,
  })
  if (reply === null) throw new Error('the terminal gave two requests the same id')
  return reply
}

/** The object that `--json` prints: the contract's shape, times in UTC. */
export function replyJson(reply: Reply, now: number) {
  const { command, status, visibility, result, error, card, locale } = reply
  return {
    command,
    status,
    visibility,
    result,
    ...(error === null ? {} : { error }),
    card: { tone: card.tone, title: card.title, text: plainText(card, { locale, timeZone: null, now }) },
  }
}
