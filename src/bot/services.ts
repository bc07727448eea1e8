import type { ImApp } from '../diagnostics/im/im-app.ts'
import type { Secret } from '../diagnostics/secret.ts'
import type { Command } from './command.ts'
import type { OpenedWorld } from './ports/world.ts'
import type { Actor } from './request.ts'

/** A configured app, as commands see it. */
export interface App extends ImApp {
  /** Proves that a report to the device registry comes from the app's own server; null: none is taken. */
  registryToken: Secret | null
  /** Channels whose questions are about this app. */
  channels: readonly string[]
  maxTtlSeconds: number
  allowAdministratorUsersig: boolean
  /** Made up, for trying the bot; no real app stands behind it. */
  simulated: boolean
}

export interface Apps {
  all: readonly App[]
  default: App
}

export const appNames = ({ all }: Apps): readonly string[] => all.map(({ name }) => name)

/** What commands may ask of the world. */
export interface Services {
  apps: Apps
  /** Opened at the first question that needs it: most do not, and a terminal should not wait for what it does not use. */
  world: () => Promise<OpenedWorld>
  /** All that are declared, for help. */
  commands: readonly Command[]
}

/** What the policy needs to know of the configuration. */
export interface Access {
  /** False: no `access` section, so what needs an admin is refused. */
  configured: boolean
  members: Readonly<Record<'viewer' | 'operator' | 'admin', Members>>
}

/** Users and groups as `platform:id`, or everyone. */
export interface Members {
  everyone: boolean
  users: ReadonlySet<string>
  groups: ReadonlySet<string>
}

export const memberKey = (platform: Actor['platform'], id: string): string => `${platform}:${id}`
