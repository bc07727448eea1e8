import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Bot } from '../../src/bot/bot.ts'
import type { Card } from '../../src/bot/card.ts'
import type { Request } from '../../src/bot/request.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { testBot } from '../support/bot.ts'
import { startPlayground, type PlaygroundRig } from '../support/http.ts'
import { CHROMIUM } from './chromium.ts'

let browser: Browser
let rig: PlaygroundRig
const pages: { page: Page; problems: string[] }[] = []
/** Those of one test alone. */
const rigs: PlaygroundRig[] = []

beforeAll(async () => {
  rig = await startPlayground()
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser.close()
  await rig.server.stop(Date.now() + 5_000)
})

/** Chromium says so of about every second body that a page read as a stream, to its last byte. */
const READ_TO_ITS_END = /api\/ask failed: net::ERR_ABORTED$/

/** No test passes with an error in the console, a request that failed, or one to another machine. */
afterEach(async () => {
  const found: string[] = []
  for (const { page, problems } of pages.splice(0)) {
    found.push(...problems.filter((problem) => rigs.length === 0 || !READ_TO_ITS_END.test(problem)))
    await page.context().close()
  }
  await Promise.all(rigs.splice(0).map(({ server }) => server.stop(Date.now())))
  if (found.length > 0) throw new Error(found.join('\n'))
})

async function open(options: BrowserContextOptions = {}, path = '', url = rig.url): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Asia/Shanghai', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed: ${request.failure()?.errorText}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) problems.push(`${request.url()} is elsewhere`)
  })
  await page.goto(url + path)
  pages.push({ page, problems })
  return page
}

const box = (page: Page, name = 'Command or question') => page.getByRole('textbox', { name, exact: true })
const card = (page: Page, name: string) => page.getByRole('article', { name })

async function type(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
}

test('a typed command gets its card', async () => {
  const page = await open()
  await type(page, 'what does 70009 mean?')
  await card(page, 'Error code 70009').waitFor()
  const log = page.getByRole('log', { name: 'Conversation' })
  expect(await log.getAttribute('aria-live')).toBe('polite')
  expect(await log.innerText()).toContain('what does 70009 mean?')
  expect(await box(page).inputValue()).toBe('')
})

test('a signature is verified in the zone of the reader, and can be shared', async () => {
  const page = await open()
  await type(page, '/usersig generate alice')
  const sig = await page.locator('#log pre').innerText()
  await type(page, `/usersig verify alice ${sig.trim()}`)
  const verified = card(page, 'UserSig of alice: valid')
  await verified.waitFor()
  expect(await verified.locator('time').first().innerText()).toContain('GMT+8')
  expect(await verified.locator('time').first().getAttribute('title')).toMatch(/ UTC$/)
  await verified.getByRole('button', { name: 'Share without the signature' }).click()
  await page.getByText('In chat, everyone in the channel would see this.').waitFor()
  expect(await card(page, 'UserSig of alice: valid').count()).toBe(2)
})

test('every example gets an answer', async () => {
  const page = await open()
  const examples = page.locator('[data-example]')
  const count = await examples.count()
  expect(count).toBe(6)
  for (let index = 0; index < count; index++) {
    await examples.nth(index).click()
    await page.locator('#log .card').nth(index).waitFor()
  }
  expect(await page.locator('#log .failed').count()).toBe(0)
  expect(await page.locator('.cast').innerText()).toContain('alice, bob, carol, dave, erin, grace, heidi or tina')
})

test('the language changes around the conversation', async () => {
  const page = await open()
  await type(page, '/im apps')
  await card(page, 'Configured apps').waitFor()
  await box(page).fill('half a question')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { name: 'IM Doctor 演练场' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await focus(page).getAttribute('aria-pressed')).toBe('true')
  expect(await focus(page).innerText()).toBe('中文')
  expect(await box(page, '命令或问题').inputValue()).toBe('half a question')
  expect(await card(page, 'Configured apps').count()).toBe(1)
  await page.getByRole('button', { name: '别人的 UserSig' }).click()
  await card(page, 'alice 的 UserSig：无效').waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'IM Doctor 演练场' }).waitFor()
})

test('the language is the browser’s to begin with', async () => {
  const page = await open({ locale: 'zh-CN' })
  expect(await page.title()).toBe('IM Doctor 演练场')
})

test('the form by keyboard alone, its fields named', async () => {
  const page = await open()
  await page.keyboard.type('/usersig verify')
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'Verify a UserSig' })
  await form.waitFor()
  const { args } = textsFor('en').commands['usersig.verify']
  for (const name of [args.user.field, args.sig.field, `${args.app.field} (optional)`, `${args.at.field} (optional)`])
    expect(await form.getByRole('textbox', { name, exact: true }).count()).toBe(1)
  const hint = await focus(page).getAttribute('aria-describedby')
  expect(await page.locator(`id=${hint}`).innerText()).toBe(args.user.hint)
  await page.keyboard.type('alice')
  await page.keyboard.press('Tab')
  await page.keyboard.type('eJwtzMEKgkAU')
  for (const _ of ['app', 'at', 'submit']) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await card(page, 'UserSig of alice: not valid').waitFor()
  expect(await form.count()).toBe(0)
  const log = await page.getByRole('log').innerText()
  expect(log).toContain('Verify a UserSig · alice')
  expect(log).not.toContain('eJwtzMEKgkAU')
  expect(await focus(page).getAttribute('id')).toBe('ask')
})

