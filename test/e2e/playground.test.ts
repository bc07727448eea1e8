import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Bot } from '../../src/bot/bot.ts'
import type { Card } from '../../src/bot/card.ts'
import type { Request } from '../../src/bot/request.ts'
import { generateUsersig } from '../../src/diagnostics/usersig/generate-usersig.ts'
import { testApp, testBot } from '../support/bot.ts'
import { rawRequest, startPlayground, type PlaygroundRig } from '../support/http.ts'

const rigs: PlaygroundRig[] = []

async function start(changes: Parameters<typeof startPlayground>[0] = {}): Promise<PlaygroundRig> {
  const rig = await startPlayground(changes)
  rigs.push(rig)
  return rig
}

afterEach(async () => {
  await Promise.all(rigs.splice(0).map(({ server }) => server.stop(Date.now())))
})

const words = (text: string) => ({ kind: 'words', text })

async function said(rig: PlaygroundRig, input: unknown, changes?: Parameters<PlaygroundRig['ask']>[1]) {
  const response = await rig.ask(input, changes)
  expect(response.status).toBe(200)
  return (await response.json()) as { kind: string; html: string }
}

function signatureFor(userId: string, changes: { app?: string; ageDays?: number } = {}): string {
  const app = demoApps().find(({ name }) => name === (changes.app ?? 'demo'))!
  const made = generateUsersig({
    app,
    userId,
    ttlSeconds: 180 * 86_400,
    now: Date.now() - (changes.ageDays ?? 0) * 86_400_000,
    limits: { maxTtlSeconds: 180 * 86_400, allowAdministrator: false },
  })
  if (made.kind === 'refused') throw new Error(made.reason)
  return made.sig.reveal()
}

describe('the page', () => {
  test('comes whole, from here alone', async () => {
    const rig = await start()
    const response = await fetch(rig.url)
    const page = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(page).not.toMatch(/(?:src|href)="(?!\/playground\/)/)
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=/)
    for (const [, path = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const part = await fetch(new URL(path, rig.url))
      expect(part.status).toBe(200)
      expect(await part.text()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    }
  })

  test.each([
    ['', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['', 'fr-FR,en-GB;q=0.7', 'en'],
    ['', 'fr', 'en'],
    ['?lang=en', 'zh-CN', 'en'],
    ['?lang=zh', 'en', 'zh-CN'],
    ['?lang="><script>', 'zh', 'zh-CN'],
  ])('at /%s for %s is in %s', async (query, languages, tag) => {
    const rig = await start()
    const page = await (await fetch(rig.url + query, { headers: { 'accept-language': languages } })).text()
    expect(page).toContain(`<html lang="${tag}">`)
  })

  test('says that the apps are real where they are, and makes no signature for them', async () => {
    const rig = await start({ apps: [testApp('prod')] })
    const page = await (await fetch(rig.url)).text()
    expect(page).toContain('These are your configured apps')
    expect(page).not.toContain('verify alice eJ')
    expect(page).not.toContain('carol')
  })
})

describe('answers', () => {
  test.each([
    ['valid', signatureFor('alice'), 'card good', 'can log in with it'],
    ['expired', signatureFor('alice', { ageDays: 200 }), 'card bad', '70001'],
    ["another user's", signatureFor('bob'), 'card bad', '<code>bob</code>'],
    ["another app's", signatureFor('alice', { app: 'demo-global' }), 'card bad', '<code>20000001</code>'],
    ['damaged', signatureFor('alice').slice(0, -30), 'card bad', 'cut off'],
  ])('a signature that is %s', async (_, sig, tone, text) => {
    const rig = await start()
    const { kind, html } = await said(rig, words(`/usersig verify alice ${sig}`))
    expect(kind).toBe('reply')
    expect(html).toContain(tone)
    expect(html).toContain(text)
    expect(html).not.toContain(sig)
    expect(rig.logged()).not.toContain(sig)
  })

  test('in Chinese, in the zone of the reader', async () => {
    const rig = await start()
    const { html } = await said(rig, words(`/usersig verify alice ${signatureFor('alice')}`), {
      locale: 'zh',
      timeZone: 'Asia/Shanghai',
    })
    expect(html).toContain('alice 的 UserSig：有效')
    expect(html).toMatch(/title="[-\d]+ [:\d]+ UTC">[-\d]+ [:\d]+ GMT\+8</)
  })

  test('the owner may generate, and gets the signature to copy', async () => {
    const rig = await start()
    const { html } = await said(rig, words('/usersig generate alice --ttl 7d'))
    expect(html).toMatch(/<code>eJ[\w*-]+<\/code><\/pre><button type="button" data-copy/)
    expect(html).toContain('In chat, only you would see this.')
  })

  test('without arguments it is a form, whose fields make a call', async () => {
    const rig = await start()
    const form = await said(rig, words('/usersig verify'))
    expect(form.kind).toBe('form')
    expect(form.html).toContain('data-command="usersig.verify"')
    const args = { user: 'alice', sig: signatureFor('alice'), app: '', at: '' }
    expect((await said(rig, { kind: 'call', command: 'usersig.verify', args })).html).toContain('card good')
  })

  test('a press does what its button says', async () => {
    const rig = await start()
    const sig = signatureFor('alice')
    const { html } = await said(rig, words(`/usersig verify alice ${sig}`))
    const [, key] = /data-press="([^"]+)"/.exec(html) ?? []
    const shared = await said(rig, { kind: 'press', key })
    expect(shared.html).toContain('In chat, everyone in the channel would see this.')
    expect(shared.html).not.toContain(sig)
  })

  test('a button of before the restart says so', async () => {
    const { html } = await said(await start(), { kind: 'press', key: 'key-of-yesterday' })
    expect(html).toContain('This button is out of date')
  })

  test('what cannot be read gets help, and stays text', async () => {
    const { html } = await said(await start(), words('/usersig <img src=x onerror=alert(1)>'))
    expect(html).not.toContain('<img')
    expect(html).toContain('/usersig verify')
  })

  test('a bot that breaks tells its number, and the log holds it', async () => {
    const { bot } = testBot()
    const broken: Bot = { ...bot, answer: () => Promise.reject(new Error('broken here')) }
    const rig = await start({ bot: broken })
    const response = await rig.ask(words('/im help'))
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ kind: 'failed', text: expect.stringContaining('request-1') })
    expect(rig.logged()).toContain('"request":"request-1"')
  })
})

