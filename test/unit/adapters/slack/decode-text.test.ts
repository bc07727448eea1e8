import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/adapters/slack/decode-text.ts'

const decode = (text: string): string => decodeText(text, 'U0BOT')

describe('decodeText', () => {
  it.each([
    ['the mention before', '<@U0BOT> im help', 'im help'],
    ['the mention with a name and a colon', '<@U0BOT|doctor>: im help', 'im help'],
    ['the mention after', 'what does 70009 mean? <@U0BOT>', 'what does 70009 mean?'],
    ['the mention between', 'usersig <@U0BOT> inspect eJw', 'usersig  inspect eJw'],
    ['a greeting before the mention', 'hey <@U0BOT> what does 70009 mean?', 'what does 70009 mean?'],
    ['a greeting in Chinese', '你好，<@U0BOT> 70009 是什么意思', '70009 是什么意思'],
    ['the mention of another', '<@U0BOT> usersig verify <@U42|alice> eJw', 'usersig verify @alice eJw'],
    ['a mention without a name', 'usersig verify <@U42>', 'usersig verify @U42'],
    ['a channel, which is known by its id', 'in <#C1|ops> and <#C2>', 'in <#C1|ops> and <#C2>'],
    ['an address', 'verify <mailto:a@b.example|a@b.example> eJw', 'verify a@b.example eJw'],
    ['an address without a label', '<mailto:a@b.example>', 'a@b.example'],
    ['a link that was made of a name', '<http://im.example|im.example>', 'im.example'],
    ['a link that was typed', '<https://im.example/x?a=1&amp;b=2>', 'https://im.example/x?a=1&b=2'],
    ['a group', '<!subteam^S1|@oncall> and <!here>', '@oncall and @here'],
    ['entities, once', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['brackets that are not of Slack', '<user> <sig>', '<user> <sig>'],
    ['markup, which may be part of a signature', '*eJw_a*b_*', '*eJw_a*b_*'],
  ])('understands %s', (_, text, typed) => {
    expect(decode(text)).toBe(typed)
  })

  it('leaves words before the mention that are no greeting', () => {
    expect(decode('alice <@U0BOT> help')).toBe('alice  help')
  })
})
