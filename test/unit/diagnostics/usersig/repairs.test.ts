import { describe, expect, it } from 'vitest'
import { ask, codes, craft, findingOf, PROD } from './craft.ts'

/** A signature whose text has this shape, found by trying users. */
function sigLike(isWanted: (sig: string) => boolean): { sig: string; userId: string } {
  for (let number = 0; number < 20_000; number++) {
    const userId = `user${number}`
    const sig = craft({ userId })
    if (isWanted(sig)) return { sig, userId }
  }
  throw new Error('no such signature')
}

function toStandard(sig: string): string {
  return sig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
}

function starsOf(sig: string): number {
  return sig.split('*').length - 1
}

const RICH = sigLike((sig) => starsOf(sig) === 2 && sig.includes('-') && sig.endsWith('_'))
const { sig: SIG, userId: USER } = RICH
const expected = { userId: USER, app: PROD }

type Case = [name: string, text: string]

/** What became of a damaged text, in one object to be compared. */
function recover(text: string, code: 'markup' | 'quoted' | 'whitespace' | 'url-encoded') {
  const report = ask(text, { expected })
  const finding = findingOf(report, code)
  return { verdict: report.verdict, userId: report.userId, severity: finding?.severity, params: finding?.params }
}

function recovered(params: object = {}) {
  // Whatever was undone is claimed to be right only because the checksum says so.
  return { verdict: 'valid', userId: USER, severity: 'warning', params }
}

