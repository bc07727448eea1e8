/** The `${NAME}` and `${NAME:-default}` of a file, marked so that YAML takes them for plain text wherever they stand. */
export interface Variables {
  /** The text with a mark for each variable. */
  marked: string
  /** Puts in what `valueOf` gives for the variables of a text. */
  replace(text: string, valueOf: (name: string, fallback: string | null) => string): string
  /** The text as it was before it was marked. */
  asWritten(text: string): string
}

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}\n]*))?\}/g

// Two letters of the private use area, which no text has.
const MARK = /\ue0f0(\d+)\ue0f1/g

/**
 * In YAML's `{ token: ${NAME} }` the braces of the variable would be those of a mapping, and a value with a colon or a
 * hash in it would be YAML itself. So variables are marked before the file is parsed, and replaced in its values after.
 */
export function markVariables(text: string): Variables {
  const found: { written: string; name: string; fallback: string | null }[] = []
  const marked = text.replace(VARIABLE, (written: string, name: string, fallback: string | undefined) => {
    found.push({ written, name, fallback: fallback ?? null })
    return `\ue0f0${found.length - 1}\ue0f1`
  })
  const at = (place: string) => found[Number(place)]
  return {
    marked,
    replace: (value, valueOf) =>
      value.replace(MARK, (mark, place: string) => {
        const variable = at(place)
        return variable === undefined ? mark : valueOf(variable.name, variable.fallback)
      }),
    asWritten: (value) => value.replace(MARK, (mark, place: string) => at(place)?.written ?? mark),
  }
}
