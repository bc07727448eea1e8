import { describe, expect, it } from 'vitest'
import { cutPlain, escapeText, fence, inlineCode, visible } from '../../../../src/adapters/discord/escape-text.ts'

describe('escapeText', () => {
  it.each([
    ['**bold** __u__ ~~s~~ ||sp||', '\\*\\*bold\\*\\* \\_\\_u\\_\\_ \\~\\~s\\~\\~ \\|\\|sp\\|\\|'],
    ['[here](https://evil.example)', '\\[here\\](https\\://evil.example)'],
    ['# big', '\\# big'],
    ['-# small', '\\-# small'],
    ['- item', '\\- item'],
    ['> quote', '\\> quote'],
    ['one\n1. two', 'one\n1\\. two'],
    [':smile: at 12:30', '\\:smile: at 12:30'],
    ['<@123> <@&4> <#5> </a:6> <t:7:R>', '\\<@\u200b123\\> \\<@\u200b&4\\> \\<#5\\> \\</a:6\\> \\<t\\:7:R\\>'],
    ['@everyone @HERE a@b.example', '@\u200beveryone @\u200bHERE a@b.example'],
    ['back\\slash `tick`', 'back\\\\slash \\`tick\\`'],
    ['a-b 中文 2026-11-25', 'a-b 中文 2026-11-25'],
  ])('shows %j as it stands', (text, markup) => {
    expect(escapeText(text)).toBe(markup)
  })
})

describe('visible', () => {
  it('shows what would change the characters around it', () => {
    expect(visible('a\u202eb\u0000c\ud800d\r\ne')).toBe('a\ufffdb\ufffdc\ufffdd\ne')
  })

  it('leaves emoji and joiners alone', () => {
    expect(visible('👩‍💻 中')).toBe('👩‍💻 中')
  })
})

describe('inlineCode', () => {
  it('cannot be ended from within', () => {
    expect(inlineCode('a`b\nc')).toBe('`aˋb c`')
  })

  it('shows something for nothing', () => {
    expect(inlineCode('')).toBe('` `')
  })

  it('is capped', () => {
    expect(inlineCode('x'.repeat(400))).toBe(`\`${'x'.repeat(299)}…\``)
  })
})

describe('fence', () => {
  it('breaks up a fence inside', () => {
    expect(fence('a```b')).toBe('```\na`\u200b``\u200bb\n```')
  })
})

describe('cutPlain', () => {
  it('never cuts a character in half', () => {
    expect(cutPlain('ab😀cd', 4)).toBe('ab…')
    expect(cutPlain('ab😀cd', 5)).toBe('ab😀…')
    expect(cutPlain('ab', 2)).toBe('ab')
  })
})
