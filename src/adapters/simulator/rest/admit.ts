import type { ImApp } from '../../../diagnostics/im/im-app.ts'
import { checkUsersig } from './check-usersig.ts'

export interface Caller {
  method: string | undefined
  url: URL
  /** UNIX milliseconds. */
  now: number
}

export type Admission = { ok: true; app: ImApp } | { ok: false; code: number }

const UINT32 = /^\d{1,10}$/
const LARGEST_UINT32 = 4_294_967_295

/**
 * Whether a request may go on, by its line alone: `POST /v4/service/command` with five query parameters, called by an
 * administrator whose signature holds. Names and values are case-sensitive. @see https://trtc.io/document/34620
 */
export function admit({ method, url, now }: Caller, apps: readonly ImApp[]): Admission {
  if (method !== 'POST' || !/^\/v4\/\w+\/\w+$/.test(url.pathname)) return { ok: false, code: 60_002 }
  const query = url.searchParams
  const sdkAppId = query.get('sdkappid') ?? ''
  if (sdkAppId === '') return { ok: false, code: 60_012 }
  const app = apps.find((each) => String(each.sdkAppId) === sdkAppId)
  if (app === undefined) return { ok: false, code: 70_020 }
  const identifier = query.get('identifier') ?? ''
  const usersig = query.get('usersig') ?? ''
  if (identifier === '' || usersig === '' || !isRandom(query.get('random')) || query.get('contenttype') !== 'json') {
    return { ok: false, code: 60_025 }
  }
  const code = checkUsersig({ app, apps, identifier, usersig, now })
  if (code !== null) return { ok: false, code }
  return app.administrators.includes(identifier) ? { ok: true, app } : { ok: false, code: 60_010 }
}

function isRandom(text: string | null): boolean {
  return text !== null && UINT32.test(text) && Number(text) <= LARGEST_UINT32
}
