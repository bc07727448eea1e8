import type { Store } from '../../src/adapters/sql/open-store.ts'
import type { Team } from '../../src/bot/ports/team.ts'

/** For tests in which nobody asks for reports, alerts, watches or cases; whoever does finds nothing there at all. */
export const NO_TEAM = {} as Team

/** Over a real store, with no channel to post in and no chart, unless the test brings some. */
export const teamOf = (store: Store, changes: Partial<Team> = {}): Team => {
  const { figures, schedules, posts, leases, watches, incidents, cases, trail } = store
  return {
    figures,
    schedules,
    posts,
    leases,
    watches,
    incidents,
    cases,
    trail,
    fixedSchedules: [],
    alertChannels: async () => [],
    channels: {},
    platforms: ['slack'],
    forgets: false,
    drawChart: async () => null,
    ...changes,
  }
}
