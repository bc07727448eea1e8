import type { Context } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import type { App } from '../services.ts'
import { closest } from '../words/closest.ts'
import { shown } from '../words/shown.ts'

export type ChosenApp = { kind: 'app'; app: App; named: boolean } | { kind: 'usage'; problem: UsageProblem }

/** The app a command is about: the one named, else the place's, else the default. An SDKAppID names an app too. */
export function chooseApp(
  given: string | undefined,
  { services: { apps }, place }: { services: Pick<Context['services'], 'apps'>; place: Context['place'] },
): ChosenApp {
  if (given === undefined) {
    const here = apps.all.find(({ channels }) => channels.includes(place.id))
    return { kind: 'app', app: here ?? apps.default, named: false }
  }
  const app = apps.all.find(({ name, sdkAppId }) => name === given || String(sdkAppId) === given)
  if (app !== undefined) return { kind: 'app', app, named: true }
  const known = apps.all.map(({ name }) => name)
  return {
    kind: 'usage',
    problem: {
      kind: 'unknown-app',
      given: shown(given),
      known: known.slice(0, 20),
      closest: closest(given, known, 1)[0] ?? null,
    },
  }
}
