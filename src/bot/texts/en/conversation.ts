import type { Role } from '../../policy/role.ts'
import type { InvalidReason, UsageProblem } from '../../problem.ts'
import type { ArgumentProblem } from '../../argument.ts'
import type { Credential, Leak } from '../../policy/credential-forms.ts'
import type { BadCall } from '../../request.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import { asked } from './asked.ts'
import { push } from './push.ts'
import { scheduleProblem } from './schedules.ts'

type ProblemTexts = {
  readonly [Kind in UsageProblem['kind']]: (problem: Extract<UsageProblem, { kind: Kind }>) => Rich
}

const didYouMean = (closest: string | null): Rich => (closest === null ? rich`` : rich` Did you mean ${code(closest)}?`)

/** What a credential is called, and where it is replaced. */
const CREDENTIALS: Readonly<Record<Leak, { name: string; replace: string }>> = {
  'im-key': {
    name: 'the SecretKey of an app',
    replace: 'Change the key in the Chat console, then in the configuration',
  },
  configured: {
    name: 'a secret from my configuration',
    replace: 'Change it where it was issued, then in the configuration',
  },
  slack: { name: 'a Slack token', replace: 'Revoke it at api.slack.com/apps (OAuth & Permissions)' },
  discord: { name: 'a Discord token', replace: 'Reset it in the Discord Developer Portal (Bot → Reset Token)' },
  cloud: {
    name: 'a key for the cloud API',
    replace: 'Disable it in the Tencent Cloud console (Access Management → API keys) and create a new one',
  },
  'private-key': { name: 'a private key', replace: 'Revoke it where it was issued and create a new one' },
  other: { name: 'a key, token or password', replace: 'Revoke it where it was issued and create a new one' },
}

const leaked = (credential: Credential): Rich => {
  if (credential === 'device-token')
    return rich`Your message contains what looks like a device token. To check it privately: ${code('/push token …')}.`
  if (credential === 'key-or-token')
    return rich`Your message contains 64 hexadecimal digits: an APNs token or a SecretKey. To check a token privately: ${code('/push token …')}. A SecretKey counts as leaked: change it in the Chat console, and delete the message.`
  const { name, replace } = CREDENTIALS[credential]
  return rich`Your message contains what looks like ${name}. If it is real, it counts as leaked. ${replace}, and delete the message.`
}

function refusedCredential(name: string, credential: Credential): Rich {
  if (credential === 'device-token')
    return rich`${code(name)} looks like a device token, so it was not used. To check a token privately: ${code('/push token …')}.`
  if (credential === 'key-or-token')
    return rich`${code(name)} has 64 hexadecimal digits: an APNs token or a SecretKey. It was not used; a UserID has at most 32 bytes. To check a token privately: ${code('/push token …')}. A SecretKey counts as leaked: change it in the Chat console, and delete the message.`
  const { name: what, replace } = CREDENTIALS[credential]
  return rich`${code(name)} looks like ${what}, so it was not used. If it is real, it counts as leaked. ${replace}, and delete the message.`
}

const argument = (name: string, problem: ArgumentProblem): Rich => {
  switch (problem.kind) {
    case 'missing':
      return rich`${code(name)} is missing.`
    case 'wrong-type':
      return rich`${code(name)} must be a text.`
    case 'signature':
      return rich`A UserSig does not belong in ${code(name)}, so it was not used. If others could read it, treat it as leaked. To check it: ${code('/usersig verify alice eJw…')}.`
    case 'credential':
      return refusedCredential(name, problem.credential)
    case 'too-long':
      return rich`${code(name)} is longer than ${problem.maximum} characters.`
    case 'not-a-time':
      return rich`${code(problem.given)} is not a time. ${code(name)} takes ISO 8601, such as ${code('2026-01-31T14:02:00+08:00')}, or UNIX seconds.`
    case 'not-a-duration':
      return rich`${code(problem.given)} is not a duration. ${code(name)} takes ${code('90s')}, ${code('30m')}, ${code('12h')}, ${code('7d')} or a number of seconds.`
    case 'not-a-since':
      return rich`I do not know when ${code(problem.given)} is. ${code(name)} takes how long ago, such as ${code('2h')}, a time of day such as ${code('2pm')} or ${code('14:00')}, ${code('yesterday')}, or ISO 8601.`
    case 'not-yes-or-no':
      return rich`${code(problem.given)} is neither ${code('true')} nor ${code('false')}; ${code(name)} takes one of them, or nothing.`
    case 'too-many':
      return rich`${code(name)} has more than ${problem.maximum} values.`
  }
}

