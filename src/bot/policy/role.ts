export const ROLES = ['viewer', 'operator', 'admin'] as const

/** Each may what the ones before it may. */
export type Role = (typeof ROLES)[number]

export const mayAct = (has: Role, needed: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needed)