describe('an answer that takes its time', () => {
  const PARTS = 'application/x-ndjson, application/json;q=0.9'

  const card = (title: string): Card => ({ tone: 'info', title, blocks: [], actions: [] })

  /** A bot whose answers a test makes come, and the request that it is at. */
  async function startSlowly() {
    const { promise: begun, resolve: begin } = promised<Request>()
    const { promise: answered, resolve: answer } = promised<Card>()
    const bot: Bot = {
      ...testBot().bot,
      plan: () => ({ kind: 'answer', visibility: 'public' }),
      async answer(request) {
        begin(request)
        const shown = { card: await answered, visibility: 'public', locale: 'en', timeZone: null } as const
        return {
          ...shown,
          command: 'im.help',
          status: 'ok',
          result: null,
          error: null,
          publicCard: null,
          confidential: false,
        }
      },
    }
    const rig = await start({ bot })
    return {
      begun,
      answer,
      tell: async (title: string) => {
        const progress = { card: card(title), visibility: 'public', locale: 'en', timeZone: null } as const
        ;(await begun).onProgress?.(progress)
      },
      ask: (accept: string | null, signal: AbortSignal | null = null) =>
        fetch(`${rig.url}api/ask`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: rig.url.slice(0, -1),
            ...(accept === null ? {} : { accept }),
          },
          body: JSON.stringify({ input: words('/push why bob'), locale: 'en', timeZone: null }),
          signal,
        }),
    }
  }

  async function* partsOf(response: Response) {
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line) as { kind: string; html: string }
    }
    expect(rest).toBe('')
  }

  test('shows how far it has come before it is there', async () => {
    const { ask, tell, answer } = await startSlowly()
    const [response] = await Promise.all([ask(PARTS), tell('Checking <img src=x onerror=alert(1)>')])
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const parts = partsOf(response)
    const { value: first } = await parts.next()
    expect(first).toEqual({ kind: 'progress', html: expect.stringContaining('Checking &lt;img') })
    answer(card('All is well'))
    const { value: last } = await parts.next()
    expect(last).toEqual({ kind: 'reply', html: expect.stringContaining('All is well') })
    expect((await parts.next()).done).toBe(true)
  })

  test('is one object where nothing was told before it', async () => {
    const { ask, answer } = await startSlowly()
    answer(card('At once'))
    const response = await ask(PARTS)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({ kind: 'reply', html: expect.stringContaining('At once') })
  })

  test.each(['application/json', '*/*', null])('is one object for a script that accepts %s', async (accept) => {
    const { ask, begun, answer } = await startSlowly()
    const asked = ask(accept)
    expect((await begun).onProgress).toBeNull()
    answer(card('All is well'))
    expect(await (await asked).json()).toEqual({ kind: 'reply', html: expect.stringContaining('All is well') })
  })

  test.each(['before a sign of life', 'after one'])('is given up when the page goes away %s', async (moment) => {
    const { ask, begun, tell } = await startSlowly()
    const page = new AbortController()
    const asked = ask(PARTS, page.signal)
    asked.catch(() => {})
    const { signal } = await begun
    if (moment === 'after one') {
      await tell('Checking')
      await partsOf(await asked).next()
    }
    expect(signal.aborted).toBe(false)
    const aborted = once(signal, 'abort')
    page.abort()
    await aborted
  })
})

