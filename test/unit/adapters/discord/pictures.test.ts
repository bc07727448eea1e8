import { describe, expect, it } from 'vitest'
import { withoutPictures } from '../../../../src/adapters/discord/pictures.ts'
import { cardPayload } from '../../../../src/adapters/discord/render-reply.ts'
import { renderRich } from '../../../../src/adapters/discord/render-rich.ts'
import type { Block } from '../../../../src/bot/card.ts'
import { person } from '../../../../src/bot/rich.ts'
import { MessageBody } from '../../../servers/discord/check-message.ts'
import { PICTURE, postOf } from '../../../servers/discord/post-of.ts'

const drawn = (blocks: readonly Block[]) => cardPayload({ keep: () => 'key' }, postOf('r', blocks).card, 'en', null)
const named = (name: string, size = 10): Block => ({ kind: 'image', png: new Uint8Array(size), name, alt: 'a *chart*' })

describe('pictures of a card', () => {
  it('have names that Discord leaves as they are, each its own', () => {
    const { files, embeds } = drawn([named('损失 chart.png'), named('b.png')])
    expect(files?.map(({ name }) => name)).toEqual(['-chart.png', 'b-2.png'])
    expect(embeds.map(({ image }) => image?.url)).toEqual(['attachment://-chart.png', 'attachment://b-2.png'])
  })

  it('are words where they are too large to be sent', () => {
    const { files, embeds } = drawn([named('a.png', 11 * 1024 * 1024)])
    expect(files).toBeUndefined()
    expect(embeds[0]?.description).toContain(String.raw`-# a \*chart\*`)
  })

  it('leave nothing empty behind, and no more text than Discord takes', () => {
    const text: Block = { kind: 'text', text: ['word '.repeat(3000)] }
    const bare = withoutPictures(drawn([text, PICTURE, PICTURE]))
    expect(bare.embeds.every(({ image }) => image === undefined)).toBe(true)
    expect(MessageBody.safeParse(bare).error?.issues ?? []).toEqual([])
  })
})

describe('a person', () => {
  it.each([
    ['discord', '1300000000000000001', '<@1300000000000000001>'],
    ['slack', 'U012*3', String.raw`U012\*3`],
    ['discord', '1> <@everyone', renderRich(['1> <@everyone'], 100).text],
  ])('of %s by the id %s', (platform, id, shown) => {
    expect(renderRich([person(platform, id)], 100).text).toBe(shown)
  })
})