describe('markup is undone', () => {
  const around = (mark: string): Case => [mark, `${mark}${SIG}${mark}`]
  it.each(['*', '_', '**', '__', '***', '~', '~~', '||'].map(around))('emphasis by %s', (_, text) => {
    expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['emphasis'] }))
  })

  it.each<Case>([
    ['emphasis in one another', `**_${SIG}_**`],
    ['a mark before only', `*${SIG}`],
  ])('%s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['emphasis'] })))

  it('emphasis around one that ends in marks of its own', () => {
    for (const tail of ['*', '_', '__']) {
      const { sig, userId } = sigLike((one) => one.endsWith(tail))
      for (const mark of ['*', '_', '__']) {
        expect(ask(mark + sig + mark, { expected: { userId, app: PROD } }).verdict).toBe('valid')
      }
    }
  })

  it.each<Case>([
    ['a fence', `\`\`\`\n${SIG}\n\`\`\``],
    ['a fence with a language', `\`\`\`text\r\n${SIG}\r\n\`\`\``],
    ['a fence on one line', `\`\`\`${SIG}\`\`\``],
    ['a fence that is not closed', `\`\`\`\n${SIG}`],
    ['words around a fence', `see this:\n\`\`\`\n${SIG}\n\`\`\`\nthanks`],
  ])('%s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['code-fence'] })))

  it.each<Case>([
    ['an auto-link with a label', `<http://${SIG}|${SIG}>`],
    ['a link by mail', `<mailto:${SIG}|${SIG}>`],
    ['a mention', `<@U012AB3CD|${SIG}>`],
    ['a link in the text way', `[${SIG}](https://example.com)`],
  ])('%s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['link'] })))

  it.each<Case>([
    ['> ', `> ${SIG}`],
    ['on each line', `> ${SIG.slice(0, 80)}\n> ${SIG.slice(80)}`],
  ])('quote marks %s', (_, text) =>
    expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['quote-mark'] })),
  )

  it('entities', () => {
    expect(recover(`&gt; ${SIG}`, 'markup')).toMatchObject(recovered({ repairs: ['entities', 'quote-mark'] }))
    expect(recover(`&quot;${SIG}&quot;`, 'markup')).toMatchObject(recovered({ repairs: ['entities'] }))
    expect(recover(`&#39;${SIG}&#39;`, 'quoted')).toMatchObject(recovered())
  })

  it.each(['\\*', '\\_', '\\-'])('backslashes: %s', (escaped) => {
    const mark = escaped.slice(1)
    expect(recover(SIG.replaceAll(mark, escaped), 'markup')).toMatchObject(recovered({ repairs: ['escape'] }))
  })

  it.each(['usersig=', 'sig: ', 'UserSig：', 'userSig = ', '**UserSig:** ', 'signature is ', '签名：', 'user_sig='])(
    'label %s',
    (label) => {
      expect(recover(label + SIG, 'markup')).toMatchObject(recovered())
      expect(findingOf(ask(label + SIG, { expected }), 'markup')?.params).toMatchObject({ repairs: ['label'] })
    },
  )

  it.each<Case>([
    ['a query', `?usersig=${SIG}&identifier=${USER}`],
    ['a URL', `https://console.tim.qq.com/v4/openim/querystate?sdkappid=1&identifier=a&usersig=${SIG}&random=1`],
  ])('%s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['label'] })))

  it.each<Case>([
    ['a member', JSON.stringify({ userSig: SIG })],
    ['a member deep within', JSON.stringify({ code: 0, data: { sdkAppId: 1, sig: SIG } })],
    ['a member of another name', JSON.stringify({ code: 0, token: SIG })],
    ['a list', JSON.stringify([SIG])],
  ])('JSON: %s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['json-wrapper'] })))

  it.each<Case>([
    ['curly quotes', `“${SIG}”`],
    ['one curly quote', `‘${SIG}`],
    ['en dashes', SIG.replaceAll('-', '–')],
    ['minus signs', SIG.replaceAll('-', '\u2212')],
    ['hyphens that do not break', SIG.replaceAll('-', '\u2011')],
  ])('smart punctuation: %s', (_, text) => {
    expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['smart-punctuation'] }))
  })

  it('an em dash for two hyphens and an en dash for two', () => {
    const { sig, userId } = sigLike((one) => one.includes('--'))
    for (const dash of ['—', '–']) {
      expect(ask(sig.replaceAll('--', dash), { expected: { userId, app: PROD } })).toMatchObject({
        verdict: 'valid',
        findings: [{ code: 'markup', params: { repairs: ['smart-punctuation'] } }],
      })
    }
  })

  it.each<Case>([
    ['all', SIG.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0))],
    ['marks', SIG.replaceAll('*', '＊').replaceAll('_', '＿').replaceAll('-', '－')],
  ])('full-width characters: %s', (_, text) =>
    expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['full-width'] })),
  )

  it('lost padding', () =>
    expect(recover(SIG.replace(/_+$/, ''), 'markup')).toMatchObject(recovered({ repairs: ['padding'] })))

  it.each<Case>([
    ['the standard one', toStandard(SIG)],
    ['the standard one without padding', toStandard(SIG).replace(/=+$/, '')],
    ['RFC 4648', toStandard(SIG).replaceAll('+', '-').replaceAll('/', '_')],
    ['RFC 4648 without padding', toStandard(SIG).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')],
    ['blanks for plus', toStandard(SIG).replaceAll('+', ' ')],
  ])('another alphabet: %s', (_, text) => {
    expect(recover(text, 'markup')).toMatchObject(recovered())
    const { repairs } = Object(findingOf(ask(text, { expected }), 'markup')?.params)
    expect(repairs).toContain('alphabet')
  })

  it.each<Case>([
    ['before and after', `please check ${SIG} for ${USER}, thanks`],
    ['in another tongue', `帮我看看：${SIG}，谢谢`],
  ])('words %s', (_, text) => expect(recover(text, 'markup')).toMatchObject(recovered({ repairs: ['label'] })))
})

