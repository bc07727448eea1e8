import { describe, expect, it } from 'vitest'
import { createMeizu } from '../../../../src/adapters/vendors/meizu.ts'
import { createOppo } from '../../../../src/adapters/vendors/oppo.ts'
import type { VendorHttp } from '../../../../src/adapters/vendors/vendor-http.ts'
import { createVivo } from '../../../../src/adapters/vendors/vivo.ts'
import { createXiaomi } from '../../../../src/adapters/vendors/xiaomi.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

const never = new AbortController().signal
const text = { title: '消息', text: '你好' }
const secret = new Secret('5ecret')

/** A network that ends here, and tells where it was to go. */
function network(): { http: VendorHttp; now: () => number; hosts: string[] } {
  const hosts: string[] = []
  const http: VendorHttp = (call) => {
    hosts.push(new URL(call.url).origin)
    return Promise.resolve({ kind: 'unanswered', reason: 'unreachable', info: 'no route' })
  }
  return { http, now: () => 0, hosts }
}

describe('without a base URL, questions go to the vendor itself', () => {
  it.each([
    ['china', 'https://api.xmpush.xiaomi.com'],
    ['global', 'https://api.xmpush.global.xiaomi.com'],
    ['russia', 'https://ru-api.xmpush.global.xiaomi.com'],
    ['india', 'https://idmb-api.xmpush.global.xiaomi.com'],
    ['france', 'https://fr-api.xmpush.global.xiaomi.com'],
    ['singapore', 'https://sgp-api.xmpush.global.xiaomi.com'],
  ] as const)('Xiaomi in %s', async (region, host) => {
    const world = network()
    const xiaomi = createXiaomi(world)
    const credential = {
      vendor: 'xiaomi',
      kind: 'app-secret',
      baseUrl: null,
      packageName: 'com.example.chat',
      appSecret: secret,
      region,
      channelId: null,
    } as const
    await xiaomi.probeCredential(credential, never)
    await xiaomi.probeToken(credential, secret, never)
    await xiaomi.sendTest(credential, secret, text, never)
    expect(world.hosts).toEqual([host, host, host])
  })

  it.each([
    ['0123456789abcdef0123456789abcdef', 'https://api.push.oppomobile.com'],
    ['CN_0123456789abcdef0123456789abcdef', 'https://api.push.oppomobile.com'],
    ['OPPO_CN_0123456789abcdef0123456789abcdef', 'https://api.push.oppomobile.com'],
    ['realme_IN_0123456789abcdef0123456789abcdef', 'https://api-intl.push.oppomobile.com'],
    ['EUEX_0123456789abcdef0123456789abcdef', 'https://api-intl.push.oppomobile.com'],
  ])('OPPO with %s', async (token, host) => {
    const world = network()
    const oppo = createOppo(world)
    const credential = {
      vendor: 'oppo',
      kind: 'master-secret',
      baseUrl: null,
      appKey: 'key',
      masterSecret: secret,
      channelId: null,
    } as const
    await oppo.probeCredential(credential, never)
    await oppo.sendTest(credential, new Secret(token), text, never)
    expect(world.hosts).toEqual(['https://api.push.oppomobile.com', host])
  })

  it('vivo', async () => {
    const world = network()
    const credential = {
      vendor: 'vivo',
      kind: 'app-secret',
      baseUrl: null,
      appId: '1',
      appKey: 'k',
      appSecret: secret,
    } as const
    await createVivo(world).probeCredential(credential, never)
    expect(world.hosts).toEqual(['https://api-push.vivo.com.cn'])
  })

  it('Meizu, which reads and sends on two', async () => {
    const world = network()
    const meizu = createMeizu(world)
    const credential = { vendor: 'meizu', kind: 'app-secret', baseUrl: null, appId: '1', appSecret: secret } as const
    await meizu.probeCredential(credential, never)
    await meizu.probeToken(credential, secret, never)
    await meizu.sendTest(credential, secret, text, never)
    expect(world.hosts).toEqual([
      'https://api-push.meizu.com',
      'https://api-push.meizu.com',
      'https://server-api-push.meizu.com',
    ])
  })
})
