import { expect, it } from 'vitest'
import { HeldIntents } from '../../../../src/adapters/discord/held-intents.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

const intent = { command: 'usersig.verify', args: new Secret({ sig: 'eJw' }) }

it('gives what is held to its owner, and to nobody else', () => {
  const held = new HeldIntents(() => 0)
  const key = held.hold(intent, 'ann')
  expect(held.find(key, 'ann')).toEqual({ kind: 'held', intent })
  expect(held.find(key, 'bob')).toEqual({ kind: 'not-yours' })
  expect(held.find('other', 'ann')).toEqual({ kind: 'gone' })
})

it('forgets after an hour', () => {
  let now = 0
  const held = new HeldIntents(() => now)
  const key = held.hold(intent, 'ann')
  now = 3_600_001
  expect(held.find(key, 'ann')).toEqual({ kind: 'gone' })
})
