import type { Rich } from '../rich.ts'

/** For every finding code a sentence that says what is wrong and one that says what to do. */
export type FindingTexts<Params> = {
  readonly [Code in keyof Params]: (params: Params[Code]) => { message: Rich; remedy: Rich }
}
