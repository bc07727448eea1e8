/** Begins like base64 of a zlib stream, at any of its levels. */
const ZLIB = /^e[AFJN]/
/** Also what chat and URLs do to it: escapes, percent signs, standard base64. */
const RUN = /[A-Za-z0-9*_\-+/=%\\]{30,}/g
const FENCED = /```(?:[a-z]+\n)?([\s\S]+?)```/g
const ENDING_RUN = /[A-Za-z0-9*_\-+/=%\\]{30,}$/
const WRAPPED_LINE = /^[A-Za-z0-9*_\-+/=%\\]+$/
const WORD = /^[A-Za-z]?[a-z]*$/
/** The name in `usersig=eJw…`, as it stands in a URL or a log. */
const PARAMETER = /^[A-Za-z_-]{1,20}=(?=[^=]{30})/
const LONGEST = 6000

/**
 * The part of a message that is most likely a UserSig, damage and all: its repair is the verifier's work. What stands in a
 * code fence comes first, then what begins like compressed data, then the longest run of its alphabet. Null: there is none.
 */
export function findSignature(text: string): string | null {
  const fenced = [...text.matchAll(FENCED)].map(([, inside]) => inside ?? '')
  const candidates = [...fenced, text].flatMap((part) => runs(part))
  const found = candidates.find((run) => ZLIB.test(run)) ?? longest(candidates)
  return found?.slice(0, LONGEST) ?? null
}

/** Runs of the alphabet; one that was wrapped over lines of equal length is put together again. */
function runs(text: string): readonly string[] {
  const joined: string[] = []
  let width = 0
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = joined.at(-1)
    if (last !== undefined && width > 0 && continues(line, width)) {
      joined[joined.length - 1] = last + line
      if (line.length < width) width = 0
    } else {
      joined.push(line)
      width = ENDING_RUN.exec(line)?.[0].length ?? 0
    }
  }
  return joined.flatMap((line) => line.match(RUN) ?? []).map((run) => run.replace(PARAMETER, ''))
}

/** Whether a line is the rest of a wrapped one, and neither a word that follows it nor another signature. */
const continues = (line: string, width: number): boolean =>
  line.length <= width && WRAPPED_LINE.test(line) && !WORD.test(line) && !ZLIB.test(line)

const longest = (candidates: readonly string[]): string | undefined =>
  candidates.reduce<string | undefined>(
    (best, run) => (best === undefined || run.length > best.length ? run : best),
    undefined,
  )
