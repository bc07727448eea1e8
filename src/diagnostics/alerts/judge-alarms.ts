import { daysLeft } from '../vendors/check-certificates.ts'
import type { Alarm } from './alarm.ts'
import type { AlertEvidence } from './alert-evidence.ts'
import type { AlertRules } from './rules.ts'
import { vendorAlarms } from './vendor-alarms.ts'
import { webhookAlarms } from './webhook-alarms.ts'

/**
 * What is wrong with an app, by what could be seen. Too little data is no alarm.
 *
 * @param now UNIX milliseconds
 * @returns what weighs most first
 */
export function judgeAlarms(evidence: AlertEvidence, rules: AlertRules, now: number): readonly Alarm[] {
  const { pushes, webhooks, certificates } = evidence
  return [
    ...signatureRefused(evidence),
    ...(webhooks === null ? [] : webhookAlarms(webhooks, rules, now)),
    ...credentialsRejected(evidence),
    ...(pushes === null ? [] : vendorAlarms(pushes, rules)),
    ...certificates.flatMap((certificate): readonly Alarm[] => {
      const days = daysLeft(certificate, now)
      if (days === null || days > rules.certificateDays) return []
      return [{ code: 'certificate-expiring', certificateId: certificate.id, vendor: certificate.vendor, days }]
    }),
  ]
}

function signatureRefused({ api }: AlertEvidence): readonly Alarm[] {
  if (api?.health.kind !== 'signature-refused') return []
  const { code, info } = api.health.failure
  const answer = String(code ?? '')
  return [{ code: 'signature-refused', administrator: api.administrator, answer, info: info.slice(0, 300) }]
}

function credentialsRejected({ credentials }: AlertEvidence): readonly Alarm[] {
  return (credentials ?? []).flatMap(({ certificateId, vendor, refusal }) =>
    refusal === null
      ? []
      : [
          {
            code: 'credential-rejected' as const,
            vendor,
            certificateId,
            answer: refusal.code.slice(0, 40),
            info: refusal.info.slice(0, 300),
            count: null,
          },
        ],
  )
}
