import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { Cast, Fate, PastEvent, SimulatedUser } from '../world/simulated-user.ts'
import { ACCEPTED, androidOf, CLICKED, DAY, DELIVERED, HOUR, iPhoneOf, onPhone, refused } from './props.ts'

type Maker = Exclude<Vendor, 'meizu'>

/** As a Chinese app has them. */
const MIX: Readonly<Record<Maker, number>> = { huawei: 3, xiaomi: 2, oppo: 2, apns: 2, vivo: 1, honor: 1, fcm: 1 }

const PHONES: readonly Maker[] = (Object.keys(MIX) as Maker[]).flatMap((maker) =>
  Array.from({ length: MIX[maker] }, () => maker),
)

/** When the news went out, the newest first: three times a day for two days, since all of it is told at each start. */
const NEWS = [0, 1].flatMap((days) => [3 * HOUR, 9 * HOUR, 14 * HOUR].map((ago) => ago + days * DAY))

const QUOTA = refused(10_070, 'daily total of operational messages exceeded')
const DEAD: Partial<Record<Maker, Fate>> = {
  huawei: refused(80_300_007, 'all the tokens are invalid'),
  xiaomi: refused(20_301, 'regid_invalid'),
}

/** So many of the newest issues found the token dead. */
const DEAD_ISSUES = 4

/**
 * What became of one issue on one phone: a few phones have a dead token, vivo's quota is used up by the last issue of a day, FCM
 * sends no receipts, one phone in eleven was switched off, and some readers are curious.
 */
function fateOf(maker: Maker, reader: number, issue: number): Fate {
  const dead = PHONES.indexOf(maker) === reader && issue < DEAD_ISSUES ? DEAD[maker] : undefined
  if (dead !== undefined) return dead
  if (maker === 'vivo' && issue % 3 === 0) return QUOTA
  if (maker === 'fcm' || (reader + issue) % 11 === 0) return ACCEPTED
  return (reader * 7 + issue) % 5 === 0 ? CLICKED : DELIVERED
}

function reader(maker: Maker, index: number): SimulatedUser {
  const name = nameOf(index)
  const platform = maker === 'apns' ? 'iPhone' : 'Android'
  const fate = fateOf(maker, index, 0)
  const news = NEWS.map(
    (ago, issue): PastEvent => ({
      kind: 'message',
      ago,
      from: 'administrator',
      seq: 8_000 + issue,
      // One second holds the issues of all readers, which only this tells apart.
      random: 80_000 + index,
      content: { kind: 'text', text: 'The news of the day.' },
      batch: true,
      pushed: fateOf(maker, index, issue),
    }),
  )
  return {
    story: `Reads the news that the app sends three times a day (${name}, ${maker}).`,
    clients: [onPhone(platform)],
    devices: [maker === 'apns' ? iPhoneOf(name, { fate }) : androidOf(name, maker, { fate })],
    past: news,
  }
}

const nameOf = (index: number): string => `reader${index + 1}`

/** Those whose pushes make the figures of a report; nobody asks about them. */
export const readers: Cast = Object.fromEntries(PHONES.map((maker, index) => [nameOf(index), reader(maker, index)]))
