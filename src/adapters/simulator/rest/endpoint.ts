import type { z } from 'zod'
import type { AppWorld } from '../world/app-world.ts'
import type { Traffic } from '../world/traffic.ts'
import { type Outcome, refuse } from './outcome.ts'

/** What an endpoint works on. */
export interface Stage {
  world: AppWorld
  traffic: Traffic
  /** UNIX milliseconds. */
  now: number
}

export interface Endpoint {
  /** As in `v4/openim/query_online_status`. */
  path: string
  /** Calls a second and app. */
  perSecond: number
  answer(body: unknown, stage: Stage): Outcome
}

/** Most endpoints may be called so often a second. */
export const USUAL_RATE = 200

/** An endpoint with the body it takes. Another body is refused with `malformed`, whose code differs between services. */
export function endpoint<Body>(
  path: string,
  declaration: {
    perSecond?: number
    body: z.ZodType<Body>
    malformed: number
    answer(body: Body, stage: Stage): Outcome
  },
): Endpoint {
  return {
    path: `v4/${path}`,
    perSecond: declaration.perSecond ?? USUAL_RATE,
    answer(body, stage) {
      const read = declaration.body.safeParse(body)
      return read.success ? declaration.answer(read.data, stage) : refuse(declaration.malformed)
    },
  }
}
