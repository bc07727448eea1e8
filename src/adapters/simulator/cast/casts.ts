import type { SimulatedGroup } from '../world/simulated-group.ts'
import type { Cast } from '../world/simulated-user.ts'
import { clients } from './clients.ts'
import { DEMO, DEMO_GLOBAL } from './demo-console.ts'
import { globalCast } from './global.ts'
import { groups } from './groups.ts'
import { healthy } from './healthy.ts'
import { readers } from './readers.ts'
import { receivers } from './receivers.ts'
import { registrations } from './registrations.ts'
import { vendors } from './vendors.ts'

interface Company {
  users: Cast
  groups: Readonly<Record<string, SimulatedGroup>>
}

/** Who is on the stage of an app at first; nobody, where it is none of the demo apps. */
export function castOf(sdkAppId: number): Company {
  if (sdkAppId === DEMO) {
    return { users: { ...healthy, ...clients, ...registrations, ...vendors, ...receivers, ...readers }, groups }
  }
  return { users: sdkAppId === DEMO_GLOBAL ? globalCast : {}, groups: {} }
}
