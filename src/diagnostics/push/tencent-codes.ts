/** In the result of a push, negative codes are Tencent's own, and those of vendors are not. */
export const isOfTencent = (code: string | null): boolean => code !== null && /^-\d+$/.test(code)

/** It only wraps what the vendor said. */
const WRAPS_VENDOR = '-198'

/** Tencent gave up before anything was handed to the vendor. */
export const endedAtTencent = (code: string | null): boolean => isOfTencent(code) && code !== WRAPS_VENDOR
