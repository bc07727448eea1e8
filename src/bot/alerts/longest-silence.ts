/** The longest that an alert can be silenced, milliseconds: no older one has to be looked at. */
export const LONGEST_SILENCE_MS = 7 * 86_400_000
