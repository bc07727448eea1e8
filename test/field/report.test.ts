import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { readFacets } from '../../src/adapters/sql/figures/facets.ts'
import { openFieldWorld } from '../support/field-world.ts'

const report = z.object({
  topFailures: z.array(z.object({ vendor: z.string().nullable(), code: z.string(), count: z.number() })),
})

type Answer = readonly [platform: number, code: number, info: string]

/** A report over one push for each answer of a vendor. */
async function reported(answers: readonly Answer[]) {
  const world = await openFieldWorld()
  onTestFinished(() => world.close())
  const seconds = Math.floor(world.now / 1_000) - 600
  const events = answers.map(([PushPlatform, ErrCode, ErrInfo], index) => ({
    ErrCode,
    ErrInfo,
    PushPlatform,
    PushStage: 1,
    PushID: `p-${index}`,
    MsgKey: `7_9_${index}`,
    MsgTime: seconds,
    EventType: 1,
    To_Account: `user-${index}`,
    From_Account: 'sam',
    EventTime: seconds,
    CallbackCommand: 'Push.OfflinePush',
  }))
  await world.tell('Push.OfflinePush', { Events: events })
  const { result, card } = await world.ask('/im report now')
  const { topFailures } = report.parse(result)
  return { card, failures: topFailures.map(({ vendor, code, count }) => `${count} ${vendor} ${code}`) }
}

test.each<[string, readonly Answer[], readonly string[]]>([
  [
    'APNs, all HTTP 400',
    [
      [1, 400, 'DeviceTokenNotForTopic'],
      [1, 400, 'DeviceTokenNotForTopic'],
      [1, 400, 'TopicDisallowed'],
      [1, 400, 'BadDeviceToken'],
      [1, 400, 'PayloadTooLarge'],
    ],
    ['2 apns DeviceTokenNotForTopic', '1 apns BadDeviceToken', '1 apns PayloadTooLarge', '1 apns TopicDisallowed'],
  ],
  [
    'APNs, all HTTP 403',
    [
      [1, 403, 'ExpiredProviderToken'],
      [1, 403, 'InvalidProviderToken'],
      [1, 403, 'InvalidProviderToken'],
    ],
    ['2 apns InvalidProviderToken', '1 apns ExpiredProviderToken'],
  ],
  [
    'FCM by HTTP 403 and 401',
    [
      [4, 403, 'SENDER_ID_MISMATCH'],
      [4, 403, 'PERMISSION_DENIED'],
      [4, 401, 'THIRD_PARTY_AUTH_ERROR'],
      [4, 401, 'UNAUTHENTICATED'],
    ],
    ['1 fcm PERMISSION_DENIED', '1 fcm SENDER_ID_MISMATCH', '1 fcm THIRD_PARTY_AUTH_ERROR', '1 fcm UNAUTHENTICATED'],
  ],
  [
    'what Tencent passes on of Xiaomi',
    [
      [2, -198, '{"code":20301}'],
      [2, -198, '{"code":27001}'],
    ],
    ['1 xiaomi 20301', '1 xiaomi 27001'],
  ],
])('answers that share a number are counted by their reason: %s', async (_name, answers, expected) => {
  const { failures } = await reported(answers)
  expect(failures.toSorted()).toEqual(expected.toSorted())
})

test('the rest that is not shown is all of it', async () => {
  const { card, failures } = await reported(
    Array.from({ length: 40 }, (_, index): Answer => [6, 900_000 + index, `mystery ${index}`]),
  )
  expect(failures).toHaveLength(10)
  expect(card.text).toContain('Rarer kinds of failure: 35.')
})

test('figures of an older version, which knew no reasons, are still read', () => {
  expect(readFacets('push', '["offline","direct",1,1,400]')).toEqual({
    kind: 'push',
    delivery: 'offline',
    chat: 'direct',
    platform: 1,
    stage: 1,
    code: 400,
  })
})
