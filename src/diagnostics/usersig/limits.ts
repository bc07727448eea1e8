/** Bounds that keep the work for any text small, whoever wrote it. */
export const LIMITS = {
  /** Characters of the text as pasted; past this nothing but its length is looked at. */
  rawText: 65_536,
  /** Characters of the cleaned signature. */
  text: 4_096,
  /** Bytes that it may inflate to. */
  content: 16_384,
  /** Bytes inflated, over all tries, in the search for what a paste has lost. */
  searchWork: 3_000_000,
  /** Of these, for more than one pair of lost characters. */
  deepSearchWork: 500_000,
  /** HMACs made, over all keys, in the search for slips in the signing code: well under 20 ms. */
  hmacs: 3_000,
} as const

export const SECONDS_PER_DAY = 86_400
/** The default of the libraries and of the console's tool. */
export const USUAL_LIFETIME = 180 * SECONDS_PER_DAY
/** The longest that the vendor's newest pages allow. */
export const LONGEST_LIFETIME = 3_650 * SECONDS_PER_DAY
/** Bytes of UTF-8. */
export const LONGEST_USER_ID = 32
