/** Counts added up by a name, most first. */
export function sumBy<Counted extends { count: number }>(
  all: readonly Counted[],
  nameOf: (counted: Counted) => string,
): readonly (readonly [name: string, count: number])[] {
  const sums = new Map<string, number>()
  for (const each of all) sums.set(nameOf(each), (sums.get(nameOf(each)) ?? 0) + each.count)
  return [...sums].toSorted(([, one], [, other]) => other - one)
}
