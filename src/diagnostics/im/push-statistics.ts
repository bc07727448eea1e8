/** How far pushes came; null where Tencent gave no number. */
export interface PushTally {
  /** `TotalCount`: attempted. */
  total: number | null
  /** `SentCount`: taken by the vendor. */
  sent: number | null
  /** `DeliveredCount`: shown on a device, as far as receipts tell. */
  delivered: number | null
  /** `ClickCount`. */
  clicked: number | null
}

/** Chat pushes of a time, app-wide, and by vendor as far as told. */
export interface PushStatistics {
  all: PushTally
  /** By raw `PushPlatform`. */
  platforms: readonly (PushTally & { platform: number })[]
}
