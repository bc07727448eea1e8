import type { Userbuf, UsersigReport } from '../../diagnostics/usersig/report.ts'
import type { Texts } from '../texts/texts.ts'
import { plainRich, type Reader } from './plain-text.ts'
import { findingTexts } from './usersig-card.ts'

/** UNIX milliseconds → ISO 8601 in UTC; null for what no calendar holds. */
export function isoTime(at: number | null): string | null {
  if (at === null || Math.abs(at) > 8.64e15) return null
  return new Date(at).toISOString()
}

/** The result of `usersig.verify` and `usersig.inspect` for scripts: the contract's shape. */
export function usersigResult(report: UsersigReport, texts: Texts, reader: Reader) {
  return {
    verdict: report.verdict,
    version: report.version,
    app: report.app,
    sdkAppId: report.sdkAppId,
    userId: report.userId,
    issuedAt: isoTime(report.issuedAt),
    expiresAt: isoTime(report.expiresAt),
    ttlSeconds: report.ttlSeconds,
    remainingSeconds: report.remainingSeconds,
    userbuf: report.userbuf === null ? null : userbufResult(report.userbuf),
    findings: report.findings.map((finding) => {
      const { message, remedy } = findingTexts(finding, texts)
      return {
        code: finding.code,
        severity: finding.severity,
        message: plainRich(message, reader),
        remedy: plainRich(remedy, reader),
        owner: finding.owner,
        imErrorCodes: finding.imErrorCodes,
      }
    }),
  }
}

export function userbufResult(userbuf: Userbuf) {
  if (userbuf.kind === 'opaque') return { kind: userbuf.kind, bytes: userbuf.bytes }
  return {
    kind: userbuf.kind,
    account: userbuf.account,
    sdkAppId: userbuf.sdkAppId,
    room: userbuf.room.kind === 'number' ? userbuf.room.id : userbuf.room.name,
    roomKind: userbuf.room.kind,
    expiresAt: isoTime(userbuf.expiresAt),
    privilegeMap: userbuf.privilegeMap,
    privileges: userbuf.privileges,
  }
}
