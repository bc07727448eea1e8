import { describe, expect, it, vi } from 'vitest'
import { createPeople } from '../../../../src/adapters/slack/people.ts'
import type { Called } from '../../../../src/adapters/slack/retry.ts'
import { failure } from '../../../../src/adapters/slack/slack-failure.ts'
import { createUserGroups } from '../../../../src/adapters/slack/user-groups.ts'

type Info = { locale: string | null; timeZone: string | null }

const refused = { ok: false, failure: failure('missing_scope', false) } as const

describe('createPeople', () => {
  const answering = (info: Called<Info>) => vi.fn<(user: string) => Promise<Called<Info>>>(async () => info)

  it('asks once a day', async () => {
    let now = 0
    const userInfo = answering({ ok: true, value: { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } })
    const people = createPeople({ userInfo }, () => now)
    expect(people.known('U1')).toBeNull()
    const both = await Promise.all([people.find('U1'), people.find('U1')])
    expect(both).toEqual([
      { locale: 'zh', timeZone: 'Asia/Shanghai' },
      { locale: 'zh', timeZone: 'Asia/Shanghai' },
    ])
    await people.find('U1')
    expect(userInfo).toHaveBeenCalledOnce()
    now = 86_400_001
    await people.find('U1')
    expect(userInfo).toHaveBeenCalledTimes(2)
  })

  it('leaves Slack alone for a minute after a refusal', async () => {
    let now = 0
    const userInfo = answering(refused)
    const people = createPeople({ userInfo }, () => now)
    await people.find('U1')
    expect(await people.find('U1')).toEqual({ locale: null, timeZone: null })
    expect(userInfo).toHaveBeenCalledOnce()
    now = 60_001
    await people.find('U1')
    expect(userInfo).toHaveBeenCalledTimes(2)
  })

  it('goes on without an answer, and without a zone that there is not', async () => {
    const hanging = createPeople({ userInfo: () => new Promise(() => {}) }, () => 0)
    expect(await hanging.find('U1', 5)).toEqual({ locale: null, timeZone: null })
    const strange = createPeople(
      { userInfo: answering({ ok: true, value: { locale: 'de-DE', timeZone: 'Mars/Base' } }) },
      () => 0,
    )
    expect(await strange.find('U1')).toEqual({ locale: null, timeZone: null })
  })
})

describe('createUserGroups', () => {
  const listing = (members: Called<readonly string[]>) =>
    vi.fn<(group: string) => Promise<Called<readonly string[]>>>(async () => members)

  it('asks for the wanted groups only, and once in five minutes', async () => {
    let now = 0
    const usergroupMembers = listing({ ok: true, value: ['U1'] })
    const groups = createUserGroups({ usergroupMembers }, ['S1', 'S2'], () => now)
    expect(await groups.of('U1')).toEqual(['S1', 'S2'])
    expect(await groups.of('U2')).toEqual([])
    expect(usergroupMembers).toHaveBeenCalledTimes(2)
    now = 300_001
    await groups.of('U1')
    expect(usergroupMembers).toHaveBeenCalledTimes(4)
  })

  it('asks for nothing where no group is wanted', async () => {
    const usergroupMembers = listing(refused)
    expect(await createUserGroups({ usergroupMembers }, [], () => 0).of('U1')).toEqual([])
    expect(usergroupMembers).not.toHaveBeenCalled()
  })

  it('gives nobody a group that cannot be seen, also when it was seen before', async () => {
    let now = 0
    const usergroupMembers = listing({ ok: true, value: ['U1'] })
    const groups = createUserGroups({ usergroupMembers }, ['S1'], () => now)
    expect(await groups.of('U1')).toEqual(['S1'])
    usergroupMembers.mockResolvedValue(refused)
    now = 300_001
    expect(await groups.of('U1')).toEqual([])
  })
})
