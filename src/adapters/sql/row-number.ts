/** The row's number, where this is one as `String` writes it; null: it names no row. */
export function rowNumber(id: string): number | null {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}
