/** The code under which an answer lists a target that failed, as in `{"110003": ["…"]}`; null: there is none. */
export function targetFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const listed = Object.entries(value).find(([code, targets]) => /^-?\d{1,9}$/.test(code) && !isEmpty(targets))
  return listed?.[0] ?? null
}

const isEmpty = (targets: unknown): boolean => ['null', '[]', '{}', '""'].includes(JSON.stringify(targets))
