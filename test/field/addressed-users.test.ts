import { afterEach, describe, expect, it } from 'vitest'
import { fieldCase } from '../support/field-cases.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

let world: PushWorld | null = null

afterEach(async () => {
  await world?.close()
  world = null
})

const open = async (...users: string[]): Promise<PushWorld> => {
  world = await openPushWorld({
    pasts: false,
    stage: ({ users: stage }) => {
      for (const user of users) stage.put(user, { story: 'Is there.', clients: [] })
    },
  })
  return world
}

const asked = (calls: readonly unknown[]): string => JSON.stringify(calls)

describe('the @ before a name (K25)', () => {
  it('SL7 is about bob', async () => {
    const { bot } = await open('bob')
    const { json } = await bot.ask(fieldCase('SL7').ask ?? '')
    expect(json).toMatchObject({ command: 'push.why', result: { userId: 'bob' } })
  })

  it('belongs to the name where an account has that very name', async () => {
    const { bot } = await open('bob', '@bob')
    expect((await bot.ask('/push why @bob')).json.result).toMatchObject({ userId: '@bob' })
    expect((await bot.ask('why does @bob get no push?')).json.result).toMatchObject({ userId: '@bob' })
  })

  it('costs no call where none was typed, or where it is quoted', async () => {
    const opened = await open('bob')
    const { bot } = opened
    await bot.ask('/im status bob')
    await bot.ask('/im status "@bob"')
    expect(asked(opened.calls('im_open_login_svc/account_check'))).not.toContain('"@bob"')
    const { json } = await bot.ask('/im status @bob, "@carol"')
    expect(json.result).toMatchObject({ users: [{ userId: 'bob' }, { userId: '@carol' }] })
    expect(asked(opened.calls('im_open_login_svc/account_check'))).toContain('"@bob"')
  })
})