test('a form that is cancelled goes, and the box has the focus', async () => {
  const page = await open()
  await type(page, '/usersig verify')
  await page.getByRole('form').getByRole('button', { name: 'Cancel' }).click()
  expect(await page.getByRole('form', { name: 'Verify a UserSig' }).count()).toBe(0)
  expect(await focus(page).getAttribute('id')).toBe('ask')
})

test('earlier questions come back with the arrows', async () => {
  const page = await open()
  await type(page, '/im apps')
  await card(page, 'Configured apps').waitFor()
  await type(page, '/im help')
  await card(page, 'What I can do').waitFor()
  await page.keyboard.press('ArrowUp')
  expect(await box(page).inputValue()).toBe('/im help')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await box(page).inputValue()).toBe('/im apps')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await box(page).inputValue()).toBe('')
})

test('Enter that chooses a character does not send', async () => {
  const page = await open()
  await box(page).fill('错误码')
  await box(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await page.keyboard.press('Shift+Enter')
  expect(await box(page).inputValue()).toBe('错误码\n')
  expect(await page.locator('.message').count()).toBe(0)
})

test('everything can be reached by Tab, and is seen to be', async () => {
  const page = await open()
  await type(page, '/usersig generate alice --ttl 7d')
  await page.getByRole('button', { name: 'Copy', exact: true }).waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  const reached: string[] = []
  for (let step = 0; step < 20 && reached.at(-1) !== 'Send'; step++) {
    await page.keyboard.press('Tab')
    const text = (await focus(page).textContent()) ?? ''
    reached.push(text)
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    expect([text, outline]).toEqual([text, 'solid'])
  }
  for (const name of ['English', '中文', 'Why does bob get no push?', 'One cut off while copying', 'Copy', 'Send'])
    expect(reached).toContain(name)
})

test('a signature is copied whole', async () => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await type(page, '/usersig generate alice')
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const shown = await page.locator('#log pre').innerText()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(shown.trim())
})

test('what is typed never becomes markup', async () => {
  const page = await open()
  await type(page, '/usersig <img src=x onerror="document.title=1"> <b>bold</b>')
  await page.getByRole('article').waitFor()
  expect(await page.locator('#log img, #log b').count()).toBe(0)
  expect(await page.title()).toBe('IM Doctor playground')
})

