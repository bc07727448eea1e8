import type { ConfigSource } from './load-config.ts'
import type { ConfigProblem } from './problem.ts'
import type { ConfigFile } from './schema.ts'

/** What no key alone shows: keys that need or contradict each other. */
export function checkTogether(file: ConfigFile, source: ConfigSource): readonly ConfigProblem[] {
  return [...checkApps(file, source), ...checkSlack(file), ...checkStore(file)]
}

function* checkApps({ apps, defaultApp }: ConfigFile, source: ConfigSource): Generator<ConfigProblem> {
  const names = Object.keys(apps)
  if (names.length === 0 && source.kind !== 'none') yield { key: 'apps', problem: 'apps' }
  if (defaultApp !== undefined && !names.includes(defaultApp))
    yield { key: 'defaultApp', problem: `default-app:${names.join(', ')}` }
  if (defaultApp === undefined && names.length > 1)
    yield { key: 'defaultApp', problem: `choose-default-app:${names.join(', ')}` }
  for (const [index, name] of names.entries()) {
    const twin = names.slice(0, index).find((other) => apps[other]?.sdkAppId === apps[name]?.sdkAppId)
    if (twin !== undefined) yield { key: `apps.${name}.sdkAppId`, problem: `same-app:${twin}` }
    const pem = apps[name]?.publicKey
    if (pem !== undefined && !pem.includes('BEGIN PUBLIC KEY'))
      yield { key: `apps.${name}.publicKeyFile`, problem: 'public-key' }
  }
}

function* checkSlack({ slack }: ConfigFile): Generator<ConfigProblem> {
  if (slack === undefined) return
  if (slack.mode === 'socket' && slack.appToken === undefined) yield { key: 'slack.appToken', problem: 'needs-socket' }
  if (slack.mode === 'http' && slack.signingSecret === undefined)
    yield { key: 'slack.signingSecret', problem: 'needs-http' }
}

function* checkStore({ store }: ConfigFile): Generator<ConfigProblem> {
  if (/^[a-z]+:\/\//i.test(store) && !/^postgres(?:ql)?:\/\//i.test(store)) yield { key: 'store', problem: 'store' }
}
