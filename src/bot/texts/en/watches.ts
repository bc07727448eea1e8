import { code, moment, rich, strong, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'

export const watches = {
  addedTitle: (user: string) => `Watching ${user}`,
  added: (user: string, until: number, here: boolean): Rich =>
    rich`Until ${moment(until)} I tell it ${here ? 'here' : "in the team's channel"} when ${code(user)} becomes reachable, or a push to them fails.`,
  nowLabel: 'Now',
  notSeen: 'not known: Tencent gives no state',
  reachableTitle: (user: string) => `${user} can be reached now`,
  failedTitle: (user: string, count: number) =>
    count === 1 ? `A push to ${user} failed` : `${count} pushes to ${user} failed`,
  failed: (of: { vendor: string | null; code: string; meaning: string | null; count: number; at: number }): Rich =>
    rich`${of.vendor === null ? '' : `${of.vendor}, `}${code(of.code)}${of.meaning === null ? '' : rich`: ${strong(of.meaning)}`}${of.count > 1 ? `; ${of.count} times, the last ` : ', '}${moment(of.at)}.`,
  unlisted: rich`The code is not in my catalogue; the diagnosis shows what is around it.`,
  moreFailures: (count: number) => `And ${count} more kinds of failure.`,
  overTitle: (user: string) => `No longer watching ${user}`,
  over: (seconds: number): Rich => rich`The time is over: it was ${formatDuration(seconds, 'en')}.`,
  buttons: { why: 'Why?', stop: 'Stop watching', again: 'Watch again' },
  list: {
    title: 'Watched users',
    none: (example: string): Rich => rich`Nobody is watched. To begin: ${code(example)}`,
    columns: ['Watch', 'User', 'Where', 'Until'],
    here: 'here',
    stop: (example: string): Rich => rich`To stop one: ${code(example)}`,
    more: (count: number) => `And ${count} more.`,
  },
  stoppedTitle: (id: string) => `Watch ${id} stopped`,
  stopped: (user: string): Rich => rich`I tell no more about ${code(user)}.`,
}
