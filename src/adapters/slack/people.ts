import { localeOf, type Locale } from '../../bot/texts/locale.ts'
import { ExpiringMap } from '../expiring-map.ts'
import { within } from '../within.ts'
import { TIMES } from './limits.ts'
import type { SlackApi } from './slack-api.ts'

/** What Slack knows of a person that an answer needs. */
export interface Person {
  locale: Locale | null
  timeZone: string | null
}

export interface People {
  /** Bounded, never rejects: a person that Slack does not tell about is asked nothing of. */
  find(user: string, atMost?: number): Promise<Person>
  /** Without asking Slack; null where it is not known yet. */
  known(user: string): Person | null
}

const NOBODY: Person = { locale: null, timeZone: null }
const DAY = 86_400_000
/** After a failure Slack is left alone for a while, so that a missing scope does not slow down every answer. */
const MINUTE = 60_000

/** Language and zone of people, remembered for a day. */
export function createPeople(api: Pick<SlackApi, 'userInfo'>, now: () => number): People {
  const known = new ExpiringMap<Person>({ most: 5000, keptFor: DAY, now })
  const failed = new ExpiringMap<true>({ most: 5000, keptFor: MINUTE, now })
  const asking = new Map<string, Promise<Person>>()

  async function ask(user: string): Promise<Person> {
    const info = await api.userInfo(user)
    if (!info.ok) {
      failed.set(user, true)
      return NOBODY
    }
    const person = { locale: localeOf(info.value.locale), timeZone: zoneOf(info.value.timeZone) }
    known.set(user, person)
    return person
  }

  return {
    known: (user) => known.get(user) ?? null,
    find(user, atMost = TIMES.person) {
      const person = known.get(user)
      if (person !== undefined) return Promise.resolve(person)
      if (failed.get(user) === true) return Promise.resolve(NOBODY)
      const asked = asking.get(user) ?? ask(user).finally(() => asking.delete(user))
      asking.set(user, asked)
      return within(asked, atMost, NOBODY)
    },
  }
}

function zoneOf(name: string | null): string | null {
  if (name === null) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
