import type { AuditFacts } from './command.ts'
import type { Ending } from './ending.ts'
import type { AuditLine } from './ports/audit.ts'
import type { Request } from './request.ts'

export function auditLine(
  { id, actor, place }: Request,
  { command, role, outcome }: Ending,
  milliseconds: number,
): AuditLine {
  return {
    request: id,
    platform: actor.platform,
    actor: actor.id,
    place: `${place.kind}:${place.id}`,
    role,
    command: command?.id ?? null,
    status: outcome.kind === 'share' ? 'ok' : outcome.kind,
    milliseconds,
    facts: factsOf(outcome),
  }
}

function factsOf(outcome: Ending['outcome']): AuditFacts {
  switch (outcome.kind) {
    case 'ok':
    case 'upstream':
      return outcome.audit ?? {}
    case 'usage':
      return { problem: outcome.problem.kind }
    case 'denied':
      return { reason: outcome.reason.kind }
    case 'share':
      return { action: 'share' }
    case 'defect':
      return {}
  }
}
