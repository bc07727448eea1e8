#!/usr/bin/env node
import { Command } from 'commander'
import { localeOf, type Locale } from './bot/texts/locale.ts'
import { terminalTexts } from './adapters/terminal/texts.ts'

/** The language of the machine, for what the program itself says at a terminal. */
const machineLocale = (): Locale | null =>
  localeOf(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'])

const texts = terminalTexts[machineLocale() ?? 'en']

const program = new Command('im-doctor').description(texts.program).showHelpAfterError()

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

await program.parseAsync()
