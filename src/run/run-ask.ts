import { randomUUID } from 'node:crypto'
import { createLog } from '../adapters/logging/create-log.ts'
import { logAudit } from '../adapters/logging/log-audit.ts'
import { actorOf, ask, EXIT_STATUS, OWNER, replyJson, type Asker } from '../adapters/terminal/ask.ts'
import { askBatch } from '../adapters/terminal/ask-batch.ts'
import { createProgressLine } from '../adapters/terminal/progress-line.ts'
import { renderTerminal } from '../adapters/terminal/render-terminal.ts'
import { createAuditTrail } from '../bot/audit-trail.ts'
import type { Bot } from '../bot/bot.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { localeOf } from '../bot/texts/locale.ts'
import { shown } from '../bot/words/shown.ts'
import { composeBot } from '../compose-bot.ts'
import { composeWorld } from '../compose-world.ts'
import { Secret } from '../diagnostics/secret.ts'
import { openConfig, WRONG_CONFIG, type TerminalTexts } from './open-config.ts'

export interface AskOptions {
  text?: string
  json?: true
  stdin?: true
  locale?: string
  config?: string
  as?: string
  texts: TerminalTexts
  machineLocale: Locale | null
}

const WIDEST = 100
/** Where nobody says how wide it is. */
const USUAL = 80
const NARROWEST = 40

/** `im-doctor ask`. Returns the exit status; that of a batch is 0, since each of its lines carries its own. */
export async function runAsk(options: AskOptions): Promise<number> {
  const { text, texts, machineLocale } = options
  const complain = (message: string): number => {
    console.error(message)
    return EXIT_STATUS.usage
  }
  const locale = options.locale === undefined ? machineLocale : localeOf(options.locale)
  if (options.locale !== undefined && locale === null) return complain(texts.badLocale)
  const actor = options.as === undefined ? OWNER : actorOf(options.as)
  if (actor === null) return complain(texts.badAs(shown(options.as ?? '')))
  if ((text === undefined) === (options.stdin === undefined)) return complain(texts.nothingToAsk)
  const opened = openConfig(options.config, texts, machineLocale ?? 'en')
  if (opened === null) return WRONG_CONFIG
  const { config } = opened
  // An answer from the simulated app where a real one was meant misleads; all else is told by `config check` and the start.
  if (config.apps === null && opened.warnings.length > 0) {
    console.error(texts.simulated)
    for (const warning of opened.warnings) console.error(`  ${texts.configWarning(warning)}`)
  }

  endQuietlyWithReader()
  // A person at a terminal reads the card; the audit line goes to whoever collects standard error.
  const log = await createLog({ level: process.stderr.isTTY ? 'error' : config.logLevel, pretty: false, to: 2 })
  const world = composeWorld({
    config,
    single: text !== undefined,
    observe: { called: () => {} },
    onFailure: (message, remedy) => log.error({ remedy }, message),
  })
  const audit = createAuditTrail({
    log: logAudit(log),
    // A question that needs no store opens none.
    trail: async () => (await world.opened())?.trail ?? null,
    now: Date.now,
    onTrouble: (lost) => log.warn({ lost }, 'lines of the audit trail stand in the log alone'),
  })
  const bot = composeBot({
    config,
    audit,
    world: () => world.open(),
    onDefect: (error, request) => log.error({ err: error, request }, 'a command failed unexpectedly'),
  })
  const asker: Asker = {
    actor,
    locale,
    timeZone: options.json ? null : Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  try {
    return await answerAll(bot, asker, options)
  } finally {
    await audit.flush()
    await world.close()
  }
}

async function answerAll(bot: Bot, asker: Asker, { text, stdin, json }: AskOptions): Promise<number> {
  if (stdin) {
    await askBatch(
      bot,
      { ...asker, timeZone: null },
      { input: process.stdin, output: process.stdout, now: Date.now, newId: randomUUID },
    )
    return 0
  }
  const progress = json ? null : createProgressLine(process.stderr, Date.now)
  const reply = await ask(
    bot,
    { kind: 'words', text: new Secret(text ?? '') },
    asker,
    randomUUID(),
    progress?.show ?? null,
  ).finally(() => progress?.clear())
  if (json) {
    console.log(JSON.stringify(replyJson(reply, Date.now())))
  } else {
    const width = Math.min(WIDEST, Math.max(NARROWEST, process.stdout.columns || USUAL))
    const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
    console.log(
      renderTerminal(
        reply.card,
        { locale: reply.locale, timeZone: reply.timeZone, now: Date.now() },
        { width, colour },
      ),
    )
  }
  return EXIT_STATUS[reply.status]
}

/** Whoever reads the answers may stop reading, as `head` does; that is no failure. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
