/** What languages print for a variable that was never set. */
const UNSET =
  /^(?:undefined|null|none|nil|nan|nullptr|\(null\)|<null>|<nil>|<undefined>|optional\(nil\)|void|false|true)$/i

/** What they print for a value that is no text. */
const OBJECT = new RegExp(
  [
    String.raw`\[?object \w{1,30}\]?`,
    String.raw`\[?(?:async )?(?:async)?function\b.{0,60}`,
    String.raw`promise ?\{.{0,40}\}?`,
    String.raw`<promise.{0,40}`,
    String.raw`<coroutine object.{0,120}`,
    String.raw`<[\w.]{1,60} object at 0x[0-9a-f]+>?`,
    String.raw`[\w.$]{1,100}@[0-9a-f]{4,10}`,
    String.raw`instance of '?future.{0,60}`,
    String.raw`system\.[\w.\x60\[\]]{1,80}`,
    String.raw`b'.{0,5}`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'i',
)

const PLACEHOLDER =
  /^(?:\$\{.{1,60}\}|\{\{.{1,60}\}\}|%\w|<[^<>]{0,20}(?:user_?)?sig[^<>]{0,20}>|(?:your|my|the|xxx+|please|input|enter)[ _-]?(?:user)?_?-?sig(?:nature)?|(?:user_?sig|usersig|sig|签名|你的签名|x{3,}|\*{3,}|\.{3}|…|test|todo))$/i

export const isUnset = (text: string): boolean => UNSET.test(text) || OBJECT.test(text)

/** What stands where a signature should be, and is no value at all. */
export function unsetKind(text: string): 'unset-variable' | 'object-as-text' | 'placeholder' | null {
  if (UNSET.test(text)) return 'unset-variable'
  if (OBJECT.test(text)) return 'object-as-text'
  return PLACEHOLDER.test(text) ? 'placeholder' : null
}
