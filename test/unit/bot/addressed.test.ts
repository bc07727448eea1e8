import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/bot/registry.ts'
import { readInput } from '../../../src/bot/read-input.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { withOwnSign } from '../../../src/bot/addressed.ts'
import { craft } from '../diagnostics/usersig/craft.ts'

const read = (text: string) => {
  const reading = readInput(COMMANDS, { kind: 'words', text: new Secret(text) })
  return reading.kind === 'command' ? { ...reading.args, addressed: reading.addressed } : reading.kind
}
const field = (command: string, args: Record<string, unknown>) => {
  const reading = readInput(COMMANDS, { kind: 'call', intent: { command, args: new Secret(args), typed: true } })
  return reading.kind === 'command' ? { ...reading.args, addressed: reading.addressed } : reading.kind
}

describe('@bob', () => {
  it.each([
    ['/push why @bob', { user: 'bob', addressed: ['bob'] }],
    ['/push why @bob --from @carol', { user: 'bob', from: 'carol', addressed: ['bob', 'carol'] }],
    ['/push why bob --group @TGS#12DEV', { user: 'bob', group: '@TGS#12DEV', addressed: [] }],
    ['/push why "@bob"', { user: '@bob', addressed: [] }],
    ['/push why “@bob”', { user: '@bob', addressed: [] }],
    ['/push why li.lei@example.com', { user: 'li.lei@example.com', addressed: [] }],
    ['/im status @bob, "@carol" dave', { user: ['bob', '@carol', 'dave'], addressed: ['bob'] }],
    ['why does @bob get no push?', { user: 'bob', addressed: ['bob'] }],
    ['@bob 收不到推送', { user: 'bob', addressed: ['bob'] }],
  ])('%j', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })

  it('in a field of a form or an option of a slash command is read as the same word', () => {
    expect(field('push.why', { user: ' @bob ' })).toMatchObject({ user: 'bob', addressed: ['bob'] })
    expect(field('push.why', { user: '"@bob "' })).toMatchObject({ user: '@bob ', addressed: [] })
    expect(field('im.status', { user: '@bob, " carol"' })).toMatchObject({
      user: ['bob', ' carol'],
      addressed: ['bob'],
    })
  })

  it('in a structured call is what it says', () => {
    const intent = { command: 'push.why', args: new Secret({ user: '@bob ' }) }
    expect(readInput(COMMANDS, { kind: 'call', intent })).toMatchObject({ args: { user: '@bob ' } })
  })

  const command = (id: string) => COMMANDS.find((each) => each.id === id) ?? COMMANDS[0]
  const context = { now: 0, signal: new AbortController().signal }
  const why = { command: command('push.why'), args: { user: 'bob', from: 'carol' }, addressed: ['bob', 'carol'] }

  it('keeps the sign where an account has that very name', async () => {
    const asked: string[] = []
    const exists = async (userId: string) => asked.push(userId) > 0 && userId === '@carol'
    expect(await withOwnSign(why as never, exists, context)).toEqual({ user: 'bob', from: '@carol' })
    expect(asked).toEqual(['@bob', '@carol'])
  })

  it('is bob where it cannot be asked', async () => {
    const fails = async () => Promise.reject(new Error('down'))
    expect(await withOwnSign(why as never, fails, context)).toEqual({ user: 'bob', from: 'carol' })
  })

  it('is as the signature says, without asking', async () => {
    const asks = async () => Promise.reject(new Error('asked'))
    for (const userId of ['@bob', 'bob']) {
      const verify = {
        command: command('usersig.verify'),
        args: { user: 'bob', sig: craft({ userId }) },
        addressed: ['bob'],
      }
      expect(await withOwnSign(verify as never, asks, context)).toMatchObject({ user: userId })
    }
  })
})
