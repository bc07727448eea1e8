import type { ImEvent } from '../../../diagnostics/events/event.ts'
import { endedAtTencent } from '../../../diagnostics/push/tencent-codes.ts'
import { isWebPush } from '../../../diagnostics/im/web-push.ts'
import { vendorOfPlatform } from '../../../diagnostics/im/push-platform.ts'
import { code, moment, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { isoTime } from '../usersig-result.ts'
import { infoWithoutTokens } from './without-tokens.ts'

/** One event of a user's history: the contract's shape. */
export function timelineEntry(event: ImEvent) {
  const { kind, platform, outcome, code: result, message } = read(event)
  return { at: isoTime(event.at), kind, platform, outcome, code: result, message }
}

/** The same for people: when, what, with what result. */
export function timelineRow(event: ImEvent, texts: Texts): readonly Rich[] {
  return [rich`${moment(event.at)}`, [whatOf(event, texts)], resultOf(event, texts)]
}

interface Entry {
  kind: string
  platform: string | null
  outcome: 'ok' | 'failed' | null
  code: string | null
  message: string | null
}

const STAGE_KINDS: Readonly<Record<number, 'push' | 'delivered' | 'clicked'>> = {
  1: 'push',
  2: 'delivered',
  3: 'clicked',
}

function read(event: ImEvent): Entry {
  switch (event.kind) {
    case 'state': {
      const kind = event.kicked.length > 0 ? 'kicked' : event.action === 'unknown' ? 'state' : event.action
      const message = event.kicked.length > 0 ? event.kicked.join(', ') : event.reason
      return { kind, platform: event.platform, outcome: null, code: null, message }
    }
    case 'push':
      return {
        kind: event.delivery === 'online' ? 'online' : (STAGE_KINDS[event.stage] ?? 'push'),
        platform: isWebPush(event) ? 'web' : vendorOfPlatform(event.platform),
        outcome: event.code === 0 ? 'ok' : 'failed',
        code: event.code === 0 ? null : String(event.code),
        message: event.info === '' ? null : infoWithoutTokens(event.info),
      }
    case 'message':
      return {
        kind: 'message',
        platform: null,
        outcome: event.result === 0 && !event.dropped ? 'ok' : 'failed',
        code: event.result === 0 ? null : String(event.result),
        message: event.onlineOnly ? 'online-only' : event.info === '' ? null : infoWithoutTokens(event.info),
      }
    case 'block':
      return {
        kind: event.blocked ? 'blocked' : 'unblocked',
        platform: null,
        outcome: null,
        code: null,
        message: event.other,
      }
  }
}

function whatOf(event: ImEvent, texts: Texts): string {
  const { kinds } = texts.push.timeline
  const { kind, platform } = read(event)
  const on = (what: string) => {
    const vendor = event.kind === 'push' ? vendorOfPlatform(event.platform) : null
    const where = vendor === null ? platform : texts.errors.vendors[vendor]
    return where === null ? what : `${what} · ${where}`
  }
  switch (event.kind) {
    case 'state':
      return event.kicked.length > 0
        ? kinds.kicked(event.kicked.join(', '), platform)
        : on(kinds[event.action === 'unknown' ? 'state' : event.action])
    case 'push':
      if (kind === 'online' || kind === 'delivered' || kind === 'clicked') return on(kinds[kind])
      return on(kinds[endedAtTencent(String(event.code)) ? 'stopped' : 'push'])
    case 'message':
      return kinds.message(shownUser(event.from))
    case 'block':
      return kinds[event.blocked ? 'blocked' : 'unblocked'](shownUser(event.other))
  }
}

const MOST_INFO = 80

function resultOf(event: ImEvent, texts: Texts): Rich {
  const { outcome, code: result, message } = read(event)
  const { good, failed, onlineOnly } = texts.push.timeline
  if (event.kind === 'state') return event.kicked.length > 0 || event.reason === null ? [] : [event.reason]
  if (event.kind === 'block') return []
  if (event.kind === 'message' && event.onlineOnly) return [onlineOnly]
  if (outcome === 'ok') return [good]
  return rich`${failed} ${result === null ? '' : code(result)}${message === null ? '' : ` ${infoWithoutTokens(message, MOST_INFO)}`}`
}