test.each([360, 800, 1280])('nothing is wider than a window of %i', async (width) => {
  const page = await open({ viewport: { width, height: 740 } })
  for (const text of ['/usersig generate alice', '/im apps', '/im help', '/usersig verify']) {
    const cards = await page.locator('#log .card').count()
    await type(page, text)
    await page.locator('#log .card').nth(cards).waitFor()
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  expect(await box(page).isVisible()).toBe(true)
})

test('every control has a name, also in the dark', async () => {
  const page = await open({ colorScheme: 'dark' })
  await type(page, '/usersig verify')
  await page.getByRole('form', { name: 'Verify a UserSig' }).waitFor()
  const tree = await page.locator('body').ariaSnapshot()
  expect(tree).not.toMatch(/- (?:button|textbox|article|form|region|log|group)\s*(?::|$)/m)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(15, 18, 22)')
})

test('a bot that is gone is said to be, and the text is kept', async () => {
  const other = await startPlayground()
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(other.url)
  await other.server.stop(Date.now())
  await type(page, '/im help')
  await page.getByText('IM Doctor cannot be reached').waitFor()
  expect(await box(page).inputValue()).toBe('/im help')
  await context.close()
})

describe('an answer that takes its time', () => {
  const cardOf = (title: string, ...said: string[]): Card => ({
    tone: 'info',
    title,
    blocks: [{ kind: 'table', columns: ['Check', 'Outcome'], rows: said.map((text) => [[text], ['done']]) }],
    actions: [],
  })

  /** A page whose bot answers "slow" when the test says so, and all else as always. */
  async function openSlow(options: BrowserContextOptions = {}) {
    const { bot } = testBot({ apps: demoApps(), now: Date.now })
    const slow = promised<Request>()
    const answered = promised<Card>()
    const controlled: Bot = {
      ...bot,
      async answer(request) {
        if (request.input.kind !== 'words' || request.input.text.reveal() !== 'slow') return bot.answer(request)
        slow.resolve(request)
        const { locale, timeZone } = request
        const shown = { card: await answered.promise, visibility: 'public', locale: locale ?? 'en', timeZone } as const
        return {
          ...shown,
          command: 'push.why',
          status: 'ok',
          result: null,
          error: null,
          publicCard: null,
          confidential: false,
        }
      },
    }
    const own = await startPlayground({ bot: controlled })
    rigs.push(own)
    const page = await open(options, '', own.url)
    await type(page, 'slow')
    const { signal, onProgress } = await slow.promise
    const tell = (card: Card) => onProgress?.({ card, visibility: 'public', locale: 'en', timeZone: null })
    return { page, signal, tell, finish: answered.resolve }
  }

  test('shows a picture that comes with an answer, in a narrow window too', async () => {
    const { page, finish } = await openSlow({ viewport: { width: 360, height: 700 } })
    const png = await readFile(new URL('../unit/adapters/chart/expected/english.png', import.meta.url))
    const picture: Card['blocks'][number] = { kind: 'image', png, name: 'loss.png', alt: 'Loss by vendor' }
    finish({ ...cardOf('Push report'), blocks: [picture] })
    const shown = page.getByRole('img', { name: 'Loss by vendor' })
    await shown.waitFor()
    await expect.poll(() => shown.evaluate((each: { naturalWidth: number }) => each.naturalWidth)).toBe(1600)
    const box = await shown.boundingBox()
    expect(box?.width).toBeGreaterThan(200)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  })

  test('shows how far it has come, and then stands in its place', async () => {
    const { page, tell, finish } = await openSlow()
    tell(cardOf('Checking bob', 'account'))
    await card(page, 'Checking bob').waitFor({ timeout: 1000 })
    tell(cardOf('Checking bob', 'account', '<img src=x onerror="document.title=1">'))
    await page.getByText('<img src=x').waitFor()
    expect(await card(page, 'Checking bob').count()).toBe(1)
    await type(page, 'what does 70009 mean?')
    await card(page, 'Error code 70009').waitFor()
    finish(cardOf('bob gets no push'))
    await card(page, 'bob gets no push').waitFor()
    expect(await page.locator('#log article h2').allInnerTexts()).toEqual(['bob gets no push', 'Error code 70009'])
    expect(await page.locator('#log .progress, #log .note:text("Checking…")').count()).toBe(0)
    expect(await page.title()).toBe('IM Doctor playground')
  })

  test('is announced when it is there, not with every change before', async () => {
    const { page, tell, finish } = await openSlow()
    tell(cardOf('Checking bob'))
    await card(page, 'Checking bob').waitFor()
    const liveness = (selector: string) =>
      page.evaluate(`document.querySelector('${selector}').closest('[aria-live]').getAttribute('aria-live')`)
    expect(await liveness('#log article')).toBe('off')
    expect(await page.locator('#log .note').innerText()).toBe('Checking…')
    expect(await liveness('#log .note')).toBe('polite')
    finish(cardOf('bob gets no push'))
    await card(page, 'bob gets no push').waitFor()
    expect(await liveness('#log article')).toBe('polite')
  })

  test('leaves whoever went on to something else where they are', async () => {
    const { page, tell, finish } = await openSlow()
    tell(cardOf('Checking bob'))
    await card(page, 'Checking bob').waitFor()
    await page.getByRole('button', { name: '中文' }).focus()
    finish(cardOf('bob gets no push'))
    await card(page, 'bob gets no push').waitFor()
    expect(await focus(page).innerText()).toBe('中文')
  })

  test('does not lose the focus of whoever reads the progress', async () => {
    const { page, tell, finish } = await openSlow()
    tell(cardOf('Checking bob', 'account'))
    await card(page, 'Checking bob').getByRole('region').focus()
    tell(cardOf('Checking bob', 'account', 'state'))
    await page.getByText('state', { exact: true }).waitFor()
    expect(await focus(page).getAttribute('class')).toBe('progress')
    finish(cardOf('bob gets no push'))
    await card(page, 'bob gets no push').waitFor()
    expect(await focus(page).getAttribute('id')).toBe('ask')
  })

  test.each([
    ['reduce', 'none'],
    ['no-preference', 'passing'],
  ] as const)('moves as the reader likes: %s', async (reducedMotion, animation) => {
    const { page, tell } = await openSlow({ reducedMotion })
    tell(cardOf('Checking bob'))
    await card(page, 'Checking bob').waitFor()
    const moving = "getComputedStyle(document.querySelector('.progress'), '::after').animationName"
    expect(await page.evaluate(moving)).toBe(animation)
  })

  test('is given up with the page', async () => {
    const { page, signal, tell } = await openSlow()
    tell(cardOf('Checking bob'))
    await card(page, 'Checking bob').waitFor()
    expect(signal.aborted).toBe(false)
    const aborted = once(signal, 'abort')
    await page.goto('about:blank')
    await aborted
  })

  test('that is cut off is said to be, and the text is kept', async () => {
    const { page, tell } = await openSlow()
    tell(cardOf('Checking bob'))
    await card(page, 'Checking bob').waitFor()
    await rigs.at(-1)?.server.stop(Date.now())
    await page.getByText('IM Doctor cannot be reached').waitFor()
    expect(await box(page).inputValue()).toBe('slow')
    expect(await card(page, 'Checking bob').count()).toBe(0)
    expect(pages.at(-1)?.problems.splice(0).join()).toContain('api/ask failed')
  })
})

function promised<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((settle) => (resolve = settle))
  return { promise, resolve }
}

const focus = (page: Page) => page.locator(':focus')
