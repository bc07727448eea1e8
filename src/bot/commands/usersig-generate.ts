import { fingerprint } from '../../diagnostics/usersig/fingerprint.ts'
import {
  generateUsersig,
  type GeneratedUsersig,
  type GenerationProblem,
  type GenerationWarning,
} from '../../diagnostics/usersig/generate-usersig.ts'
import { parsePrivileges } from '../../diagnostics/usersig/privileges.ts'
import type { PrivateMapKey } from '../../diagnostics/usersig/report.ts'
import { optionalDuration, optionalText, requiredText } from '../argument.ts'
import { generatedCard } from '../cards/generated-card.ts'
import { isoTime, userbufResult } from '../cards/usersig-result.ts'
import { plainRich } from '../cards/plain-text.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import type { InvalidReason } from '../problem.ts'
import type { App } from '../services.ts'
import type { Texts } from '../texts/texts.ts'
import type { Rich } from '../rich.ts'
import { chooseApp } from './choose-app.ts'
import { shown } from '../words/shown.ts'
import { appArgument } from './usersig-arguments.ts'

/** 180 days, the default of Tencent's own libraries and of the console. */
const USUAL_TTL_SECONDS = 15_552_000

export const usersigGenerate = defineCommand({
  family: 'usersig',
  name: 'generate',
  args: {
    user: requiredText({ place: 'word' }, { maxLength: 100, exact: true }),
    ttl: optionalDuration(),
    app: appArgument(),
    room: optionalText({ place: 'option' }, { maxLength: 100 }),
    privileges: optionalText({ place: 'option' }, { maxLength: 200 }),
  },
  role: 'admin',
  guarded: true,
  visibility: 'private',
  form: true,
  examples: ['generate alice --ttl 7d', 'generate alice --room 4321 --privileges enter-room,receive-audio'],
  run({ user, ttl, app, room, privileges }, context) {
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const ticket = readTicket(room, privileges)
    if (ticket.kind === 'invalid') return invalid(ticket.argument, ticket.reason)
    const made = generateUsersig({
      app: chosen.app,
      userId: user,
      ttlSeconds: ttl ?? Math.min(USUAL_TTL_SECONDS, chosen.app.maxTtlSeconds),
      now: context.now,
      limits: { maxTtlSeconds: chosen.app.maxTtlSeconds, allowAdministrator: chosen.app.allowAdministratorUsersig },
      ...(ticket.kind === 'ticket' ? { privateMapKey: ticket.ticket } : {}),
    })
    return made.kind === 'refused' ? refused(made) : generated(made, user, chosen.app, context)
  },
})

type Ticket =
  | { kind: 'none' }
  | { kind: 'ticket'; ticket: { room: PrivateMapKey['room']; privilegeMap: number } }
  | { kind: 'invalid'; argument: string; reason: InvalidReason }

/** Digits are a room number; `name:4321` is the room whose name is digits. */
function readTicket(room: string | undefined, privileges: string | undefined): Ticket {
  if (room === undefined && privileges === undefined) return { kind: 'none' }
  if (room === undefined) return { kind: 'invalid', argument: 'room', reason: { kind: 'privileges-without-room' } }
  if (privileges === undefined)
    return { kind: 'invalid', argument: 'privileges', reason: { kind: 'room-without-privileges' } }
  const parsed = parsePrivileges(privileges)
  if (parsed.kind === 'unknown-privilege')
    return {
      kind: 'invalid',
      argument: 'privileges',
      reason: { kind: 'privileges-invalid', word: shown(parsed.word) },
    }
  const named: PrivateMapKey['room'] = /^\d+$/.test(room)
    ? { kind: 'number', id: Number(room) }
    : { kind: 'name', name: room.replace(/^name:/, '') }
  return { kind: 'ticket', ticket: { room: named, privilegeMap: parsed.privilegeMap } }
}

const invalid = (argument: string, reason: InvalidReason): Outcome => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: 'usersig.generate', argument, reason },
})

function refused(problem: GenerationProblem): Outcome {
  switch (problem.reason) {
    case 'user-id-empty':
      return {
        kind: 'usage',
        problem: {
          kind: 'arguments',
          command: 'usersig.generate',
          errors: [{ name: 'user', problem: { kind: 'missing' } }],
        },
      }
    case 'user-id-too-long':
      return invalid('user', { kind: 'user-id-too-long', bytes: problem.bytes, maximum: problem.maximum })
    case 'user-id-control-characters':
      return invalid('user', { kind: 'user-id-control-characters' })
    case 'ttl-not-positive-integer':
      return invalid('ttl', { kind: 'ttl-not-positive' })
    case 'ttl-over-maximum':
      return invalid('ttl', { kind: 'ttl-over-maximum', maximumSeconds: problem.maximum })
    case 'administrator-not-allowed':
      return invalid('user', { kind: 'administrator-not-allowed', userId: problem.userId })
    case 'room-invalid':
      return invalid('room', { kind: 'room-invalid' })
    case 'privileges-invalid':
      return invalid('privileges', { kind: 'privileges-invalid', word: '' })
    case 'key-empty':
    case 'sdkappid-invalid':
      return invalid('app', { kind: 'key-unusable' })
  }
}

function generated(made: GeneratedUsersig, user: string, app: App, context: Context): Outcome {
  const { texts, locale, now } = context
  const warnings = made.warnings.map((warning) => ({ code: warning.kind, text: warningText(warning, texts) }))
  const sig = made.sig.reveal()
  return {
    kind: 'ok',
    result: {
      app: app.name,
      sdkAppId: app.sdkAppId,
      userId: user,
      sig,
      issuedAt: isoTime(made.issuedAt),
      expiresAt: isoTime(made.expiresAt),
      ttlSeconds: made.ttlSeconds,
      userbuf: made.userbuf === null ? null : userbufResult(made.userbuf),
      warnings: warnings.map(({ code, text }) => ({ code, message: plainRich(text, { locale, timeZone: null, now }) })),
    },
    card: generatedCard(made, { user, app, warnings: warnings.map(({ text }) => text) }, texts),
    audit: { app: app.name, user, ttlSeconds: made.ttlSeconds, sig: fingerprint(sig) },
  }
}

function warningText(warning: GenerationWarning, texts: Texts): Rich {
  const { warnings } = texts.usersig
  switch (warning.kind) {
    case 'long-lived':
    case 'short-lived':
      return warnings[warning.kind](warning.ttlSeconds)
    case 'user-id-unusual-characters':
    case 'key-unusual':
      return warnings[warning.kind]
  }
}
