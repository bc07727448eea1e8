import type { Team } from '../../src/bot/ports/team.ts'

/** For tests in which nobody asks for reports, alerts, watches or cases; whoever does finds nothing there at all. */
export const NO_TEAM = {} as Team
