/** The parameters that Tencent appends to the URL; null: not there. */
export interface CallbackQuery {
  sdkAppId: string | null
  command: string | null
  platform: string | null
  sign: string | null
  requestTime: string | null
}

/** Reads the names as documented, else in another case: `SdkAppid` alone is spelled in three ways across the pages. */
export function readQuery(given: Readonly<Record<string, string>>): CallbackQuery {
  const folded = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
  const parameter = (name: string) => {
    const value = Object.hasOwn(given, name) ? given[name] : folded.get(name.toLowerCase())
    return value === undefined || value === '' ? null : value
  }
  return {
    sdkAppId: parameter('SdkAppid'),
    command: parameter('CallbackCommand'),
    platform: parameter('OptPlatform'),
    sign: parameter('Sign'),
    requestTime: parameter('RequestTime'),
  }
}
