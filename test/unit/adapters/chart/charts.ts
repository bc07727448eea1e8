import type { LossChart } from '../../../../src/bot/ports/chart.ts'

const STEPS = Array.from({ length: 24 }, (_, hour) => `${String((hour + 9) % 24).padStart(2, '0')}:00`)

/** A smooth line around `middle`, always the same. */
const wave = (middle: number, size: number): (number | null)[] =>
  STEPS.map((_, step) => Math.max(0, Math.round(100 * (middle + size * Math.sin(step / 3 + middle))) / 100))

const VENDORS = ['APNs', 'FCM', 'Huawei', 'Xiaomi', 'OPPO', 'vivo', 'Honor', 'Meizu', 'Others']

export const ENGLISH: LossChart = {
  title: 'Push loss by vendor: prod',
  subtitle: '2026-11-24 09:00 to 2026-11-25 09:00 GMT+8',
  axis: 'Lost, % of attempts',
  empty: 'No push was counted',
  steps: STEPS,
  // FCM was silent for four hours, and told one hour alone in between.
  lines: [
    { name: 'APNs', values: wave(3, 2) },
    { name: 'FCM', values: wave(6, 2).map((value, step) => (step > 7 && step < 13 && step !== 10 ? null : value)) },
  ],
}

export const CHINESE: LossChart = {
  title: '各厂商推送损耗：prod',
  subtitle: '2026-11-24 09:00 至 2026-11-25 09:00 GMT+8',
  axis: '损耗率（%）',
  empty: '没有统计到推送',
  steps: STEPS,
  lines: [
    { name: '华为', values: wave(8, 4) },
    { name: '小米', values: wave(2, 1) },
    { name: '荣耀', values: wave(14, 3) },
  ],
}

export const NINE_LINES: LossChart = {
  ...ENGLISH,
  lines: VENDORS.map((name, index) => ({ name, values: wave(2 + 4 * index, 1.5 + index / 3) })),
}

export const EMPTY: LossChart = { ...ENGLISH, lines: [{ name: 'APNs', values: STEPS.map(() => null) }] }

export const EMPTY_CHINESE: LossChart = { ...CHINESE, lines: [] }
