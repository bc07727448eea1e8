/** One thing that is wrong with the configuration. Holds no value of it, since that may be a secret. */
export interface ConfigProblem {
  /** The key with its path, as in `apps.prod.secretKey`, or the variable of the environment it comes from. */
  key: string
  /** A code of `config/texts.ts`, with what it takes behind a colon. */
  problem: string
}
