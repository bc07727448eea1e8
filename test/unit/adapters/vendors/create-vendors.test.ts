import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVendors } from '../../../../src/adapters/vendors/create-vendors.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { EchoingServer } from '../../../servers/vendors/echoing-server.ts'
import { everyCredential } from './every-credential.ts'

const NOW = Date.UTC(2026, 10, 25, 9, 40)
const never = () => new AbortController().signal
const text = { title: 'Test', text: 'Hello' }

const quiet = (certainty: string) => ({ certainty, onPhone: 'nothing' })
const shown = (certainty: string) => ({ certainty, onPhone: 'notification' })
const apns = {
  credential: quiet('observed'),
  token: { certainty: 'documented', onPhone: 'wakes-app' },
  test: shown('documented'),
}

const WAYS = {
  'APNs key': apns,
  'APNs certificate': apns,
  'FCM service account': { credential: quiet('documented'), token: quiet('documented'), test: shown('documented') },
  'Huawei client': { credential: quiet('documented'), token: quiet('hint'), test: shown('documented') },
  'Huawei service account': { credential: quiet('hint'), token: null, test: shown('documented') },
  'Honor client': { credential: quiet('observed'), token: null, test: shown('observed') },
  'Xiaomi secret': { credential: quiet('observed'), token: quiet('hint'), test: shown('documented') },
  'OPPO secret': { credential: quiet('documented'), token: null, test: shown('documented') },
  'vivo secret': { credential: quiet('documented'), token: shown('hint'), test: shown('documented') },
  'Meizu secret': { credential: quiet('documented'), token: quiet('documented'), test: shown('documented') },
}

/** A login in the words of all vendors at once. */
const GRANT = JSON.stringify({
  access_token: 'granted',
  code: 0,
  data: { auth_token: 'granted' },
  result: 0,
  authToken: 'granted',
})

/** A bug in a driver, as far as a driver can tell. */
class Unreadable extends Secret {
  override reveal(): string {
    throw new TypeError('5ecret')
  }
}

let server: EchoingServer
let world: ReturnType<typeof createVendors>

beforeEach(async () => {
  server = await new EchoingServer().start()
  server.answer = () => ({ kind: 'answer', status: 200, body: GRANT })
  world = createVendors({ now: () => NOW, http: { pause: 1 } })
})
afterEach(async () => {
  await world.close()
  await server.stop()
})

describe.each(Object.entries(WAYS))('%s', (name, ways) => {
  const kind = () => everyCredential(server.url, server.http2Url).find((each) => each.name === name)!

  it('is asked about where its vendor judges it', async () => {
    await world.vendors.probeCredential(kind().credential, never())
    expect(new Set(server.calls.map(({ path }) => path))).toEqual(new Set([kind().firstPath]))
  })

  it('is asked with in ways that are told beforehand', () => {
    expect(world.vendors.ways(kind().credential)).toEqual(ways)
  })

  it('asks about a token where there is a way, and else nobody', async () => {
    const { credential, token } = kind()
    await world.vendors.probeToken(credential, new Secret(token), never())
    expect(server.calls.length > 0).toBe(ways.token !== null)
  })

  it('of which a driver makes an error is not answered, and the error is not quoted', async () => {
    const { vendors } = world
    const reply = await vendors.sendTest(kind().credential, new Unreadable('5ecret'), text, never())
    expect(reply).toEqual({
      kind: 'unanswered',
      reason: 'broken',
      http: null,
      info: 'not asked: TypeError',
      retryAfterMs: null,
    })
  })
})

it('close cuts what is under way, and nothing is asked after it', async () => {
  server.answer = () => ({ kind: 'hang' })
  const kinds = everyCredential(server.url, server.http2Url)
  const asked = kinds.map(({ credential }) => world.vendors.probeCredential(credential, never()))
  await server.called(kinds.length)
  await world.close()
  for (const reply of await Promise.all(asked)) expect(reply).toMatchObject({ kind: 'unanswered' })
  for (const { credential } of kinds)
    expect(await world.vendors.probeCredential(credential, never())).toMatchObject({ kind: 'unanswered' })
  expect(server.calls).toHaveLength(kinds.length)
})

it('is at hand before any driver or library of theirs is loaded', async () => {
  const entry = 'src/adapters/vendors/create-vendors.ts'
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  // What is reached without a dynamic import or a `require` at work.
  const reached = new Set([entry])
  for (const path of reached) {
    const imports = metafile.inputs[path]?.imports ?? []
    for (const { path: next, kind } of imports) if (kind === 'import-statement') reached.add(next)
  }
  const files = [...reached].filter((path) => !path.startsWith('node:'))
  expect(
    files.filter((path) => !path.startsWith('src/adapters/vendors/') && path !== 'src/diagnostics/secret.ts'),
  ).toEqual([])
  expect(files).not.toContain('src/adapters/vendors/fcm.ts')
  expect(Object.keys(metafile.inputs)).toContain('src/adapters/vendors/fcm.ts')
})
