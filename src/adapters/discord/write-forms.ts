import type { Called, CallDiscord, WriterCall } from './writer-rest.ts'
import { bodyOf, type PostForms } from './draw-post.ts'
import type { Payload } from './render-reply.ts'

/** What else a message may be refused for: no permission for an embed, or nothing left of it without. */
const EMBED_REFUSALS = new Set(['50013', '50006'])
/** A file: explicit content, too large, no permission, not valid, too large, not valid, the whole request too large. */
const FILE_REFUSALS = new Set(['20009', '40005', '50013', '50035', '50045', '50046', '413'])

/**
 * Writes a message in the first of its forms that Discord takes. It is repeated once where nobody knows what became of it, and
 * then without its files, which may be what takes so long: so only calls that are safe to be repeated.
 */
export async function writeForms(
  call: CallDiscord,
  { method, route }: Pick<WriterCall, 'method' | 'route'>,
  forms: PostForms,
  more: object,
  signal: AbortSignal,
): Promise<Called> {
  const left = [...forms]
  let doubt: Called | null = null
  let called: Called = { kind: 'refused', code: 'nothing' }
  for (let form = left.shift(); form !== undefined; ) {
    const { body, ...files } = bodyOf(form)
    called = await call({ method, route, body: { ...body, ...more }, ...files }, signal)
    if (called.kind === 'done') return called
    if (called.kind === 'unclear' && doubt === null && !signal.aborted) {
      doubt = called
      if (form.files !== undefined) form = left.shift()
    } else if (called.kind === 'refused' && mayPass(form, called.code)) {
      form = left.shift()
    } else {
      break
    }
  }
  // An earlier attempt may have been stored, whatever became of the next.
  return doubt ?? called
}

const mayPass = ({ files, embeds }: Payload, code: string): boolean =>
  (files !== undefined && FILE_REFUSALS.has(code)) || (embeds.length > 0 && EMBED_REFUSALS.has(code))
