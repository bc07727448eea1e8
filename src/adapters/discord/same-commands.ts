/** What Discord adds to a command, or keeps for itself. */
const FOREIGN = new Set([
  'id',
  'version',
  'application_id',
  'guild_id',
  'dm_permission',
  'default_permission',
  'handler',
])

/** Values that Discord fills in where we say nothing, or leaves out where we say them. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  nsfw: false,
  required: false,
  autocomplete: false,
  description: '',
}

/**
 * Whether what is registered is what we want, so that nothing need be written. Order counts for options, which people see,
 * but neither for commands nor for sets such as `contexts`.
 */
export const sameCommands = (registered: readonly unknown[], wanted: readonly unknown[]): boolean =>
  fingerprint(registered) === fingerprint(wanted)

const fingerprint = (commands: readonly unknown[]): string =>
  commands
    .map((command) => JSON.stringify(normalise(command)))
    .sort()
    .join('\n')

function normalise(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'number')
      ? value.toSorted((left, right) => left - right)
      : value.map(normalise)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => entry !== null && !FOREIGN.has(key) && DEFAULTS[key] !== entry && !isEmptyList(entry))
      .map(([key, entry]) => [key, normalise(entry)])
      .sort(([left], [right]) => String(left).localeCompare(String(right))),
  )
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
