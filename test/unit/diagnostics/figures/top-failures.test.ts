import { expect, it, test } from 'vitest'
import {
  type Failed,
  failedOfCounts,
  failedOfLosses,
  topFailures,
} from '../../../../src/diagnostics/figures/top-failures.ts'
import type { PushLoss } from '../../../../src/diagnostics/im/push-loss.ts'
import { HOUR, NOW, pushed } from './counts.ts'

const failed = (vendor: Failed['vendor'], code: string, info: string, count: number): Failed => ({
  vendor,
  code,
  info,
  count,
})

it.each<[string, Failed, { code: string; owner: string }]>([
  ['a dead token', failed('apns', '410', 'Unregistered', 1), { code: 'Unregistered', owner: 'user' }],
  ['Tencent’s own check', failed('fcm', '-201', 'invalid', 1), { code: '-201', owner: 'administrator' }],
  ['no certificate', failed('apns', '-1', '', 1), { code: '-1', owner: 'developer' }],
  ['a quota', failed('vivo', '10070', 'daily total exceeded', 1), { code: '10070', owner: 'administrator' }],
  ['a category', failed('oppo', '67', '', 1), { code: '67', owner: 'developer' }],
  ['an outage', failed('huawei', '81000001', 'system inner error', 1), { code: '81000001', owner: 'vendor' }],
  [
    'a vendor’s code in Tencent’s wrapping',
    failed('xiaomi', '-198', '{"code":20301}', 1),
    { code: '20301', owner: 'user' },
  ],
  ['a code that is not listed', failed('meizu', '987654', '', 1), { code: '987654', owner: 'developer' }],
  ['a code without a vendor', failed(null, '410', '', 1), { code: '410', owner: 'user' }],
])('%s is told as one looks it up, with who has to act', (_, each, expected) => {
  expect(topFailures([each], null, 'loss').top).toMatchObject([{ ...expected, vendor: each.vendor, before: null }])
})

test('what comes to the same is one, with the words of most, and is compared with the period before', () => {
  const now = [
    failed('apns', '410', 'Unregistered', 3),
    failed('apns', '-198', 'vendor says Unregistered', 5),
    failed('apns', '400', 'BadDeviceToken', 6),
    failed('fcm', '404', 'UNREGISTERED', 1),
  ]
  const before = [failed('apns', '410', 'Unregistered', 2), failed('apns', '410', 'Unregistered', 9)]
  expect(topFailures(now, before, 'callbacks').top).toEqual([
    {
      vendor: 'apns',
      code: 'Unregistered',
      count: 8,
      before: 11,
      info: 'vendor says Unregistered',
      owner: 'user',
      source: 'callbacks',
    },
    {
      vendor: 'apns',
      code: 'BadDeviceToken',
      count: 6,
      before: 0,
      info: 'BadDeviceToken',
      owner: 'administrator',
      source: 'callbacks',
    },
    expect.objectContaining({ vendor: 'fcm', code: 'UNREGISTERED', count: 1, before: 0 }),
  ])
})

test('ten at most, and none that did not happen', () => {
  const many = Array.from({ length: 14 }, (_, index) => failed('oppo', String(900_000 + index), '', index))
  const { top, kinds } = topFailures(many, null, 'loss')
  expect(kinds).toBe(13)
  expect(top.map(({ count }) => count)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4])
})

test('of equals the same ones, whatever order they came in', () => {
  const many = Array.from({ length: 12 }, (_, index) => failed('oppo', String(900_000 + index), '', 1))
  expect(topFailures(many.toReversed(), null, 'loss')).toEqual(topFailures(many, null, 'loss'))
})

test('losses count by vendor where that is told, and once', () => {
  const loss = (phase: PushLoss['phase'], platform: number | null, count: number): PushLoss => ({
    phase,
    platform,
    code: '-2',
    count,
    info: '',
  })
  expect(failedOfLosses([loss('ready', null, 7), loss('ready', 2, 7), loss('sent', null, 3)])).toEqual([
    failed('xiaomi', '-2', '', 7),
    failed(null, '-2', '', 3),
  ])
})

test('of callbacks those count that came back with a code on the way, each step with its own words', () => {
  expect(
    failedOfCounts([
      pushed(1, 3, { code: 400, sample: 'BadDeviceToken' }),
      pushed(1, 2, { code: 400, sample: 'BadTopic', from: NOW - 2 * HOUR }),
      pushed(2, 1, { platform: 3, code: 15 }),
      pushed(1, 9),
      pushed(3, 9, { code: 1 }),
      pushed(1, 9, { code: 1, delivery: 'online' }),
    ]),
  ).toEqual([
    failed('apns', '400', 'BadDeviceToken', 3),
    failed('apns', '400', 'BadTopic', 2),
    failed('huawei', '15', '', 1),
  ])
})
