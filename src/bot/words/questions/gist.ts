import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { findCredential } from '../../policy/credential-forms.ts'
import { parseSince } from '../since.ts'
import type { Found } from '../questions.ts'
import { type Cues, cuesOf } from './cues.ts'
import { maskPlainIds } from './ids.ts'
import { partNames } from './listed-names.ts'
import { peopleIn, type People } from './people.ts'
import { plainWords } from './plain-words.ts'
import { maskQuotes } from './quoted.ts'
import { narrowButSender, narrowChinese, type Slots } from './slots.ts'
import { TEAM_TOPICS } from './team-topics.ts'
import { TAKEN } from './user-questions.ts'
import { speaksOfSigning, USER_TOPICS, type UserTopic } from './user-topics.ts'
import { vendorsIn } from '../../../diagnostics/codes/vendor-names.ts'
import { isHan, languageOf } from './words-locale.ts'

/** Longer texts are no questions of these. */
const LIMIT = 600

interface Spoken {
  text: string
  people: People
  slots: Slots
  cues: Cues
  vendors: readonly Vendor[]
}

/**
 * What a text comes to by whom it names and what it speaks of, where it has none of the forms that are known whole: the
 * story around a question takes any form. Null: it gives nothing away.
 */
export function askedByGist(asked: string): Found | null {
  const spoken = readSpoken(asked)
  if (spoken === null) return null
  const found = aboutPeople(spoken) ?? aboutTeam(spoken) ?? aboutVendor(spoken)
  return found === null ? null : { ...found, locale: languageOf(asked, found.args) }
}

/** Whom and what a text names that could not be read as a question. */
export interface Named {
  users: readonly string[]
  vendors: readonly Vendor[]
  /** Pushes do not arrive, and it does not say whose. */
  isComplaintOfNobody: boolean
}

export function namedIn(asked: string): Named {
  const spoken = readSpoken(asked.trim().replace(/\s+/g, ' '))
  if (spoken === null) return { users: [], vendors: [], isComplaintOfNobody: false }
  const { people, cues, vendors } = spoken
  // In data that holds a secret nothing is a user.
  const users = findCredential(asked) === null ? people.users : []
  return { users, vendors, isComplaintOfNobody: people.users.length === 0 && cues.push && cues.complaint }
}

function readSpoken(asked: string): Spoken | null {
  if (asked.length > LIMIT) return null
  const quoted = maskQuotes(asked)
  if (quoted === null) return null
  const masked = partNames(maskPlainIds({ ...quoted, text: plainWords(quoted.text) }))
  const isChinese = isHan(masked.text)
  const bare = { ...masked, text: masked.text.replace(/[ ?!.,;:~]{1,8}$/, '') }
  const { slots, rest } = (isChinese ? narrowChinese : narrowButSender)(bare)
  const people = peopleIn({ ...masked, text: rest }, isChinese)
  return { text: masked.text, people, slots, cues: cuesOf(masked.text), vendors: vendorsIn(masked.text) }
}

type Meant = Omit<Found, 'locale'>

function aboutPeople({ text, people, slots, cues }: Spoken): Meant | null {
  const { users, sender, guessed, plain } = people
  const [first] = users
  if (first === undefined || speaksOfSigning(text)) return null
  const topic = USER_TOPICS.find(({ isMeant }) => isMeant(text, cues))
  if (topic === undefined || (users.length > 1 && topic.several !== true)) return null
  // What the command does not take changes the question.
  if (topic.command in TAKEN && !Object.keys(slots).every((slot) => slot === 'since' || takes(topic.command, slot)))
    return null
  if (topic.command === 'im.status' && sender !== null) return null
  const who = topic.command === 'im.status' || users.length > 1 ? users : first
  const args = {
    [topic.takes]: who,
    ...narrowing(topic, { ...slots, ...(sender === null ? {} : { from: sender }) }, text),
  }
  return { command: topic.command, args, ...(guessed ? { guessed } : {}), ...(plain.length > 0 ? { plain } : {}) }
}

const takes = (command: string, slot: string): boolean =>
  slot === 'app' || ((TAKEN as Readonly<Record<string, readonly string[]>>)[command] ?? []).includes(slot)

function narrowing({ command, length }: UserTopic, slots: Slots, text: string): Record<string, string> {
  const given = Object.entries(slots).filter(([slot]) => takes(command, slot))
  const lasting = length === undefined ? null : lengthIn(text, slots)
  return { ...Object.fromEntries(given), ...(length === undefined || lasting === null ? {} : { [length]: lasting }) }
}

export const LENGTH =
  /(?:\d{1,4}|an?|one|two|three|half an?|[一二两三四五六七八九十半]{1,3}) ?个?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[smhdw]\b|分钟|小时|钟头|天|周|星期|月)/i

/** "for 2 days" → `172800s`: how long something is to last, as the commands take it. */
function lengthIn(text: string, { since }: Slots): string | null {
  const said = LENGTH.exec(text)?.[0] ?? since
  return said === undefined ? null : lengthSaid(said)
}

export function lengthSaid(said: string): string | null {
  const length = parseSince(said.replace(/^two /i, '2 ').replace(/^three /i, '3 '))
  return length?.kind === 'ago' ? `${Math.round(length.seconds)}s` : null
}

function aboutTeam({ text, people, slots }: Spoken): Meant | null {
  if (people.users.length > 0) return null
  const topic = TEAM_TOPICS.find(({ words }) => words.test(text))
  if (topic === undefined || (topic.command === 'im.report' && vendorsIn(text).length > 0)) return null
  const { app, since } = slots
  return {
    command: topic.command,
    args: {
      ...topic.args,
      ...(app === undefined || topic.command === 'im.help' || topic.command === 'im.apps' ? {} : { app }),
      ...(since === undefined || topic.takesSince !== true ? {} : { since }),
    },
  }
}

const FIGURES =
  /\b(?:rates?|how (?:many|much|is|are)|loss|delivery|stats|statistics|figures|health(?:y)?|ok|okay|working|status|performance|fine|anything|slow)\b|率|多少|几条|统计|情况|怎么样|如何|正常|通道|状态|咋样|好吗|到达|送达/i

/** "why do Xiaomi pushes fail?": of one vendor that is named. */
function aboutVendor({ text, people, slots, cues, vendors }: Spoken): Meant | null {
  const [vendor, ...others] = vendors
  if (vendor === undefined || others.length > 0 || people.users.length > 0) return null
  const isAbout =
    cues.complaint ||
    (cues.push && cues.asking) ||
    (FIGURES.test(text) && (cues.push || cues.asking)) ||
    BROKEN_VENDOR.test(text)
  if (!isAbout) return null
  const { app, since } = slots
  return {
    command: 'push.vendor',
    args: { vendor, ...(app === undefined ? {} : { app }), ...(since === undefined ? {} : { since }) },
  }
}

const BROKEN_VENDOR =
  /\b(?:down|broken|outage|dead|failing|fails?|wrong|issues?|problems?|trouble|unstable|slow|bad|late|delayed|delays?|loss(?:es)?|lost)\b|慢|延迟|丢|挂|故障|异常|问题|失败|不稳|崩/i
