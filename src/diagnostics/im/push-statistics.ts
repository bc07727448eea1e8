/**
 * How far back Tencent's counts of chat pushes go, milliseconds: attempts and what became of them, and losses by code.
 * @see https://trtc.io/zh/document/71895, https://trtc.io/zh/document/71897
 */
export const STATISTICS_WINDOW = 30 * 86_400_000
export const LOSS_WINDOW = 7 * 86_400_000

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