describe('other wrappings have findings of their own', () => {
  it.each([
    ['"', '"'],
    ["'", "'"],
    ['`', '`'],
    ['「', '」'],
    ['(', ')'],
    ['[', ']'],
    ['<', '>'],
    ['{', '}'],
    ['"\'', '\'"'],
    ['', '.'],
    ['', ','],
    ['', '。'],
    ['', '!'],
    ['', ';'],
  ])('quoted by %s and %s', (open, close) => expect(recover(open + SIG + close, 'quoted')).toMatchObject(recovered()))

  it.each<Case>([
    ['a line feed after', `${SIG}\n`],
    ['lines of 64', SIG.replace(/(.{64})/g, '$1\r\n')],
    ['blanks', SIG.replace(/(.{50})/g, '$1 ')],
    ['a no-break space', `\u00a0${SIG}`],
    ['a zero-width space', `${SIG.slice(0, 90)}\u200b${SIG.slice(90)}`],
    ['a byte order mark', `\ufeff${SIG}`],
    ['a soft hyphen', `${SIG.slice(0, 90)}\u00ad${SIG.slice(90)}`],
  ])('whitespace: %s', (_, text) => {
    expect(recover(text, 'whitespace')).toMatchObject(recovered())
    expect(codes(ask(text, { expected }))).toEqual(['whitespace'])
  })

  it.each([1, 2, 3])('url-encoded %i times', (times) => {
    let text = SIG
    for (let time = 0; time < times; time++)
      text = text.replace(/[^A-Za-z0-9]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    expect(recover(text, 'url-encoded')).toMatchObject(recovered({ times }))
  })

  it('url-encoded from the standard alphabet, as a log shows it', () => {
    expect(recover(encodeURIComponent(toStandard(SIG)), 'url-encoded')).toMatchObject(recovered({ times: 1 }))
  })

  it('all at once', () => {
    const report = ask(`> **UserSig:** \`"${SIG.slice(0, 70)}\n${SIG.slice(70).replaceAll('*', '%2A')}"\``, {
      expected,
    })
    expect(report.verdict).toBe('valid')
    expect(codes(report)).toEqual(['markup', 'url-encoded', 'whitespace', 'quoted'])
  })
})

describe('eaten characters are restored', () => {
  it.each([1, 2])('%i of them, wherever they were', (count) => {
    for (const wanted of [count, count + 1, count + 4]) {
      const { sig, userId } = sigLike((one) => starsOf(one) === wanted)
      let left = count
      const eaten = sig.replace(/\*/g, (star) => (left-- > 0 ? '' : star))
      for (const text of [eaten, eaten.replace(/_+$/, '')]) {
        const report = ask(text, { expected: { userId, app: PROD } })
        expect(report.verdict).toBe('valid')
        const finding = findingOf(report, 'markup')
        expect(finding?.params).toMatchObject({ restored: count })
      }
    }
  })

  it('two in a row', () => {
    const { sig, userId } = sigLike((one) => one.includes('**'))
    expect(ask(sig.replace('**', ''), { expected: { userId, app: PROD } })).toMatchObject({
      verdict: 'valid',
      findings: [{ code: 'markup', params: { repairs: ['eaten-characters'], restored: 2 } }],
    })
  })

  it('in a signature that is not compressed, and in one with a ticket', () => {
    const userbuf = Buffer.from('some bytes of our own').toString('base64')
    for (const recipe of [{ level: 0 }, { level: 1 }, { userbuf }]) {
      for (let number = 0; number < 30; number++) {
        const userId = `guest-${number}`
        const sig = craft({ ...recipe, userId })
        if (starsOf(sig) < 2) continue
        const eaten = sig.replace('*', '').replace(/\*([^*]*)$/, '$1')
        expect(ask(eaten, { expected: { userId, app: PROD } }).verdict).toBe('valid')
      }
    }
  })

  it('and the rest is judged as ever', () => {
    const report = ask(SIG.replaceAll('*', ''), { expected: { userId: 'bob', app: PROD } })
    expect(report.verdict).toBe('invalid')
    expect(codes(report)).toEqual(['wrong-userid', 'markup'])
  })
})

describe('what cannot be proved is not repaired', () => {
  it('a changed letter with marks eaten besides', () => {
    const changed = SIG.replaceAll('*', '').replace(
      /^(.{60})./,
      (_, head: string) => `${head}${SIG.charAt(60) === 'A' ? 'B' : 'A'}`,
    )
    expect(ask(changed, { expected }).verdict).toBe('invalid')
  })

  it('a lost letter that no chat client eats', () => {
    expect(ask(SIG.slice(0, 60) + SIG.slice(61), { expected }).verdict).toBe('invalid')
  })
})
