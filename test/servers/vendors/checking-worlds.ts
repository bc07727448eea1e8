import { createMeizu } from '../../../src/adapters/vendors/meizu.ts'
import { createOppo } from '../../../src/adapters/vendors/oppo.ts'
import { createVivo } from '../../../src/adapters/vendors/vivo.ts'
import { createXiaomi } from '../../../src/adapters/vendors/xiaomi.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { START, startChecking } from './checking-rig.ts'
import { type MeizuWorld, meizuServer } from './meizu-server.ts'
import { type OppoWorld, oppoServer } from './oppo-server.ts'
import { type VivoWorld, vivoServer } from './vivo-server.ts'
import { type XiaomiWorld, xiaomiServer } from './xiaomi-server.ts'

interface Options<World> {
  world?: Partial<World>
  bound?: number
}

export async function startXiaomi({ world: changes, bound = 5_000 }: Options<XiaomiWorld> = {}) {
  const clock = { now: START }
  const world: XiaomiWorld = {
    appSecret: 'xm+Secret/5Bq==',
    packageName: 'com.example.chat',
    regid: 'Qw+8d/Zk3mT0pR7vLx1yNc5bHs9fJg2aEuKo4iWtYzXqVrPnMlDhBjGkSfUeCwA=',
    channelId: '104551',
    now: START,
    ...changes,
  }
  const { appSecret, packageName, regid, channelId } = world
  const rig = await startChecking({
    server: xiaomiServer(world),
    driver: createXiaomi,
    credential: (baseUrl) => ({
      vendor: 'xiaomi',
      kind: 'app-secret',
      baseUrl,
      packageName,
      appSecret: new Secret(appSecret),
      region: 'china',
      channelId,
    }),
    token: regid,
    now: () => clock.now,
    secrets: () => [appSecret, regid],
    bound,
  })
  return { ...rig, world, clock }
}

export async function startOppo({ world: changes, bound = 5_000 }: Options<OppoWorld> = {}) {
  const clock = { now: START }
  const world: OppoWorld = {
    appKey: 'oppo-app-key',
    masterSecret: 'oppoMaster5ecret',
    authToken: 'auth-of-oppo-1',
    regid: 'OPPO_CN_0123456789abcdef0123456789abcdef',
    channelId: 'im_channel',
    now: START,
    ...changes,
  }
  const { appKey, masterSecret, authToken, regid, channelId } = world
  const rig = await startChecking({
    server: oppoServer(world),
    driver: createOppo,
    credential: (baseUrl) => ({
      vendor: 'oppo',
      kind: 'master-secret',
      baseUrl,
      appKey,
      masterSecret: new Secret(masterSecret),
      channelId,
    }),
    token: regid,
    now: () => clock.now,
    secrets: () => [masterSecret, authToken, world.authToken, regid, regid.slice(-32)],
    bound,
  })
  return { ...rig, world, clock }
}

export async function startVivo({ world: changes, bound = 5_000 }: Options<VivoWorld> = {}) {
  const clock = { now: START }
  const world: VivoWorld = {
    appId: '10004',
    appKey: 'vivo-app-key',
    appSecret: 'vivo-5ecret',
    authToken: 'auth-of-vivo-1',
    regid: 'v2-CRlnH2tW0aKq9Yb4mXe7uPz5sVd3fGj6hLo8iTcNrBkQwM1yEx',
    now: START,
    ...changes,
  }
  const { appId, appKey, appSecret, authToken, regid } = world
  const rig = await startChecking({
    server: vivoServer(world),
    driver: createVivo,
    credential: (baseUrl) => ({
      vendor: 'vivo',
      kind: 'app-secret',
      baseUrl,
      appId,
      appKey,
      appSecret: new Secret(appSecret),
    }),
    token: regid,
    now: () => clock.now,
    secrets: () => [appSecret, authToken, world.authToken, regid],
    bound,
  })
  return { ...rig, world, clock }
}

export async function startMeizu({ world: changes, bound = 5_000 }: Options<MeizuWorld> = {}) {
  const clock = { now: START }
  const world: MeizuWorld = {
    appId: '100999',
    appSecret: 'meizu-5ecret',
    pushId: 'RA50c6355620a7a5149040a4b7f647c5a6259780d0b',
    now: START,
    ...changes,
  }
  const { appId, appSecret, pushId } = world
  const rig = await startChecking({
    server: meizuServer(world),
    driver: createMeizu,
    credential: (baseUrl) => ({
      vendor: 'meizu',
      kind: 'app-secret',
      baseUrl,
      appId,
      appSecret: new Secret(appSecret),
    }),
    token: pushId,
    now: () => clock.now,
    secrets: () => [appSecret, pushId],
    bound,
  })
  return { ...rig, world, clock }
}
