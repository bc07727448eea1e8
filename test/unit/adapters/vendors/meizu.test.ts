import { afterEach, describe, expect, it } from 'vitest'
import { startMeizu } from '../../../servers/vendors/checking-worlds.ts'
import { PUSH, SWITCH } from '../../../servers/vendors/meizu-server.ts'

type Rig = Awaited<ReturnType<typeof startMeizu>>

let rig: Rig

afterEach(() => rig.stop())

describe('a credential', () => {
  it.each([
    ['110002', 'accepted'],
    ['110003', 'accepted'],
    ['200', 'accepted'],
    ['1006', 'refused'],
    ['110000', 'refused'],
    ['110033', 'refused'],
    ['110010', 'refused'],
  ])('answered with %s is %s', async (code, kind) => {
    rig = await startMeizu()
    rig.server.json(SWITCH, { code, message: 'words', value: '' })
    const reply = await rig.probeCredential()
    expect(reply).toMatchObject({ kind, info: 'words' })
    // Nobody's phone is asked about.
    expect(rig.server.calls[0]!.query.get('pushId')).not.toBe(rig.world.pushId)
  })
})

describe('a token', () => {
  it.each([
    [true, 'on'],
    [false, 'off'],
    [1, 'on'],
    ['0', 'off'],
    ['TRUE', 'on'],
    ['perhaps', null],
    [undefined, null],
  ])('with barTypeSwitch %j has its notifications %s', async (barTypeSwitch, notifications) => {
    rig = await startMeizu()
    const value = { pushId: rig.world.pushId, barTypeSwitch, directTypeSwitch: true }
    rig.server.json(SWITCH, { code: '200', message: '', value })
    expect(await rig.probeToken()).toEqual({ kind: 'accepted', notifications, otherEnvironment: false, info: '' })
    expect(rig.server.calls[0]!.query.get('pushId')).toBe(rig.world.pushId)
  })

  it.each(['110002', '110003'])('answered with %s is refused', async (code) => {
    rig = await startMeizu()
    rig.server.json(SWITCH, { code, message: 'pushId error', value: null })
    expect(await rig.probeToken()).toMatchObject({ kind: 'refused', about: 'token', code, info: 'pushId error' })
  })
})

describe('a test push', () => {
  const sent = (value: unknown) => rig.server.json(PUSH, { code: '200', message: '', value })

  it.each([[{}], [{ msgId: 'NS20261125', respTarget: {} }], [{ 110002: [] }], [''], [null]])(
    'is taken with %j',
    async (value) => {
      rig = await startMeizu()
      sent(value)
      expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
    },
  )

  it.each([
    ['in the value', (id: string) => ({ 110002: [id] })],
    ['among its targets', (id: string) => ({ msgId: 'NS20261125', respTarget: { 110002: [id] } })],
  ])('is refused for a phone that stands %s', async (_, value) => {
    rig = await startMeizu()
    sent(value(rig.world.pushId))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'token', code: '110002', http: 200 })
  })

  it.each([
    ['201', 'refused'],
    ['501', 'unanswered'],
    ['519', 'refused'],
    ['520', 'refused'],
  ])('says of a phone that failed with %s: %s', async (code, kind) => {
    rig = await startMeizu()
    sent({ [code]: [rig.world.pushId] })
    expect(await rig.sendTest()).toMatchObject({ kind })
  })

  it('says what 110010 means for one phone', async () => {
    rig = await startMeizu()
    sent({ 110010: [rig.world.pushId] })
    expect(await rig.sendTest()).toMatchObject({ code: '110010', info: expect.stringContaining('switch is off') })
  })

  it('is cut to what Meizu takes', async () => {
    rig = await startMeizu()
    sent({})
    await rig.sendTest({ title: `${'a'.repeat(31)}😀`, text: 'b'.repeat(300) })
    const { noticeBarInfo } = JSON.parse(new URLSearchParams(rig.server.calls[0]!.body).get('messageJson')!)
    expect(noticeBarInfo).toMatchObject({ title: 'a'.repeat(31), content: 'b'.repeat(100) })
  })
})
