import type { PushVerdict } from '../../../diagnostics/push/conclude.ts'
import { code, rich, type Inline, type Rich } from '../../rich.ts'

const STATES: Readonly<Record<'open' | 'closed', string>> = { open: 'open', closed: 'closed' }

const VERDICTS: Readonly<Record<PushVerdict, string>> = {
  'can-receive': 'can receive',
  'cannot-receive': 'cannot receive',
  unlikely: 'unlikely to receive',
  unknown: 'not clear',
}

export const cases = {
  states: STATES,
  title: (id: string, user: string, state: 'open' | 'closed') => `Case ${id}: ${user}, ${STATES[state]}`,
  app: 'App',
  found: 'Found',
  verdict: (verdict: PushVerdict, cause: string | null) =>
    cause === null ? VERDICTS[verdict] : `${VERDICTS[verdict]}: ${cause}`,
  openedAt: 'Opened',
  asked: 'Asked',
  times: (count: number, last: Inline): Rich => rich`${count} times, the last ${last}`,
  assignee: 'With',
  nobody: 'nobody yet',
  closedAt: 'Closed',
  trueCause: 'It was',
  other: 'something else',
  'no-fault': 'nothing was wrong',
  unreadable: 'What was found then was written by another version of this program and cannot be shown.',
  whatWasIt: (id: string, user: string) => `Case ${id}: what was it with ${user}?`,
  whatWasItLead: rich`Closing needs the true cause: the team's report counts it, so that you see what keeps coming back.`,
  anyCause: (example: string): Rich => rich`Any other cause by its name: ${code(example)}`,
  listTitle: { open: 'Open cases', closed: 'Closed cases', all: 'Cases' },
  none: {
    open: 'No case is open.',
    closed: 'No case has been closed.',
    all: 'There are no cases: one is opened when a diagnosis finds something wrong.',
  },
  columns: ['Case', 'User', 'Cause', 'With', 'Last'],
  more: (count: number) => `And ${count} more.`,
  showOne: (example: string): Rich => rich`One of them: ${code(example)}`,
  standing: (id: string, times: number, assignee: Rich | null): Rich =>
    rich`Case ${code(id)}${times > 1 ? `, asked ${times} times` : ''}${assignee === null ? '' : rich`, with ${assignee}`}. It stays open until somebody closes it.`,
  solved: (id: string): Rich => rich`Case ${code(id)} is still open; if this is how it should be, close it.`,
  buttons: { take: 'I take it', close: 'Close case', reopen: 'Open again' },
}
