/**
 * The text of the top-level members of a JSON object whose values are numbers, by name, the last one of a name winning as
 * in JSON.parse. For integers that JavaScript's numbers cannot hold, since the signature is over their digits.
 * The text must have been parsed already, so that its syntax is sound.
 */
export function readNumberTexts(json: string): Map<string, string> {
  const found = new Map<string, string>()
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?\d[\d.eE+-]*|true|false|null/g
  let depth = 0
  let name: string | null = null
  let isValue = false
  for (const [text] of json.matchAll(token)) {
    if (text === '{' || text === '[') depth++
    else if (text === '}' || text === ']') depth--
    if (depth > 1 || text === '{' || text === '}' || text === ']') continue
    if (text === ':') isValue = true
    else if (text === ',') isValue = false
    else if (!isValue) name = nameOf(text)
    else if (name !== null) {
      if (/^[-\d]/.test(text)) found.set(name, text)
      else found.delete(name)
    }
  }
  return found
}

function nameOf(quoted: string): string | null {
  const name: unknown = JSON.parse(quoted)
  return typeof name === 'string' ? name : null
}
