import type { ImApp } from '../../../diagnostics/im/im-app.ts'
import type { UsersigFindingCode } from '../../../diagnostics/usersig/finding.ts'
import { verifyUsersig } from '../../../diagnostics/usersig/verify-usersig.ts'

export interface Credentials {
  app: ImApp
  /** All apps, so that a signature for another one is told from one with a wrong key. */
  apps: readonly ImApp[]
  identifier: string
  usersig: string
  /** UNIX milliseconds. */
  now: number
}

/** The engine mends what pasting broke and takes old keys; Tencent does neither. */
const MENDED: readonly UsersigFindingCode[] = ['markup', 'url-encoded', 'whitespace', 'quoted']

const CODES: Partial<Record<UsersigFindingCode, number>> = {
  'wrong-sdkappid': 70_014,
  'wrong-userid': 70_013,
  'wrong-key': 70_009,
  tampered: 70_009,
  expired: 70_001,
}

/** The ErrorCode for a signature that does not hold, null for one that does. @see https://trtc.io/document/34348 */
export function checkUsersig({ app, apps, identifier, usersig, now }: Credentials): number | null {
  const current = apps.map((each): ImApp => ({ ...each, previousSecretKeys: [] }))
  const own = current.find(({ sdkAppId }) => sdkAppId === app.sdkAppId)
  if (own === undefined) return 70_020
  const report = verifyUsersig({
    text: usersig,
    apps: current,
    now,
    expected: { userId: identifier, app: own, appWasNamed: true },
  })
  if (report.findings.some(({ code }) => MENDED.includes(code))) return 70_003
  if (report.verdict === 'valid') return null
  const decisive = report.findings.find(({ severity }) => severity === 'error')
  if (report.version === '1.0' && decisive === undefined) return 70_016
  return (decisive === undefined ? undefined : CODES[decisive.code]) ?? 70_003
}