const invalid = (reason: InvalidReason): Rich => {
  switch (reason.kind) {
    case 'user-id-too-long':
      return rich`The UserID has ${reason.bytes} bytes; Tencent takes at most ${reason.maximum}.`
    case 'user-id-control-characters':
      return rich`The UserID contains control characters.`
    case 'ttl-not-positive':
      return rich`The lifetime must be at least one second.`
    case 'ttl-over-maximum':
      return rich`The lifetime is over the maximum of ${formatDuration(reason.maximumSeconds, 'en')} that is configured for this app (${code('maxTtl')}).`
    case 'administrator-not-allowed':
      return rich`${code(reason.userId)} is an administrator of the app. Its UserSig opens the whole REST API, so I do not make one unless ${code('allowAdministratorUsersig')} is set for the app.`
    case 'room-invalid':
      return rich`The room is not valid: a number from 1 to 4294967295, or a name of at most 256 bytes. A name of digits alone is written ${code('name:4321')}.`
    case 'room-without-privileges':
      return rich`A room needs ${code('--privileges')} as well: ${code('all')}, or rights such as ${code('enter-room,receive-audio')}.`
    case 'privileges-without-room':
      return rich`Privileges go with a room: add ${code('--room')}.`
    case 'privileges-invalid':
      return rich`${code(reason.word)} is not a right. There are create-room, enter-room, send-audio, receive-audio, send-video, receive-video, send-substream and receive-substream, or ${code('all')}.`
    case 'unknown-vendor':
      return rich`${code(reason.given)} is not a push vendor I know. There are: ${reason.known.join(', ')}.`
    case 'not-one-of':
      return rich`${code(reason.given)} is none of these: ${reason.known.join(', ')}.`
    case 'nowhere-to-tell':
      return rich`Here is no channel that I could tell later, and no channel is configured for alerts. Ask in a channel or a direct message of Slack or Discord, or set ${code('alerts.channels')}.`
    case 'duration-out-of-range':
      return rich`The time must be from ${formatDuration(reason.leastSeconds, 'en')} to ${formatDuration(reason.mostSeconds, 'en')}.`
    case 'too-many-watches':
      return rich`${reason.most} users are being watched ${reason.everywhere ? 'in all channels together' : 'for this channel'}, and more are not possible. ${code('/im watch list')} shows them.`
    case 'schedule':
      return scheduleProblem(reason.problem)
    case 'no-such-number':
      return rich`There is no number ${code(reason.given)}. ${code(reason.list)} shows which there are.`
    case 'no-push-service':
      return push.check.noPushService
    case 'no-device-known':
      return rich`No device of this user is known with a token${reason.certificateId === null ? '' : rich` and the certificate ${code(reason.certificateId)}`}, so its vendor cannot be asked to show anything.${reason.toAll ? ' Leave the certificate out to send to all devices.' : ''}`
    case 'no-registration':
      return push.devices.noRegistration(reason.number, reason.device)
    case 'not-confirmed':
      return push.check.needsYes(reason.user)
    case 'key-unusable':
      return rich`The SecretKey or the SDKAppID that is configured for this app cannot be used.`
  }
}

const badCall = (reason: BadCall): Rich => {
  switch (reason.kind) {
    case 'not-json':
      return rich`This line starts like a call but is not valid JSON.`
    case 'no-command':
      return rich`${code('command')} is missing, or is not a text.`
    case 'not-an-object':
      return rich`${code(reason.field)} must be an object.`
    case 'unknown-field':
      return rich`${code(reason.given)} is not a field of a call.`
    case 'not-a-locale':
      return rich`${code('locale')} must be en or zh.`
  }
}

const problems: ProblemTexts = {
  'nothing-asked': () => rich`Ask me something. For example:`,
  'not-understood': () => rich`Try:`,
  whose: () => rich`Name the UserID; the last line shows how all pushes do:`,
  'guessed-user': ({ user, app }) => asked.noSuchGuess(user, app),
  'unknown-subcommand': ({ family, given }) => rich`Unknown command ${code(`/${family} ${given}`)}. Did you mean:`,
  arguments: ({ errors }) =>
    errors.flatMap(({ name, problem }, index) => [...(index > 0 ? [' '] : []), ...argument(name, problem)]),
  'unknown-option': ({ given, closest, mayBeValue }) =>
    rich`${code(given)} is not an option here.${didYouMean(closest)}${mayBeValue ? ' If it is a value that starts with hyphens, put it in quotes.' : ''}`,
  'option-without-value': ({ option }) => rich`${code(option)} takes a value after it.`,
  'repeated-option': ({ option }) => rich`${code(option)} was given more than once.`,
  'unclosed-quote': ({ quote, at }) => rich`The quotation mark ${code(quote)} at character ${at + 1} is never closed.`,
  'too-many-words': ({ word, at }) =>
    rich`${code(word)} at character ${at + 1} is one word too many. Put a value that contains spaces in quotes.`,
  'unknown-app': ({ given, known, closest }) =>
    rich`There is no app ${code(given)}.${didYouMean(closest)} Configured: ${known.flatMap((name, index) => [...(index > 0 ? [', '] : []), code(name)])}.`,
  'unknown-command': ({ given, closest }) =>
    rich`There is no command ${code(given)}.${closest.length > 0 ? ' Closest to it:' : ''}`,
  'bad-call': ({ reason }) =>
    rich`${badCall(reason)} The right form: ${code('{"command":"usersig.verify","args":{"user":"alice","sig":"eJw…"}}')}`,
  'invalid-value': ({ reason }) => invalid(reason),
  'no-code': () => rich`I found no error code in that.`,
  'button-out-of-date': () => rich`This button is out of date. Run the command again.`,
  'not-your-button': () => rich`This button belongs to the person who asked. Run the command yourself.`,
  'nothing-before': () =>
    rich`I do not know what you mean: nothing was asked in this conversation that I could ask again. For example:`,
}

