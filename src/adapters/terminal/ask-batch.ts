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
  for await (const line of linesOf(input)) {
    const { input: asked, locale } = readLine(line)
    const reply = await ask(bot, asked, { ...asker, locale: locale ?? asker.locale }, newId())
    if (!output.write(`${JSON.stringify(replyJson(reply, now()))}\n`)) await once(output, 'drain')
  }
}

/** Lines that end with LF or CRLF. Node's readline would also break them at U+2028, which JSON may hold, and lose the order. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8')
  let rest = ''
  for await (const chunk of input) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}
