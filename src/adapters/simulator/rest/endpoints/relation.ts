import { z } from 'zod'
import type { AppWorld } from '../../world/app-world.ts'
import { endpoint } from '../endpoint.ts'
import { answer, bareAnswer, refuse } from '../outcome.ts'

/** Whether `other` is on the block list of `userId`. */
const blocks = (world: AppWorld, userId: string, other: string): boolean =>
  world.user(userId)?.blocks?.includes(other) === true

const RELATIONS = ['NO', 'AWithB', 'BWithA', 'BothWay'] as const

const blackListCheck = endpoint('sns/black_list_check', {
  body: z.object({
    From_Account: z.string(),
    To_Account: z.array(z.string()).min(1).max(1_000),
    CheckType: z.enum(['BlackCheckResult_Type_Single', 'BlackCheckResult_Type_Both']),
  }),
  malformed: 30_001,
  answer({ From_Account, To_Account, CheckType }, { world }) {
    if (!world.exists(From_Account)) return refuse(30_003)
    const items = To_Account.map((other) => {
      if (!world.exists(other))
        return { To_Account: other, ResultCode: 30_003, ResultInfo: 'Err_SNS_Account_Not_Exist' }
      const onList = blocks(world, From_Account, other) ? 1 : 0
      const onOthers = CheckType === 'BlackCheckResult_Type_Both' && blocks(world, other, From_Account) ? 2 : 0
      const relation = RELATIONS[onList + onOthers] ?? 'NO'
      return { To_Account: other, Relation: `BlackCheckResult_Type_${relation}`, ResultCode: 0, ResultInfo: '' }
    })
    const failed = items.filter(({ ResultCode }) => ResultCode !== 0).map((item) => item.To_Account)
    return answer({ BlackListCheckItem: items, Fail_Account: failed, ErrorDisplay: '' })
  },
})

/** Who may not speak may not send; pushes have nothing to do with it. Nobody of the cast is muted. */
const getNoSpeaking = endpoint('openconfigsvr/getnospeaking', {
  body: z.object({ Get_Account: z.string().min(1) }),
  malformed: 130_002,
  answer: ({ Get_Account }, { world }) =>
    world.exists(Get_Account) ? bareAnswer({ C2CmsgNospeakingTime: 0, GroupmsgNospeakingTime: 0 }) : refuse(130_003),
})

export const RELATION_ENDPOINTS = [blackListCheck, getNoSpeaking]
