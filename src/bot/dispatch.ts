import { withOwnSign } from './addressed.ts'
import { readArguments } from './argument.ts'
import { conversationKeys } from './conversation-keys.ts'
import { auditLine } from './audit-line.ts'
import type { Command, Context, DenialReason } from './command.ts'
import { chooseApp } from './commands/choose-app.ts'
import type { Ending } from './ending.ts'
import { createFirst } from './policy/first.ts'
import type { FindSecrets } from './policy/find-secrets.ts'
import { createRateLimit } from './policy/rate-limit.ts'
import { personOf, type KeptActions } from './policy/kept-actions.ts'
import { mayAct, type Role } from './policy/role.ts'
import { roleOf } from './policy/role-of.ts'
import type { Audit } from './ports/audit.ts'
import type { Remembered } from './ports/conversations.ts'
import type { Deliveries } from './ports/deliveries.ts'
import type { OpenedWorld } from './ports/world.ts'
import { readInput, readPress, type Asked } from './read-input.ts'
import { followUp } from './follow-up.ts'
import type { Reply } from './reply.ts'
import { replyOf } from './reply-of.ts'
import type { Request } from './request.ts'
import { type Access, appNames, type Apps } from './services.ts'
import type { Locale } from './texts/locale.ts'
import { textsFor } from './texts/texts.ts'
import { unfinishedOf } from './unfinished/unfinished-request.ts'
import { NOTHING_HEARD } from './words/heard.ts'
import type { Reading } from './words/read-request.ts'

export interface DispatchDeps {
  commands: readonly Command[]
  kept: KeptActions
  secrets: FindSecrets
  apps: Apps
  world: () => Promise<OpenedWorld>
  access: Access
  language: Locale
  commandsPerMinute: number
  audit: Audit
  /** Null: this process is the only one that is sent requests. */
  deliveries: Deliveries | null
  /** UNIX milliseconds. */
  now: () => number
  /** Told of every defect: an exception where a value was expected. */
  onDefect: (error: unknown, request: string) => void
}

/** For how long a follow-up is understood: a shift and the one after it. */
const REMEMBERED_FOR = 86_400_000

