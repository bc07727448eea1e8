import { z } from 'zod'
import type { ChannelWriter } from '../../src/bot/ports/channels.ts'

const stored = z.object({ id: z.string() })
const listed = z.array(z.object({ id: z.string(), key: z.string() }))

/** Stands for a chat platform: messages are posted to a URL, and can be listed there. */
export function httpChannel(url: string, step: (name: string) => void): ChannelWriter {
  return {
    async post(_to, { key, card }, signal) {
      step('before the request')
      try {
        const sending = fetch(url, { method: 'POST', body: JSON.stringify({ key, title: card.title }), signal })
        step('while the request is sent')
        const response = await sending
        step('after the response')
        if (response.status === 429)
          return { kind: 'later', code: '429', afterMs: Number(response.headers.get('retry-after')) * 1_000 }
        return { kind: 'posted', message: stored.parse(await response.json()).id, picture: 'none' }
      } catch {
        step('after the failure')
        return { kind: 'unclear', code: 'broken' }
      }
    },
    async find(_to, key, _since, signal) {
      step('before looking')
      const response = await fetch(url, { signal })
      const message = listed.parse(await response.json()).find((each) => each.key === key)
      step('after looking')
      return message === undefined ? { kind: 'absent' } : { kind: 'found', message: message.id }
    },
    edit: async () => ({ kind: 'gone' }),
    resolve: async () => ({ kind: 'unchecked' }),
  }
}
