import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { once } from 'node:events'
import type { Bot } from '../../bot/bot.ts'
import { ask, readLine, replyJson, type Asker } from './ask.ts'

/** Reads one request a line and prints one JSON object a line, in order. Ends with its input. */
export async function askBatch(
  bot: Bot,
  asker: Asker,
  { input, output, now, newId }: { input: Readable; output: Writable; now: () => number; newId: () => string },
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { input: asked, locale } = readLine(line)
    const reply = await ask(bot, asked, { ...asker, locale: locale ?? asker.locale }, newId())
    if (!output.write(`${JSON.stringify(replyJson(reply, now()))}\n`)) await once(output, 'drain')
  }
}