/** Once, who, what, may they, too fast, read, run, audit, reply: the road of every request. */
export function createDispatch(deps: DispatchDeps): (request: Request) => Promise<Reply | null> {
  const first = createFirst(deps.deliveries)
  const wait = createRateLimit(deps.commandsPerMinute)
  const { secrets } = deps

  async function answer(request: Request, now: number): Promise<Ending> {
    const { actor } = request
    const { input } = request
    const typed = input.kind === 'press' ? null : readInput(deps.commands, input, appNames(deps.apps))
    const role = roleOf(deps.access, actor)
    let locale = typed?.locale ?? request.locale ?? deps.language
    const ending = (command: Command | null, outcome: Ending['outcome']): Ending => ({
      command,
      locale,
      role: role ?? 'none',
      outcome,
    })
    const denied = (command: Command | null, reason: DenialReason) => ending(command, { kind: 'denied', reason })

    // Ahead of the store, which is asked about a button or what was said before: nobody can wear it out.
    if (!actor.owner && request.place.kind !== 'terminal') {
      const seconds = wait(personOf(actor), now)
      const command = typed?.kind === 'command' || typed?.kind === 'problem' ? typed.command : null
      if (seconds > 0) return denied(command, { kind: 'too-fast', retryAfterSeconds: seconds })
    }
    const asked = await meant(request, typed, now)
    locale = (asked.kind === 'share' ? null : asked.locale) ?? locale
    const command = asked.kind === 'share' ? null : asked.command
    if (role === null) return denied(command, { kind: 'role', needed: 'viewer' })
    if (asked.kind === 'share') return ending(null, asked)
    // Whoever may not do a thing hears that first, not how to ask for it.
    if (command?.guarded === true && !deps.access.configured && !actor.owner)
      return denied(command, { kind: 'no-access-section' })
    if (command !== null && !mayAct(role, command.role)) return denied(command, { kind: 'role', needed: command.role })
    if (asked.kind === 'problem') return ending(command, { kind: 'usage', problem: asked.problem })
    return ending(asked.command, await run(asked, { request, role, locale, now }))
  }

  /** What is asked, where the store has to be asked for it: what a button does, and what "again" means. */
  async function meant(
    request: Request,
    typed: Reading | null,
    now: number,
  ): Promise<Exclude<Asked, { kind: 'follow-up' }>> {
    const { input, actor, signal } = request
    const pressed =
      input.kind === 'press' ? await readPress(deps.commands, deps.kept, input, { actor, now, signal }) : typed
    if (pressed === null) throw new Error('an input is either pressed or read')
    return pressed.kind === 'follow-up' ? followUp(deps.commands, pressed, await recall(request, now)) : pressed
  }

  async function recall(request: Request, now: number): Promise<Remembered | null> {
    const opened = await deps.world()
    if (!opened.ok) return null
    try {
      return await opened.world.conversations.recall(conversationKeys(request), now - REMEMBERED_FOR)
    } catch {
      // The store cannot be reached: then nothing is known of before.
      return null
    }
  }

  /** The arguments, with the `@` of names that were typed with it where an account has that very name. */
  async function named(
    { command, args, addressed = [] }: Extract<Asked, { kind: 'command' }>,
    { place, signal }: Request,
    now: number,
  ): Promise<Readonly<Record<string, unknown>>> {
    // A secret is refused, and asked about nowhere.
    if (addressed.length === 0 || secrets.inValue(Object.values(args).flat()) !== null) return args
    const { app: given } = args
    const chosen = chooseApp(typeof given === 'string' ? given : undefined, { services: { apps: deps.apps }, place })
    const exists = async (userId: string): Promise<boolean> => {
      const opened = await deps.world()
      if (!opened.ok || chosen.kind !== 'app') return false
      const answer = await opened.world.im.accountExists(chosen.app, userId, signal)
      return answer.ok && answer.value
    }
    return withOwnSign({ command, args, addressed }, exists, { now, signal })
  }

  /** A memory that cannot be kept costs a follow-up, never the answer. */
  async function remember({ command, outcome }: Ending, request: Request, now: number): Promise<void> {
    if (command === null || (outcome.kind !== 'ok' && outcome.kind !== 'upstream')) return
    if (outcome.remember === undefined) return
    const opened = await deps.world()
    if (!opened.ok) return
    const remembered = { command: command.id, ...outcome.remember, at: now }
    await opened.world.conversations.remember(conversationKeys(request), remembered).catch(() => {})
  }

  async function run(
    asked: Extract<Asked, { kind: 'command' }>,
    { request, role, locale, now }: { request: Request; role: Role; locale: Locale; now: number },
  ): Promise<Ending['outcome']> {
    const { command, heard = NOTHING_HEARD } = asked
    const credentialIn = (value: unknown) => secrets.inValue(value) ?? secrets.ofPiece(request.input, value)
    const read = readArguments(command.args, await named(asked, request, now), credentialIn)
    if (read.kind === 'unreadable')
      return { kind: 'usage', problem: { kind: 'arguments', command: command.id, errors: read.errors } }
    const { actor, place, signal } = request
    const services = { apps: deps.apps, world: deps.world, commands: deps.commands }
    const { timeZone, onProgress } = request
    const visibility = secrets.leakIn(request.input) === null ? command.visibility : 'private'
    const context: Context = {
      services,
      actor,
      place,
      role,
      locale,
      timeZone,
      texts: textsFor(locale),
      act: request.input.kind === 'press' ? request.input.key : request.id,
      now,
      clock: deps.now,
      signal,
      progress: (card) => onProgress?.({ card, visibility, locale, timeZone }),
      heard,
      recall: () => recall(request, now),
    }
    try {
      return await command.run(read.input, context)
    } catch (error) {
      deps.onDefect(error, request.id)
      return { kind: 'defect' }
    }
  }

  async function settle(request: Request, now: number): Promise<{ ending: Ending; reply: Reply }> {
    try {
      const ending = await answer(request, now)
      await remember(ending, request, now)
      const isRead = ending.command !== null || ending.outcome.kind !== 'usage'
      const leak = isRead ? secrets.leakIn(request.input) : secrets.anyIn(request.input)
      return { ending, reply: replyOf(ending, request, deps.commands, { now, leak }) }
    } catch (error) {
      deps.onDefect(error, request.id)
      const locale = request.locale ?? deps.language
      const ending: Ending = { command: null, locale, role: 'none', outcome: { kind: 'defect' } }
      return { ending, reply: replyOf(ending, request, deps.commands, { now, leak: null }) }
    }
  }

  return async (request) => {
    const started = deps.now()
    if (!(await first.take(request, started, () => unfinishedOf(request, deps.commands, secrets)))) return null
    const { ending, reply } = await settle(request, started)
    try {
      deps.audit.write(auditLine(request, ending, deps.now() - started))
    } catch (error) {
      // A trail that cannot be written is a matter for whoever runs the bot; the person still gets the answer.
      deps.onDefect(error, request.id)
    }
    first.done(request)
    return reply
  }
}
