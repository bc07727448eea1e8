/** Pushes that ended with one code, over a time, app-wide. */
export interface PushLoss {
  /** `ready`: never handed to a vendor. `sent`: lost between the vendor and the device. */
  phase: 'ready' | 'sent'
  /** Raw `PushPlatform`; null: over all vendors. */
  platform: number | null
  /** `-1`, `-2`, or the vendor's own code. */
  code: string
  count: number
  info: string
}
