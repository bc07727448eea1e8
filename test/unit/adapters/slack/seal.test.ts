import { describe, expect, it } from 'vitest'
import { createSeal } from '../../../../src/adapters/slack/seal.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

const NOW = 1_700_000_000_000
const seal = createSeal(new Secret('xoxb-1'), () => NOW)
const sealed = seal.close(new Secret('eJw*签名'), 'U1', NOW + 1000)

describe('what is sealed', () => {
  it('is opened for its owner, by every process with the same token', () => {
    const other = createSeal(new Secret('xoxb-1'), () => NOW)
    expect(other.open(sealed, 'U1')?.reveal()).toBe('eJw*签名')
  })

  it.each([
    ['somebody else', seal, 'U2', sealed],
    ['another bot', createSeal(new Secret('xoxb-2'), () => NOW), 'U1', sealed],
    ['who comes too late', createSeal(new Secret('xoxb-1'), () => NOW + 1000), 'U1', sealed],
    ['who alters it', seal, 'U1', `${sealed.slice(0, -4)}AAAA`],
    ['who cuts it', seal, 'U1', sealed.slice(0, 20)],
    ['who has something else', seal, 'U1', 'form'],
    ['who has nothing', seal, 'U1', ''],
  ])('is not opened for %s', (_, by, owner, text) => {
    expect(by.open(text, owner)).toBeNull()
  })

  it('says nothing by itself, and is never twice the same', () => {
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('eJw')
    expect(seal.close(new Secret('eJw*签名'), 'U1', NOW + 1000)).not.toBe(sealed)
  })
})
