/** How much a finding weighs: an `error` makes the thing bad, a `warning` will soon or may, a `note` is good to know. */
export type Severity = 'error' | 'warning' | 'note'

/** Who has to act on a remedy. */
export type Owner = 'user' | 'developer' | 'administrator' | 'vendor' | 'tencent'
