import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { startPlayground, type PlaygroundRig } from '../support/http.ts'
import { CHROMIUM } from './chromium.ts'

let browser: Browser
let rig: PlaygroundRig
const pages: { page: Page; problems: string[] }[] = []

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

/** No test passes with an error in the console, a request that failed, or one to another machine. */
afterEach(async () => {
  for (const { page, problems } of pages.splice(0)) {
    await page.context().close()
    if (problems.length > 0) throw new Error(problems.join('\n'))
  }
})

async function open(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Asia/Shanghai', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed`))
  page.on('request', (request) => {
    if (!request.url().startsWith(rig.url)) problems.push(`${request.url()} is elsewhere`)
  })
  await page.goto(rig.url + path)
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

test('an example verifies at once, in the zone of the reader, and can be shared', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'A good UserSig' }).click()
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
  expect(count).toBe(9)
  for (let index = 0; index < count; index++) {
    await examples.nth(index).click()
    await page.locator('#log .card').nth(index).waitFor()
  }
  expect(await page.locator('#log .failed').count()).toBe(0)
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
  await page.getByRole('button', { name: '已过期的' }).click()
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
  for (const name of ['English', '中文', 'A good UserSig', 'What else can it do?', 'Copy', 'Send'])
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
  await page.getByRole('button', { name: 'Paste one into a form' }).click()
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

const focus = (page: Page) => page.locator(':focus')