function promised<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((settle) => (resolve = settle))
  return { promise, resolve }
}

describe('only this machine, only this page', () => {
  const body = JSON.stringify({ input: words('/im help'), locale: 'en', timeZone: null })
  const json = { 'content-type': 'application/json' }

  test.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', async (name) => {
    const { url, port } = await start()
    const host = `${name}:${port}`
    expect((await rawRequest(url, { headers: { host } })).status).toBe(200)
    const asked = await rawRequest(`${url}api/ask`, {
      method: 'POST',
      headers: { ...json, host, origin: `http://${host}` },
      body,
    })
    expect(asked.status).toBe(200)
  })

  test.each([
    { host: 'evil.example' },
    { host: 'localhost.evil.example:3000' },
    { host: '127.0.0.1.nip.io' },
    { host: '0.0.0.0:3000' },
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { via: '1.1 proxy' },
  ])('%j is not', async (headers) => {
    const { url } = await start()
    for (const path of ['', 'playground/page.js'])
      expect((await rawRequest(url + path, { headers: { ...headers } })).status).toBe(403)
    const { host = '' } = headers
    const asked = await rawRequest(`${url}api/ask`, {
      method: 'POST',
      headers: { ...json, ...headers, ...(host === '' ? {} : { origin: `http://${host}` }) },
      body,
    })
    expect(asked.status).toBe(403)
  })

  test('nor is a name that is none', async () => {
    const { url } = await start()
    expect((await rawRequest(url, { headers: { host: 'localhost@evil.example' } })).status).toBe(400)
  })

  test.each([
    ['another site', { origin: 'http://evil.example' }, 403],
    ['a page without origin', { origin: 'null' }, 403],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['no page at all', {}, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('%s may not ask', async (_, headers: Record<string, string>, status) => {
    const { url } = await start()
    const own = 'content-type' in headers ? { origin: url.slice(0, -1) } : {}
    const response = await rawRequest(`${url}api/ask`, {
      method: 'POST',
      headers: { ...json, ...own, ...headers },
      body,
    })
    expect(response.status).toBe(status)
  })

  test('what is no question is refused', async () => {
    const { url } = await start()
    const headers = { ...json, origin: url.slice(0, -1) }
    expect((await rawRequest(`${url}api/ask`, { method: 'POST', headers, body: '{"input":7}' })).status).toBe(400)
  })

  test('the rest of the server is open to all', async () => {
    const { url } = await start()
    expect((await rawRequest(`${url}healthz`, { headers: { host: 'bot.example' } })).status).toBe(200)
    expect((await rawRequest(`${url}nothing`, { headers: { host: 'bot.example' } })).status).toBe(404)
  })
})
