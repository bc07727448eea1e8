import { z } from 'zod'
import type { ImEvent } from '../../../diagnostics/events/event.ts'
import { vendorOfPlatform } from '../../../diagnostics/im/push-platform.ts'
import type { Counted } from '../../../diagnostics/ports/event-figures.ts'
import { readVendorAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import { readBody } from '../read-body.ts'

const MOST_REASON = 40

/** The last: the vendor's own word or number, where the code of the callback is another; left out by older versions. */
const push = z.tuple([
  z.enum(['offline', 'online']),
  z.enum(['direct', 'group', 'task']),
  z.number(),
  z.number(),
  z.number(),
  z.string().optional(),
])
const state = z.tuple([z.enum(['login', 'logout', 'disconnect', 'unknown']), z.string().nullable(), z.boolean()])
const message = z.tuple([z.number(), z.boolean(), z.boolean()])

/** Texts of which the reason is remembered: most failures of an app say one of a few. */
const MOST_TEXTS = 1000
const reasons = new Map<string, string | null>()

/** What the catalogue reads behind the code, so a word of few: two that share a status of HTTP are two. Null: nothing else. */
function reasonOf({ platform, code, info }: Extract<ImEvent, { kind: 'push' }>): string | null {
  if (code === 0 || info === '') return null
  const key = `${platform} ${code} ${info}`
  const known = reasons.get(key)
  if (known !== undefined) return known
  const read = readVendorAnswer(vendorOfPlatform(platform), String(code), info).code
  const reason = read === String(code) ? null : read
  if (reasons.size >= MOST_TEXTS) reasons.clear()
  reasons.set(key, reason)
  return reason
}

/** What is counted of an event, without names, so that a row is short; null: nothing but that it came in. JSON is plain text whatever is in it. */
export function facetsOf(event: ImEvent): string | null {
  switch (event.kind) {
    case 'push': {
      const reason = reasonOf(event)
      return JSON.stringify([
        event.delivery,
        event.chat,
        event.platform,
        event.stage,
        event.code,
        ...(reason === null ? [] : [reason]),
      ] as z.infer<typeof push>)
    }
    case 'state':
      return JSON.stringify([
        event.action,
        event.reason?.slice(0, MOST_REASON) ?? null,
        event.kicked.length > 0,
      ] satisfies z.infer<typeof state>)
    case 'message':
      return JSON.stringify([event.result, event.onlineOnly, event.dropped] satisfies z.infer<typeof message>)
    case 'block':
      return null
  }
}

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readFacets(kind: string, facets: string): Counted | null {
  switch (kind) {
    case 'push': {
      const read = readBody(push, facets)
      if (read === null) return null
      const [delivery, chat, platform, stage, code, reason] = read
      return { kind, delivery, chat, platform, stage, code, ...(reason === undefined ? {} : { reason }) }
    }
    case 'state': {
      const read = readBody(state, facets)
      return read === null ? null : { kind, action: read[0], reason: read[1], kicked: read[2] }
    }
    case 'message': {
      const read = readBody(message, facets)
      return read === null ? null : { kind, result: read[0], onlineOnly: read[1], dropped: read[2] }
    }
    case 'received':
      return { kind }
    default:
      return null
  }
}
