import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Block, Card } from '../../bot/card.ts'
import type { SurfaceObserver } from '../surface.ts'
import { within } from '../within.ts'
import { clamp } from './clamp.ts'
import type { FileApi } from './file-api.ts'
import { LIMITS, TIMES } from './limits.ts'

type Image = Extract<Block, { kind: 'image' }>

/** Ids of the files that show a card's images; an image that is missing is told by its alt text. */
export type Pictures = ReadonlyMap<Block, string>

export const NO_PICTURES: Pictures = new Map()

/** Brings a card's images to Slack, before the message that shows them. Bounded, never rejects. */
export type UploadPictures = (card: Card, atMost: number) => Promise<Pictures>

export interface PictureDeps {
  files: FileApi
  log: Logger
  observe: SurfaceObserver
}

export const imagesOf = ({ blocks }: Card): readonly Image[] => blocks.filter((block) => block.kind === 'image')

export function createUploadPictures({ files, log, observe }: PictureDeps): UploadPictures {
  return async (card, atMost) => {
    const images = imagesOf(card)
    if (images.length === 0) return NO_PICTURES
    const end = performance.now() + atMost
    const uploaded = await Promise.all(
      images.map(async (image) => [image, await within(upload(image, end), atMost, null)] as const),
    )
    const pictures = new Map<Block, string>()
    for (const [image, id] of uploaded) {
      if (id !== null) pictures.set(image, id)
    }
    if (pictures.size < images.length) log.warn({ missing: images.length - pictures.size }, 'picture not uploaded')
    return pictures
  }

  /** Id of the file; null where it cannot be shown. */
  async function upload({ png, name, alt }: Image, end: number): Promise<string | null> {
    const begun = await files.begin({ name, bytes: png.byteLength, alt: clamp(alt, LIMITS.altText) })
    if (!begun.ok) return null
    const { id, url } = begun.value
    const sent = await files.send(url, png)
    if (!sent.ok) {
      observe.platformError('slack', 'upload', sent.failure.code)
      return null
    }
    const completed = await files.complete(id, name)
    // Where that may have been done all the same, the file itself tells.
    if (!completed.ok && !completed.failure.maybeDone) return null
    return (await becomesReady(id, Math.min(end, performance.now() + TIMES.pictureReady))) ? id : null
  }

  /** A message that shows a file which Slack is still busy with is refused as a whole. */
  async function becomesReady(id: string, end: number): Promise<boolean> {
    for (let pause = 150; ; pause *= 1.5) {
      const ready = await files.isReady(id)
      if (!ready.ok) return mayBeReady(ready.failure.code, end)
      if (ready.value) return true
      if (performance.now() + pause > end) return false
      await sleep(pause)
    }
  }

  /** Without the scope nobody can look; so it is given a moment, and if that was too short the message is refused. */
  async function mayBeReady(code: string, end: number): Promise<boolean> {
    if (code !== 'missing_scope') return false
    await sleep(Math.max(0, Math.min(TIMES.pictureUnseen, end - performance.now())))
    return true
  }
}
