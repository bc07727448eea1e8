import { hasZlibHeader, inflate } from './inflate.ts'
import { LIMITS } from './limits.ts'
import { firstImplausible } from './plausible-json.ts'
import { decodeSigText } from './sig-alphabet.ts'

/** What a search may still cost, in bytes inflated; shared by all searches for one text. */
export interface SearchBudget {
  left: number
}

/** What reading the header and the codes of a block costs, in the same unit. */
const FIXED_COST = 400
const MOST_RESTORED = 4
/** Marks are eaten in pairs, so more than one pair is gone only where hardly any is left. */
const MOST_LEFT = 2
/** Characters for which a text decoded from a wrong place on may read as JSON by chance. */
const LONGEST_CHANCE = 110

/**
 * Puts back `*` that a chat client has taken for a mark. All places are tried, but never beyond the one up to which the
 * text reads as JSON: whatever is missing is missing before it, and that place comes soon after a wrong guess. Only the
 * checksum of the whole accepts a result.
 */
export function restoreEaten(sig: string, budget: SearchBudget): { sig: string; restored: number } | null {
  const letters = sig.replace(/_+$/, '')
  const padding = sig.length - letters.length
  const stars = letters.split('*').length - 1
  for (let restored = 1; restored <= MOST_RESTORED; restored++) {
    if (!isPossible(letters.length + restored, padding)) continue
    if (restored > 2) {
      if (stars > MOST_LEFT) break
      budget.left = Math.min(budget.left, LIMITS.deepSearchWork)
    }
    const found = search(letters, 1, restored, budget)
    if (found !== null) return { sig: found + '_'.repeat((4 - (found.length % 4)) % 4), restored }
  }
  return null
}

/** Padding that is still there tells how many letters there were. This also keeps a changed letter from being "repaired". */
function isPossible(letters: number, padding: number): boolean {
  return padding > 0 ? (letters + padding) % 4 === 0 : letters % 4 !== 1
}

function search(letters: string, from: number, missing: number, budget: SearchBudget): string | null {
  const { whole, first, last } = probe(letters, budget)
  if (missing === 0) return whole ? letters : null
  const end = Math.min(last, letters.length)
  // From the last place back, since a wrong guess is found out soon.
  for (let place = end; place >= Math.max(from, first); place--) {
    if (budget.left <= 0) return null
    // Before a star the result would be the same as after it.
    if (letters[place] === '*') continue
    const found = search(`${letters.slice(0, place)}*${letters.slice(place)}`, place + 1, missing - 1, budget)
    if (found !== null) return found
  }
  return null
}

interface Probe {
  whole: boolean
  /** Between these characters something must be missing, if anything is. */
  first: number
  last: number
}

function probe(letters: string, budget: SearchBudget): Probe {
  const decoded = decodeSigText(letters)
  if (decoded.kind === 'bad-character' || !hasZlibHeader(decoded.bytes)) return { whole: false, first: 1, last: 4 }
  const { outcome, output, used: usedByAll, dataFrom } = inflate(decoded.bytes, LIMITS.content)
  let used = usedByAll
  budget.left -= output.length + used + FIXED_COST
  const whole = outcome === 'whole' && !decoded.strayBits
  const implausible = firstImplausible(output)
  if (implausible >= 0) {
    used = inflate(decoded.bytes, implausible).used
    budget.left -= implausible + used + FIXED_COST
  }
  const last = toCharacters(used)
  // Something missing in the codes shows in the data only, and soon.
  const isNearCodes = last <= toCharacters(dataFrom) + LONGEST_CHANCE
  return { whole, first: isNearCodes ? 1 : last - LONGEST_CHANCE, last }
}

function toCharacters(bytes: number): number {
  return Math.ceil((bytes * 4) / 3) + 1
}
