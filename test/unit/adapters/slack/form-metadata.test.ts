import { describe, expect, it } from 'vitest'
import { readMetadata, writeMetadata } from '../../../../src/adapters/slack/form-metadata.ts'

describe('metadata of a form', () => {
  it('comes back as it went', () => {
    const metadata = {
      command: 'usersig.verify',
      channel: null,
      origin: 'k',
      found: null,
      locale: 'zh',
      timeZone: null,
    } as const
    expect(readMetadata(writeMetadata(metadata))).toEqual(metadata)
  })

  it.each([[''], ['{}'], ['null'], ['{"command":1}']])('is none in %j', (text) => {
    expect(readMetadata(text)).toBeNull()
  })
})
