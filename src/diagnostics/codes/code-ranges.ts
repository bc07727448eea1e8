import type { Area } from './entry.ts'

/** Which part of Tencent IM owns which numbers, as far as the public lists show. The first range that fits counts. */
const RANGES: readonly (readonly [from: number, to: number, area: Area])[] = [
  [1000, 1099, 'operations'],
  [2000, 2999, 'web-sdk'],
  [3000, 3199, 'web-sdk'],
  [4000, 4099, 'sdk-common'],
  [6100, 6399, 'legacy-sdk'],
  [6000, 7499, 'sdk-common'],
  [7500, 7999, 'sdk-account'],
  [8000, 8499, 'sdk-message'],
  [8500, 8999, 'sdk-group'],
  [9000, 9499, 'sdk-relation'],
  [9500, 9999, 'sdk-network'],
  [10000, 11999, 'group'],
  [20000, 20999, 'message-c2c'],
  [21000, 22999, 'offline-push-token'],
  [23000, 23999, 'message-c2c'],
  [30000, 39999, 'relation'],
  [40000, 40999, 'profile'],
  [50000, 51999, 'recent-contact'],
  [60000, 60999, 'rest-common'],
  [70000, 72999, 'account'],
  [80000, 80999, 'rest-common'],
  [90000, 92999, 'message-rest'],
  [93000, 93999, 'content-review'],
  [110000, 110999, 'group'],
  [114000, 115999, 'sdk-message'],
  [120001, 130000, 'message-c2c'],
  [130001, 130999, 'operations'],
  [131000, 131999, 'official-account'],
  [800000, 800999, 'push-client'],
  [80000000, 82999999, 'push-vendor'],
  [-1499, -1000, 'call-kit'],
  [-3399, -3300, 'trtc'],
  [-100099, -100000, 'trtc'],
  [907000000, 907999999, 'push-registration'],
  [-203, -195, 'offline-push-server'],
  [-20999, -10000, 'access-layer'],
  [-72999, -70000, 'account'],
]

/** The part of Tencent IM that a number most likely comes from, listed or not. */
export function areaOfNumber(value: number): Area | undefined {
  return RANGES.find(([from, to]) => value >= from && value <= to)?.[2]
}
