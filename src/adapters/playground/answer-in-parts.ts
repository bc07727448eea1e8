import type { Progress } from '../../bot/request.ts'
import { createThrottle } from '../throttled.ts'
import { answerJson } from './answer-json.ts'
import type { Answer } from './answer-question.ts'
import type { Html } from './html.ts'
import { PLAYGROUND_LIMITS } from './limits.ts'

/** Objects of JSON, one a line: `{kind: 'progress', html}` as often as there is something new, and the answer last. */
export interface Parts {
  kind: 'parts'
  body: ReadableStream<Uint8Array>
}

export interface PartsOptions {
  draw: (progress: Progress) => Html
  /** UNIX milliseconds. */
  now: () => number
}

/** The answer itself where it is there before any progress, as nearly always; else parts as they come. Never rejects. */
export function answerInParts(
  answer: (onProgress: (progress: Progress) => void) => Promise<Answer>,
  { draw, now }: PartsOptions,
): Promise<Answer | Parts> {
  return new Promise((resolve) => {
    let lines: Lines | null = null
    const progress = createThrottle<Progress>({
      everyMs: PLAYGROUND_LIMITS.progressEvery,
      now,
      async show(told) {
        const html = draw(told).toString()
        if (lines === null) {
          lines = createLines()
          resolve({ kind: 'parts', body: lines.body })
        }
        lines.write({ kind: 'progress', html })
      },
    })
    async function finish(): Promise<void> {
      const whole = await answer((told) => progress.tell(told))
      await progress.end()
      if (lines === null) return resolve(whole)
      lines.write(answerJson(whole))
      lines.end()
    }
    void finish()
  })
}

interface Lines {
  body: ReadableStream<Uint8Array>
  write(value: unknown): void
  end(): void
}

function createLines(): Lines {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  // Whoever went away reads no further; the request hears of it by its signal.
  const ignore = (): void => {}
  return {
    body: readable,
    write: (value) => void writer.write(encoder.encode(`${JSON.stringify(value)}\n`)).catch(ignore),
    end: () => void writer.close().catch(ignore),
  }
}
