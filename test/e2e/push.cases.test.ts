import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainText } from '../../src/bot/cards/plain-text.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Request } from '../../src/bot/request.ts'
import { actor, EVERYONE, NOBODY, people } from '../support/bot.ts'
import { openPushWorld, type PushWorld, type Speaker } from '../support/push-world.ts'

let world: PushWorld
let bot: Speaker

beforeEach(async () => {
  world = await openPushWorld()
  bot = world.bot
})

afterEach(() => world.close())

const thread = (id: string): Partial<Request> => ({ place: { kind: 'channel', id: 'C1', thread: id } })
const read = ({ card, locale }: Reply) => plainText(card, { locale, timeZone: null, now: world.now() })
const caseIn = (result: unknown): { id: string; state: string; times: number } =>
  (result as { case: { id: string; state: string; times: number } }).case

describe('a diagnosis that finds something wrong', () => {
  test('opens a case, says its number, and can be read by it', async () => {
    const { json, reply } = await bot.ask('why does bob get no push?', thread('t1'))
    const { id } = caseIn(json.result)
    expect(json.card.text).toContain(`Case ${id}`)
    expect(reply.card.actions.map(({ label }) => label)).toContain('I take it')
    const shown = await bot.ask(`/push case ${id}`)
    expect(shown.json).toMatchObject({ command: 'push.case.show', status: 'ok' })
    expect(shown.json.result).toMatchObject({ id, userId: 'bob', state: 'open', cause: 'token-invalid', times: 1 })
    expect(shown.json.card.text).toContain('410')
  })

  test('in the same thread goes on with its case, in another opens its own', async () => {
    const first = caseIn((await bot.ask('/push why bob', thread('t1'))).json.result)
    expect(caseIn((await bot.ask('check again', thread('t1'))).json.result)).toMatchObject({ id: first.id, times: 2 })
    expect(caseIn((await bot.ask('/push why bob', thread('t2'))).json.result).id).not.toBe(first.id)
    expect(caseIn((await bot.ask('/push why carol', thread('t1'))).json.result)?.id).not.toBe(first.id)
  })

  test('compares with what was stored, long after the conversation was forgotten', async () => {
    await bot.ask('/push why bob', thread('t1'))
    world.pass(3 * 86_400_000)
    const { json } = await bot.ask('/push why bob', thread('t1'))
    expect(json.card.text).toMatch(/Since|since|Nothing has changed/)
    expect(caseIn(json.result).times).toBe(2)
  })

  test('a healthy user has no case', async () => {
    const { json } = await bot.ask('/push why alice', thread('t1'))
    expect(json.result).toMatchObject({ verdict: 'can-receive', case: null })
  })
})

describe('a case', () => {
  test('is taken by a button, and says by whom', async () => {
    const { reply, json } = await bot.ask('/push why bob', thread('t1'))
    const { id } = caseIn(json.result)
    const taken = await bot.press(bot.button(reply, 'I take it', null), { ...thread('t1'), actor: actor('U7') })
    expect(taken.json).toMatchObject({ status: 'ok', visibility: 'public', result: { id, assignee: 'slack:U7' } })
    expect(taken.reply.card.actions.map(({ label }) => label)).not.toContain('I take it')
    expect((await bot.ask('/push case list')).json.card.text).toContain('U7')
  })

  test('is closed with its true cause, asked by buttons', async () => {
    const { reply } = await bot.ask('/push why bob', thread('t1'))
    const asked = await bot.press(bot.button(reply, 'Close case'), thread('t1'))
    expect(asked.json.result).toMatchObject({ state: 'open' })
    const labels = asked.reply.card.actions.map(({ label }) => label)
    expect(labels).toContain('invalid token')
    expect(labels).toContain('nothing was wrong')
    const closed = await bot.press(bot.button(asked.reply, 'nothing was wrong'), thread('t1'))
    expect(closed.json.result).toMatchObject({ state: 'closed', trueCause: 'no-fault' })
    expect(closed.json.card.text).toContain('nothing was wrong')
    // What comes after it is a case of its own.
    const next = await bot.ask('/push why bob', thread('t1'))
    expect(caseIn(next.json.result)).toMatchObject({ state: 'open', times: 1 })
  })

  test('takes causes by name, refuses others with what there is, and can be opened again', async () => {
    const { id } = caseIn((await bot.ask('/push why bob', thread('t1'))).json.result)
    const wrong = await bot.ask(`/push case close ${id} loged-out`)
    expect(wrong.json.status).toBe('usage')
    expect(wrong.json.error).toContain('logged-out')
    expect((await bot.ask(`/push case close ${id} logged-out`)).json.result).toMatchObject({ trueCause: 'logged-out' })
    expect((await bot.ask('/push case list closed')).json.card.text).toContain('signed out')
    expect((await bot.ask(`/push case reopen #${id}`)).json.result).toMatchObject({ state: 'open', trueCause: null })
    expect((await bot.ask('/push case 4711')).json).toMatchObject({ status: 'usage' })
  })

  test('reads well in either language, whatever language it was opened in', async () => {
    const { id } = caseIn((await bot.ask('为什么 bob 收不到推送', thread('t1'))).json.result)
    const english = read((await bot.ask(`/push case ${id}`, { locale: 'en' })).reply)
    const chinese = read((await bot.ask(`/push case ${id}`, { locale: 'zh' })).reply)
    expect(english).not.toMatch(/\p{Script=Han}/u)
    expect(chinese).toContain('案例')
    expect(chinese).toContain('token 已失效')
  })

  test('is taken and closed by operators only', async () => {
    const { json } = await bot.ask('/push why bob', thread('t1'))
    const strict = world.speaker({
      access: { configured: true, members: { viewer: EVERYONE, operator: people('slack:U9'), admin: NOBODY } },
    })
    const { id } = caseIn(json.result)
    for (const command of [`case take ${id}`, `case close ${id} other`, `case reopen ${id}`]) {
      const { status } = (await strict.ask(`/push ${command}`)).json
      expect({ command, status }).toEqual({ command, status: 'denied' })
    }
    expect((await strict.ask(`/push case ${id}`)).json.status).toBe('ok')
  })

  test('in the store holds codes and parameters, no token and no sentence', async () => {
    const { json } = await bot.ask('/push why bob', thread('t1'))
    const record = await world.store.cases.find(caseIn(json.result).id)
    const stored = JSON.stringify(record)
    expect(stored).toContain('token-invalid')
    expect(stored).not.toContain('no longer valid')
  })
})
