import { z } from 'zod'
import type { Command } from '../command.ts'
import type { FindSecrets } from '../policy/find-secrets.ts'
import { holdsSecret } from '../policy/holds-secret.ts'
import { CHAT_PLATFORMS } from '../ports/channels.ts'
import { readInput } from '../read-input.ts'
import type { Request } from '../request.ts'
import { LOCALES } from '../texts/locale.ts'

const schema = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  person: z.string(),
  groups: z.array(z.string()),
  place: z.object({ kind: z.enum(['direct', 'channel']), id: z.string(), thread: z.string().nullable() }),
  locale: z.enum(LOCALES).nullable(),
  timeZone: z.string().nullable(),
  /** Id of the command; null: a button, or words that need what was said before. */
  command: z.string().nullable(),
  /** Null: it must not be done again without being asked for, or holds what must not be kept. */
  args: z.record(z.string(), z.unknown()).nullable(),
})

/** What is kept of a request until it is answered: enough to go on with it in another process. No secret is in it. */
export type UnfinishedRequest = z.infer<typeof schema>

const AGAIN = '/again'

/** The id under which a request is taken up again. */
export const idOfAgain = (id: string): string => `${id}${AGAIN}`

/** Null: nobody could be answered, or it has been taken up again already: what ends a process must not end all of them. */
export function unfinishedOf(
  request: Request,
  commands: readonly Command[],
  { inValue }: Pick<FindSecrets, 'inValue'>,
): string | null {
  const { id, actor, place, input, locale, timeZone } = request
  const platform = CHAT_PLATFORMS.find((each) => each === actor.platform)
  if (platform === undefined || place.kind === 'terminal' || id.endsWith(AGAIN)) return null
  const read = input.kind === 'press' ? null : readInput(commands, input)
  const command = read?.kind === 'command' ? read.command : null
  const unfinished = {
    platform,
    person: actor.id,
    groups: [...actor.groups],
    place: { kind: place.kind, id: place.id, thread: place.thread },
    locale: read?.locale ?? locale,
    timeZone,
    command: command?.id ?? null,
    args:
      read?.kind === 'command' &&
      isHarmless(read.command, read.args) &&
      inValue(Object.values(read.args).flat()) === null
        ? read.args
        : null,
  } satisfies z.input<typeof schema>
  return JSON.stringify(unfinished)
}

/** Looking may be done twice, for all to see; anything else only where it is asked for. */
const isHarmless = ({ role, visibility, args: declared }: Command, args: Readonly<Record<string, unknown>>): boolean =>
  role === 'viewer' &&
  visibility === 'public' &&
  Object.values(declared).every(({ secret }) => !secret) &&
  !holdsSecret(args)

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readUnfinished(stored: string): UnfinishedRequest | null {
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}
