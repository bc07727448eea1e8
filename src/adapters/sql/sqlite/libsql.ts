import { createRequire } from 'node:module'

/** The part of libsql that is used. Statements run where they are called; what may wait for the disk or a lock does not. */
export interface LibsqlDatabase {
  prepare(sql: string): Promise<LibsqlStatement>
  /** Runs on a thread of its own. */
  exec(sql: string): Promise<void>
  close(): void
}

export interface LibsqlStatement {
  readonly reader: boolean
  run(parameters: readonly unknown[]): { changes: number }
  all(parameters: readonly unknown[]): Promise<unknown[]>
}

type Libsql = new (path: string, options: { timeout: number }) => LibsqlDatabase

/** Loads the native library; its own types say `any` throughout. */
export function loadLibsql(): Libsql {
  return createRequire(import.meta.url)('libsql/promise') as Libsql
}
