import type { CodeIndex } from './code-index.ts'

/** Listed words within a few letters of this one, lower-case, closest first. */
export function closestWords(word: string, index: CodeIndex): readonly string[] {
  const key = word.toLowerCase()
  const allowed = Math.min(3, Math.floor(key.length / 4))
  const close: { name: string; distance: number }[] = []
  for (const name of index.words.keys()) {
    if (Math.abs(name.length - key.length) > allowed) continue
    const distance = editDistance(key, name)
    if (distance <= allowed) close.push({ name, distance })
  }
  return close.sort((a, b) => a.distance - b.distance).map(({ name }) => name)
}

/** How many letters must be added, dropped or changed (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
