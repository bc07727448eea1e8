import { code, moment, rich, strong, type Inline, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'

const percent = (rate: number): string => `${(rate * 100).toFixed(rate < 0.1 ? 1 : 0)}%`

const number = (count: number): string => count.toLocaleString('en')

export const alerts = {
  title: (app: string, what: string) => `${app}: ${what}`,
  overTitle: (app: string, what: string) => `Over: ${app}: ${what}`,
  /** The alert in a few words, for titles and lists. */
  names: {
    'loss-rate': (vendor: string, rate: number) => `${vendor} loses ${percent(rate)} of pushes`,
    'new-code': (vendor: string, answer: string) => `${vendor} answers ${answer}, which is new`,
    'dead-tokens': (vendor: string) => `${vendor} reports many dead tokens`,
    'credential-rejected': (vendor: string) => `${vendor} rejects the credential`,
    'certificate-expiring': (id: string, days: number) =>
      days < 0 ? `certificate ${id} has expired` : `certificate ${id} ends in ${days === 1 ? '1 day' : `${days} days`}`,
    'webhooks-silent': 'webhooks have stopped',
    'signature-refused': "Tencent refuses the administrator's signature",
    unknown: 'an alert of another version of this program',
  },
  otherVendor: 'An unlisted vendor',
  moreAlarms: (count: number) => ` (and ${count} more)`,
  happened: {
    'loss-rate': (of: { vendor: string; rate: number; baseline: number; attempted: number; lost: number }): Rich =>
      rich`${strong(percent(of.rate))} of pushes to ${of.vendor} are lost: ${number(of.lost)} of ${number(of.attempted)} within the last hour. Usual is ${percent(of.baseline)}.`,
    leading: (answer: string, count: number): Rich => rich` Most came back with ${code(answer)}: ${number(count)}.`,
    'new-code': (of: { vendor: string; answer: string; count: number }): Rich =>
      rich`${of.vendor} answered ${code(of.answer)} to ${strong(number(of.count))} pushes within the last hour. In the days before it did not come at all.`,
    'dead-tokens': (of: { vendor: string; count: number; usual: number | null }): Rich =>
      of.usual === null
        ? rich`${strong(number(of.count))} pushes within the last hour went to tokens that ${of.vendor} does not know any more. There is too little history to say how many are normal here.`
        : rich`${strong(number(of.count))} pushes within the last hour went to tokens that ${of.vendor} does not know any more. With as many pushes, ${number(of.usual)} are usual.`,
    'credential-rejected': (of: {
      vendor: string
      answer: string
      certificate: string | null
      count: number | null
    }): Rich =>
      of.certificate === null
        ? rich`${of.vendor} rejects the credential that Tencent sends with: ${code(of.answer)}, ${number(of.count ?? 0)} times within the last hour.`
        : rich`${of.vendor} does not take the credential of certificate ${code(of.certificate)}: ${code(of.answer)}.`,
    'certificate-expiring': (of: { vendor: string; certificate: string; days: number }): Rich =>
      of.days < 0
        ? rich`Certificate ${code(of.certificate)} of ${of.vendor} ${strong('has expired')}: pushes with it fail.`
        : rich`Certificate ${code(of.certificate)} of ${of.vendor} ends in ${strong(of.days === 1 ? '1 day' : `${of.days} days`)}. After that, pushes with it fail.`,
    'webhooks-silent': (of: { last: number; expected: number }): Rich =>
      rich`The last webhook came ${moment(of.last)}. At this time of day about ${strong(number(of.expected))} events usually come in as long a time.`,
    'signature-refused': (of: { administrator: string; answer: string }): Rich =>
      rich`Tencent refuses what I sign for the administrator ${code(of.administrator)}: ${code(of.answer)}. Diagnoses, reports and test pushes do not work.`,
  },
  remedies: {
    'loss-rate': rich`Look at the team report for what else fails, and at the vendor's own status page.`,
    'dead-tokens': rich`Usual after a new version or a change of certificate: see whether the app reports its token again at every login, and whether the certificate's environment is that of the build.`,
    'certificate-expiring': rich`Make a new certificate or key at the vendor, upload it in Tencent's console under the same certificate ID, and update it in my configuration.`,
    'webhooks-silent': rich`See in Tencent's console, under Chat, Callbacks, whether the address and the switched-on events are still there, and whether it can be reached from the internet. Without webhooks I know of no states and pushes.`,
    'signature-refused': rich`See whether the SecretKey was changed in Tencent's console, and whether the administrator still is one.`,
    'credential-rejected': rich`Renew the key or certificate at the vendor, and upload it in Tencent's console.`,
    unknown: rich`The code is not in my catalogue: look it up in the vendor's documentation.`,
  },
  since: 'Since',
  state: 'State',
  open: 'open, nobody has taken it yet',
  taken: (by: Rich): Rich => rich`taken by ${by}`,
  silenced: (until: Inline): Rich => rich`silenced until ${until}`,
  quiet: (since: Inline): Rich => rich`nothing more seen since ${since}; it closes by itself`,
  over: (at: Inline, seconds: number): Rich => rich`over since ${at}, after ${formatDuration(seconds, 'en')}`,
  buttons: { acknowledge: 'I take it', silence: 'Silence 4 h', report: 'Team report' },
  more: {
    over: 'the other alerts',
    title: (app: string, count: number) => `${app}: ${count} more ${count === 1 ? 'alert' : 'alerts'}`,
    lead: (list: string): Rich => rich`So much at once that these get no card of their own. All of them: ${code(list)}`,
  },
  list: {
    title: 'Alerts',
    none: 'Nothing is wrong, as far as I can see.',
    noneFound: 'No alerts so far.',
    notYet: {
      'no-webhooks': (app: string): Rich =>
        rich`Not judged yet in ${code(app)}: no webhook has come in. Loss, dead tokens and silence are known from push and state webhooks only; switch them on in Tencent's console.`,
      'no-history': (app: string, of: { attempted: number; needed: number; days: number }): Rich =>
        rich`Not judged yet in ${code(app)}: loss and new error codes. They need ${of.needed} pushes of a vendor in the ${of.days} days before, to compare with; so far there are ${number(of.attempted)}. Rejected credentials and ${strong('many dead tokens')} are alerts without that.`,
      'no-rhythm': (app: string, from: Inline): Rich =>
        rich`Not judged yet in ${code(app)}: whether webhooks stop. That takes a week of them: from ${from} on.`,
    },
    columns: ['Alert', 'What', 'State', 'Since'],
    openState: 'open',
    more: (count: number) => `And ${count} more.`,
    take: (example: string): Rich => rich`To take one: ${code(example)}`,
  },
  acknowledged: (id: string, what: string): Rich => rich`Alert ${code(id)} is yours: ${what}.`,
  acknowledgedTitle: (id: string) => `Alert ${id} taken`,
  silencedTitle: (id: string) => `Alert ${id} silenced`,
  silencedText: (what: string, until: number): Rich =>
    rich`No more of it until ${moment(until)}: ${what}. It stays in the list.`,
  alreadyOver: (id: string): Rich => rich`Alert ${code(id)} is over already.`,
}