const ROLES: Readonly<Record<Role, string>> = { viewer: 'viewer', operator: 'operator', admin: 'admin' }

export const conversation = {
  problems,
  leaked,
  roles: ROLES,
  titles: {
    usage: 'That did not work',
    notUnderstood: "I didn't understand",
    whose: 'Whose pushes?',
    hello: 'How can I help?',
    denied: 'You may not do that',
    tooFast: 'One moment, please',
    defect: 'Something went wrong here',
    button: 'This button no longer works',
  },
  denied: {
    role: (needed: Role): Rich =>
      rich`This needs the role ${strong(ROLES[needed])}. Whoever runs me can grant it under ${code('access.roles')} in the configuration.`,
    'no-access-section': rich`Nobody may do this in chat until the configuration says who: it has no ${code('access')} section.`,
    'too-fast': (seconds: number): Rich =>
      rich`You have asked a lot in a short time. Please wait ${formatDuration(seconds, 'en')}.`,
  },
  defect: (id: string): Rich =>
    rich`This is my fault, not yours. Please try again; if it keeps happening, give this number to whoever runs me: ${code(id)}`,
  rightForm: (form: string): Rich => rich`The right form: ${code(form)}`,
  severities: { error: 'Error', warning: 'Warning', note: 'Note' },
  imErrorCodes: (codes: readonly number[]) => `the client sees ${codes.join(', ')}`,
  simulated: rich`This is the simulated app: no real one is configured, and nothing leaves this machine.`,
  unfinished: {
    title: 'I was stopped before I could answer',
    text: (person: Rich, command: string | null): Rich =>
      rich`${person} asked${command === null ? '' : rich` ${code(command)}`}, and I was stopped in the middle of it. Nothing is done twice by itself: please ask again.`,
  },
  form: { submit: 'Go', cancel: 'Cancel' },
}

export const help = {
  title: 'What I can do',
  lead: rich`I answer slash commands, mentions and direct messages, in English and in Chinese. Plain questions work too.`,
  questions: ['verify this sig for alice: eJw…', 'what does 70009 mean?'],
  questionsLabel: 'In your own words:',
  grouped: (example: string, more: string): Rich =>
    rich`What stands in brackets is typed after the name, as in ${code(example)}; ${code(more)} tells more.`,
  threads: rich`In a thread, mention me: slash commands do not work in threads everywhere. Paste signatures in a code block, so that they are not reformatted.`,
  commandTitle: (command: string) => `Help: ${command}`,
  role: (role: Role) => `Needs the role ${ROLES[role]}.`,
  privateAnswer: 'Only you can see the answer.',
  required: 'required',
  optional: 'optional',
}

export const apps = {
  title: 'Configured apps',
  columns: ['App', 'SDKAppID', 'Region', 'Push'],
  isDefault: 'default',
  push: { timpush: 'push service (TIMPush)', 'self-integrated': 'self-integrated' },
}

export const errors = {
  title: (shown: string) => `Error code ${shown}`,
  unknownTitle: (shown: string) => `Error code ${shown}: not known`,
  unknown: (shown: string): Rich =>
    rich`${code(shown)} is in none of the lists of Tencent IM or the push vendors that I know.`,
  nearest: 'Nearest to it:',
  cause: 'Cause',
  remedy: 'What to do',
  owner: 'Owner',
  area: 'From',
  unconfirmed: 'not confirmed by the vendor',
  severalCodes: (count: number) => `${count} codes, the most telling first.`,
  likelyFrom: (place: string) => `Numbers like this one come from: ${place}.`,
  manyMeanings: (count: number) => `This code has ${count} meanings, depending on where it comes from.`,
}
