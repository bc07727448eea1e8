import { z } from 'zod'
import { endingWithin } from '../../diagnostics/ending-within.ts'
import type { ChannelPost, ChannelRef, ChannelWriter, Edited, Posted } from '../../bot/ports/channels.ts'
import type { SurfaceDeps } from '../surface.ts'
import type { Reach } from './client-options.ts'
import { Routes } from './discord-js.ts'
import { drawPost } from './draw-post.ts'
import { findPost } from './find-post.ts'
import { WAITS } from './limits.ts'
import { nonceOf } from './post-names.ts'
import { ChannelDirectory } from './resolve-channel.ts'
import { writeForms } from './write-forms.ts'
import { createCallDiscord } from './writer-rest.ts'

const Message = z.object({ id: z.string(), attachments: z.array(z.unknown()).default([]) })
const Self = z.object({ id: z.string() })
/** Unknown channel, unknown message. */
const GONE = new Set(['10003', '10008'])

/** What a post needs: the channel's id where it is known by name only. */
type Target =
  | { kind: 'channel'; id: string }
  | { kind: 'refused'; code: string }
  | { kind: 'later'; code: string; afterMs: null }

/** Writes to Discord's channels by REST alone, so that a process without the gateway can. */
export function createChannelWriter(reach: Reach, deps: SurfaceDeps): ChannelWriter {
  const { bot, now, log } = deps
  const call = createCallDiscord(reach, deps, log)
  const directory = new ChannelDirectory(call, now)
  let self: string | null = null

  /** A thread is a channel of its own. */
  async function targetOf({ id, thread }: ChannelRef, signal: AbortSignal): Promise<Target> {
    if (thread !== null) return { kind: 'channel', id: thread }
    if (!id.startsWith('#')) return { kind: 'channel', id }
    const resolved = await directory.resolve(id, signal)
    if (resolved.kind === 'channel') return resolved
    return resolved.kind === 'unknown'
      ? { kind: 'refused', code: resolved.code }
      : { kind: 'later', code: 'channel-not-looked-up', afterMs: null }
  }

  async function selfId(signal: AbortSignal): Promise<string | null> {
    if (self !== null) return self
    const called = await call({ method: 'get', route: Routes.user() }, signal)
    self = called.kind === 'done' ? (Self.safeParse(called.body).data?.id ?? null) : null
    return self
  }

  async function post(to: ChannelRef, told: ChannelPost, end: AbortSignal): Promise<Posted> {
    const signal = endingWithin(end, 2 * WAITS.postCall)
    const target = await targetOf(to, signal)
    if (target.kind !== 'channel') return target
    const forms = drawPost(bot, told, now())
    const nonce = { nonce: nonceOf(told.key), enforce_nonce: true }
    const route = Routes.channelMessages(target.id)
    const called = await writeForms(call, { method: 'post', route }, forms, nonce, signal)
    if (called.kind !== 'done') return called
    const message = Message.safeParse(called.body).data
    if (message === undefined) return { kind: 'unclear', code: 'unreadable' }
    const pictured = told.card.blocks.some(({ kind }) => kind === 'image')
    const picture = !pictured ? 'none' : message.attachments.length > 0 ? 'shown' : 'failed'
    return { kind: 'posted', message: message.id, picture }
  }

  async function edit(to: ChannelRef, message: string, told: ChannelPost, end: AbortSignal): Promise<Edited> {
    const signal = endingWithin(end, 2 * WAITS.postCall)
    const target = await targetOf(to, signal)
    if (target.kind !== 'channel') return { kind: 'failed', code: target.code }
    const route = Routes.channelMessage(target.id, message)
    const called = await writeForms(call, { method: 'patch', route }, drawPost(bot, told, now()), {}, signal)
    if (called.kind === 'done') return { kind: 'edited' }
    return called.kind === 'refused' && GONE.has(called.code) ? { kind: 'gone' } : { kind: 'failed', code: called.code }
  }

  return {
    post,
    edit,
    async find(to, key, since, end) {
      const signal = endingWithin(end, WAITS.lookUp)
      const target = await targetOf(to, signal)
      if (target.kind !== 'channel') return { kind: 'unknown', code: target.code, allowed: target.kind === 'later' }
      const self = await selfId(signal)
      if (self === null) return { kind: 'unknown', code: 'own-name-not-known', allowed: true }
      return findPost(call, { channel: target.id, key, since, self }, signal)
    },
    resolve: (text, end) => directory.resolve(text, endingWithin(end, WAITS.lookUp)),
  }
}
