import type { Arrival } from '../../../diagnostics/push/case-facts.ts'
import { moment, relative, rich, type Rich } from '../../rich.ts'
import { vendors } from './codes.ts'

const answerWords = (answer: number | null, info: string): string =>
  [answer === null ? '' : String(answer), info].filter((part) => part !== '').join(', ')

/** "Last push delivered by APNs 39 minutes ago": what proves that pushes come. */
const arrived = ({ at, vendor, opened, ofMessage }: Arrival): Rich =>
  rich`${ofMessage ? 'The push of this message was' : 'Last push'} ${opened ? 'opened' : 'delivered'}${vendor === null ? '' : ` by ${vendors[vendor]}`}${at === null ? '' : rich` ${relative(at)} (${moment(at)})`}.`

/** What shows that pushes arrive, and what Tencent has no record of. */
export const pushProof = {
  healthy: (arrival: Arrival | null): Rich =>
    arrival === null
      ? rich`Nothing is wrong as far as can be checked. No delivery was confirmed recently: send a test push to check the last step.`
      : arrived(arrival),
  arrived,
  /** In Tencent's own words: "90049, no record of this push". */
  absent: (answer: number | null, info: string): string => `not on record: ${answerWords(answer, info)}`,
  notOnRecord: (all: readonly (readonly [string, { code: number | null; info: string }])[]): Rich =>
    rich`Not on record at Tencent: ${all.map(([what, { code: answer, info }]) => `${what} (${answerWords(answer, info)})`).join(', ')}.`,
}
