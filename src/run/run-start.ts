import type { Logger } from 'pino'
import { createLog } from '../adapters/logging/create-log.ts'
import { SurfaceStartError } from '../adapters/surface.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { compose } from '../compose.ts'
import { openConfig, WRONG_CONFIG, type TerminalTexts } from './open-config.ts'

/** Below the 15 seconds after which a supervisor may lose patience. */
const STOP_WITHIN_MS = 12_000

export interface StartOptions {
  config?: string
  playground?: true
  texts: TerminalTexts
  locale: Locale | null
}

/** `im-doctor start`: runs until it is told to stop, or until a platform cuts us off for good. */
export async function runStart({ config: path, playground, texts, locale }: StartOptions): Promise<void> {
  const opened = openConfig(path, texts, locale ?? 'en')
  if (opened === null) {
    process.exitCode = WRONG_CONFIG
    return
  }
  const config = playground ? { ...opened.config, playground: true } : opened.config
  const log = await createLog({ level: config.logLevel, pretty: process.stdout.isTTY, to: 1 })
  if (config.apps === null) log[opened.warnings.length > 0 ? 'warn' : 'info'](texts.simulated)
  for (const warning of opened.warnings) log.warn(warning)
  const fail = (error: unknown): never => {
    if (error instanceof SurfaceStartError) log.fatal({ remedy: error.remedy }, error.message)
    else log.fatal({ err: error }, 'unexpected failure')
    process.exit(error instanceof SurfaceStartError ? WRONG_CONFIG : 1)
  }
  process.on('unhandledRejection', fail)
  process.on('uncaughtException', fail)

  try {
    const program = await compose(config, log, fail)
    stopOnSignal((within) => program.stop(within), log)
    const { playground: url } = await program.start()
    log.info({ source: config.source.kind }, 'im-doctor is ready')
    if (url !== null) console.log(texts.playgroundAt(url))
  } catch (error) {
    fail(error)
  }
}

function stopOnSignal(stop: (within: number) => Promise<void>, log: Logger): void {
  let stopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    // Told twice: whoever waits has lost patience.
    if (stopping) process.exit(0)
    stopping = true
    log.info({ signal }, 'stopping')
    // Whatever may still hang, the process ends in time.
    setTimeout(() => process.exit(0), STOP_WITHIN_MS + 1000).unref()
    void stop(STOP_WITHIN_MS).then(() => {
      log.info('stopped')
      process.exit(0)
    })
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
