import type { SignaturePlace } from './signature-owner.ts'

/** Ten digits on the mainland site, eight on the international one. */
const SDK_APP_ID = String.raw`(1[46]\d{8}|[2-9]0\d{6})(?!\d)`
const NAMED = [
  new RegExp(
    String.raw`(?:sdk[ _-]?app[ _-]?id|(?<![a-z])app[ _-]?id|应用(?:\s?id)?)["'\x60*\\]{0,4}\s{0,4}(?:=>|->|[:=：＝,(（]|是|为)?\s{0,4}["'\x60]?${SDK_APP_ID}`,
    'giu',
  ),
  // `TUILogin.login(context, 1400000000, "alice", "eJ…")`
  new RegExp(String.raw`\blog_?in\w{0,20}\s{0,2}\(\s{0,9}(?:[\w.]{1,40}\s{0,4}[,:]\s{0,9}){0,2}${SDK_APP_ID}`, 'giu'),
]

/** The SDKAppID that a text names nearest to a signature; null: none. */
export function signatureApp(text: string, { start, end }: SignaturePlace): string | null {
  const from = Math.max(0, start - 3_000)
  const around = text.slice(from, end + 3_000).replaceAll('\\"', '"')
  let nearest: { id: string; away: number } | null = null
  for (const form of NAMED) {
    for (const match of around.matchAll(form)) {
      const at = from + match.index
      const away = at < start ? start - at : at - end + 60
      if (match[1] !== undefined && (nearest === null || away < nearest.away)) nearest = { id: match[1], away }
    }
  }
  return nearest?.id ?? null
}
