/** The values that a version 2.0 signature is over, each as the text to be signed. */
export interface SignedValues {
  identifier: string
  sdkAppId: string
  time: string
  lifetime: string
  /** Base64 text. */
  userbuf: string | null
}

/** The text that the HMAC is made of: always in this order, each line ended by a line feed. */
export function signedContent({ identifier, sdkAppId, time, lifetime, userbuf }: SignedValues): string {
  const lines = `TLS.identifier:${identifier}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${lifetime}\n`
  return userbuf === null ? lines : `${lines}TLS.userbuf:${userbuf}\n`
}
