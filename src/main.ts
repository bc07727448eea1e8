#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { localeOf, type Locale } from './bot/texts/locale.ts'
import { terminalTexts } from './adapters/terminal/texts.ts'

/** The language of the machine, for what the program itself says at a terminal. */
const machineLocale = (): Locale | null =>
  localeOf(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'])

const texts = terminalTexts[machineLocale() ?? 'en']

/** Exit status for a command line that cannot be read, as `ask` has for a question. */
const USAGE = 2

const program = new Command('im-doctor').description(texts.program).showHelpAfterError().exitOverride()

program
  .command('start')
  .description(texts.start)
  .option('--config <file>', texts.config)
  .option('--playground', texts.playground)
  .action(async (options: { config?: string; playground?: true }) => {
    const { runStart } = await import('./run/run-start.ts')
    await runStart({ ...options, texts, locale: machineLocale() })
  })

program
  .command('ask')
  .description(texts.ask)
  .argument('[text]', texts.askText)
  .option('--json', texts.json)
  .option('--stdin', texts.stdin)
  .option('--locale <locale>', texts.locale)
  .option('--config <file>', texts.config)
  .option('--as <id>', texts.as)
  .action(
    async (
      text: string | undefined,
      options: { json?: true; stdin?: true; locale?: string; config?: string; as?: string },
    ) => {
      const { runAsk } = await import('./run/run-ask.ts')
      process.exitCode = await runAsk({
        ...options,
        ...(text === undefined ? {} : { text }),
        texts,
        machineLocale: machineLocale(),
      })
    },
  )

program
  .command('config')
  .description(texts.configGroup)
  .command('check')
  .description(texts.configCheck)
  .option('--config <file>', texts.config)
  .action(async (options: { config?: string }) => {
    const { runConfigCheck } = await import('./run/run-config-check.ts')
    process.exitCode = runConfigCheck({ ...options, texts, locale: machineLocale() ?? 'en' })
  })

program
  .command('slack')
  .description(texts.slackGroup)
  .command('manifest')
  .description(texts.manifest)
  .option('--mode <mode>', texts.mode, 'socket')
  .option('--url <address>', texts.url)
  .action(async (options: { mode: string; url?: string }) => {
    const { runSlackManifest } = await import('./run/run-slack-manifest.ts')
    process.exitCode = runSlackManifest({ ...options, texts })
  })

program
  .command('discord')
  .description(texts.discordGroup)
  .command('register')
  .description(texts.register)
  .option('--config <file>', texts.config)
  .action(async (options: { config?: string }) => {
    const { runDiscordRegister } = await import('./run/run-discord-register.ts')
    process.exitCode = await runDiscordRegister({ ...options, texts, locale: machineLocale() ?? 'en' })
  })

try {
  await program.parseAsync()
} catch (error) {
  // Thrown for help as well, then with status 0; what there was to say has been said.
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : USAGE
}
