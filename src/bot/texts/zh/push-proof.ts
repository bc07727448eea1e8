import { moment, relative, rich } from '../../rich.ts'
import type { Texts } from '../texts.ts'
import { vendors } from './codes.ts'

/** 西文名称与两边的汉字之间空一格。 */
export const within = (name: string): string => name.replace(/^(?=[A-Za-z0-9])/, ' ').replace(/(?<=[A-Za-z0-9])$/, ' ')

const answerWords = (answer: number | null, info: string): string =>
  [answer === null ? '' : String(answer), info].filter((part) => part !== '').join('，')

/** “最近一次推送在 39 分钟前经 APNs 送达”。 */
const arrived: Texts['push']['arrived'] = ({ at, vendor, opened, ofMessage }) =>
  rich`${ofMessage ? '这条消息的推送' : '最近一次推送'}${at === null ? '' : rich`在 ${relative(at)}（${moment(at)}）`}${vendor === null ? '' : `经${within(vendors[vendor])}`}${opened ? '被点开' : '送达'}。`

export const pushProof: Pick<Texts['push'], 'healthy' | 'arrived' | 'absent' | 'notOnRecord'> = {
  healthy: (arrival) =>
    arrival === null
      ? rich`可查的环节都没有问题。最近没有送达回执，可以发一条测试推送确认最后一步。`
      : arrived(arrival),
  arrived,
  absent: (answer, info) => `腾讯云没有记录：${answerWords(answer, info)}`,
  notOnRecord: (all) =>
    rich`腾讯云没有记录：${all.map(([what, { code: answer, info }]) => `${what}（${answerWords(answer, info)}）`).join('、')}。`,
}
