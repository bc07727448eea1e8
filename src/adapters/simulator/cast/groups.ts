import type { SimulatedGroup, SimulatedMember } from '../world/simulated-group.ts'
import { DELIVERED, HOUR, MINUTE, refused } from './props.ts'

const owner: SimulatedMember = { role: 'Owner', receiveOption: 'AcceptAndNotify' }
const member: SimulatedMember = { role: 'Member', receiveOption: 'AcceptAndNotify' }
const muted: SimulatedMember = { role: 'Member', receiveOption: 'AcceptNotNotify' }

const text = (words: string) => ({ kind: 'text', text: words }) as const

export const groups: Readonly<Record<string, SimulatedGroup>> = {
  team: {
    story: 'A public group, whose members get pushes unless they muted it, as judy did.',
    type: 'Public',
    name: 'The team',
    members: { sam: owner, alice: member, bob: member, judy: muted, leo: member },
    past: [
      {
        ago: 4 * HOUR,
        from: 'sam',
        seq: 41,
        random: 6_041,
        content: text('Lunch is at noon today.'),
        pushed: { alice: DELIVERED, bob: refused(410, 'Unregistered'), leo: DELIVERED },
      },
      { ago: 3 * HOUR, from: 'sam', seq: 42, random: 6_042, content: text('And one more thing.'), dropped: true },
      {
        ago: 90 * MINUTE,
        from: 'sam',
        seq: 43,
        random: 6_043,
        content: text('The minutes are on the board.'),
        pushed: { alice: DELIVERED, bob: refused(410, 'Unregistered'), leo: DELIVERED },
      },
    ],
  },
  live: {
    story: 'An AVChatRoom: messages reach those who are online, and nobody else, ever.',
    type: 'AVChatRoom',
    name: 'The stream',
    members: { sam: owner, yuki: member },
    past: [{ ago: 2 * HOUR, from: 'sam', seq: 11, random: 6_111, content: text('Welcome to the stream!') }],
  },
  meeting: {
    story: 'A Meeting group (ChatRoom), whose members get no pushes by default.',
    type: 'ChatRoom',
    name: 'The meeting',
    members: { sam: owner, alice: muted, leo: muted },
    past: [{ ago: 2 * HOUR, from: 'sam', seq: 21, random: 6_221, content: text('We begin in five minutes.') }],
  },
}
