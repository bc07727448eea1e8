import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Apps } from '../../bot/services.ts'
import { LOCALES, localeOf, type Locale } from '../../bot/texts/locale.ts'
import { accepts } from 'hono/accepts'
import { answerInParts } from './answer-in-parts.ts'
import { answerJson } from './answer-json.ts'
import { answerQuestion, renderProgress, type AnswerDeps } from './answer-question.ts'
import { icon } from './assets/icon.ts'
import { script } from './assets/script.ts'
import { styles } from './assets/styles.ts'
import { examples } from './examples.ts'
import { onlyThisMachine, onlyThisPage } from './guard.ts'
import { readQuestion } from './read-question.ts'
import { renderPage } from './render-page.ts'

export interface PlaygroundDeps extends AnswerDeps {
  apps: Apps
}

export interface Playground {
  /** To be mounted at `/` of a server that gives its Node bindings. */
  routes: Hono<{ Bindings: HttpBindings }>
}

/** Everything comes from this server, pictures also within its answers; nothing runs that stands in the page itself, and no other page may frame it. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
} as const

/** A page on loopback where one types the same commands as in chat and sees the same cards. */
export function createPlayground(deps: PlaygroundDeps): Playground {
  const { apps, bot, now } = deps
  const routes: Playground['routes'] = new Hono()

  routes.get('/', onlyThisMachine, (context) => {
    const locale = pageLocale(context, bot.language)
    const page = renderPage({
      locale,
      simulated: apps.default.simulated,
      examples: examples(apps.default, locale, now()),
    })
    return context.body(page.toString(), 200, { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' })
  })

  const asset = (path: string, type: string, content: string) =>
    routes.get(path, onlyThisMachine, (context) =>
      context.body(content, 200, { 'content-type': `${type}; charset=utf-8` }),
    )
  asset('/playground/page.css', 'text/css', styles)
  asset('/playground/page.js', 'text/javascript', script)
  asset('/playground/icon.svg', 'image/svg+xml', icon)

  routes.post('/api/ask', onlyThisMachine, onlyThisPage, async (context) => {
    const question = readQuestion(await context.req.text())
    if (question === null) return context.json({ error: 'unreadable' }, 400)
    const { signal } = context.req.raw
    const id = deps.newId()
    const answer = takesParts(context)
      ? await answerInParts((onProgress) => answerQuestion(question, { id, signal, onProgress }, deps), {
          draw: (progress) => renderProgress(progress, id, now()),
          now,
        })
      : await answerQuestion(question, { id, signal, onProgress: null }, deps)
    if (answer.kind === 'parts') return context.body(answer.body, 200, { 'content-type': `${PARTS}; charset=utf-8` })
    return context.json(answerJson(answer), answer.kind === 'failed' ? answer.status : 200)
  })
  return { routes }
}

/** One JSON object a line. Only who asks for it by name gets it, so that a script goes on reading a single object. */
const PARTS = 'application/x-ndjson'

const takesParts = (context: Context): boolean =>
  accepts(context, { header: 'Accept', supports: ['application/json', PARTS], default: 'application/json' }) === PARTS

/** As chosen on the page, else the browser's first language that we speak, else the configured one. */
function pageLocale(context: Context, otherwise: Locale): Locale {
  const chosen = LOCALES.find((locale) => locale === context.req.query('lang'))
  if (chosen !== undefined) return chosen
  const preferred = (context.req.header('accept-language') ?? '')
    .split(',')
    .map((tag) => localeOf(tag.split(';')[0]?.trim()))
  return preferred.find((locale) => locale !== null) ?? otherwise
}
