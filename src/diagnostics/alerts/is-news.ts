import { alarmName, type Alarm } from './alarm.ts'

/** Numbers that move by less are the same to whoever reads them. */
const SAME_SHARE = 0.25
const SAME_POINTS = 0.05
/** After so long smaller changes are shown too, milliseconds. */
const STALE_MS = 15 * 60_000

/**
 * Whether an incident's card is worth an edit: another alarm has come or gone, a number has changed by a quarter or more, or
 * any has and the card has stood for a while.
 *
 * @param age since the alarms last changed, milliseconds
 */
export function isNews(before: readonly Alarm[], after: readonly Alarm[], age: number): boolean {
  const known = new Map(before.map((alarm) => [alarmName(alarm), alarm]))
  if (known.size !== after.length) return true
  return after.some((alarm) => {
    const old = known.get(alarmName(alarm))
    if (old === undefined) return true
    const pairs = numbersOf(old).map((number, index) => [number, numbersOf(alarm)[index] ?? number] as const)
    const bound = alarm.code === 'certificate-expiring' ? 0 : SAME_SHARE
    const differs = pairs.some(([one, other]) => one !== other)
    return (differs && age >= STALE_MS) || pairs.some(([one, other]) => isFar(one, other, bound))
  })
}

const isFar = (one: number, other: number, bound: number): boolean => {
  const distance = Math.abs(one - other)
  return distance > bound * Math.abs(one) && distance > (one <= 1 && other <= 1 && bound > 0 ? SAME_POINTS : 0)
}

/** What a card shows of it in numbers. */
function numbersOf(alarm: Alarm): readonly number[] {
  switch (alarm.code) {
    case 'loss-rate':
      return [alarm.rate, alarm.attempted]
    case 'new-code':
    case 'dead-tokens':
      return [alarm.count]
    case 'credential-rejected':
      return [alarm.count ?? 0]
    case 'certificate-expiring':
      return [alarm.days]
    case 'webhooks-silent':
      return [alarm.lastReceived, alarm.expected]
    case 'signature-refused':
      return []
  }
}
