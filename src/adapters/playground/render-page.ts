import { LOCALES, type Locale } from '../../bot/texts/locale.ts'
import type { Example } from './examples.ts'
import { html, type Html } from './html.ts'
import { LANGUAGE_NAMES, playgroundTexts, type PlaygroundTexts } from './texts.ts'

export interface PageParts {
  locale: Locale
  simulated: boolean
  examples: readonly Example[]
}

/**
 * The page. Whatever carries `data-chrome` is taken over from the same page in the other language when it is switched,
 * so that the conversation stays; `data-…` texts on the body are for the script to say.
 */
export function renderPage({ locale, simulated, examples }: PageParts): Html {
  const texts = playgroundTexts(locale)
  return html`<!doctype html>
<html lang="${texts.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${texts.title}</title>
<link rel="icon" type="image/svg+xml" href="/playground/icon.svg">
<link rel="stylesheet" href="/playground/page.css">
<script type="module" src="/playground/page.js"></script>
</head>
<body data-locale="${locale}" data-you="${texts.you}" data-bot="${texts.bot}" data-working="${texts.working}" data-unreachable="${texts.unreachable}">
<header class="top">
<h1 data-chrome="title">${texts.title}</h1>
${languageSwitch(locale, texts)}
</header>
<div class="columns">
<aside data-chrome="intro">
<p>${texts.lead}</p>
<p class="note">${simulated ? texts.simulated : texts.realApps}</p>
<noscript><p>${texts.noScript}</p></noscript>
<h2>${texts.examples}</h2>
<ul class="examples">${examples.map(({ label, text }) => html`<li><button type="button" data-example="${text}">${label}</button></li>`)}</ul>
${simulated ? html`<p class="note cast">${texts.cast}</p>` : null}
</aside>
<main>
<div id="log" role="log" aria-live="polite" aria-label="${texts.conversation}" data-chrome="log">
<p class="empty" data-chrome="empty">${texts.empty}</p>
</div>
<form id="composer" autocomplete="off">
<label for="ask" data-chrome="ask-label">${texts.ask}</label>
<div class="row">
<textarea id="ask" data-chrome="ask" rows="1" placeholder="${texts.placeholder}" aria-describedby="keys" spellcheck="false" autocapitalize="off" autofocus></textarea>
<button type="submit" class="primary" data-chrome="send">${texts.send}</button>
</div>
<small id="keys" data-chrome="keys">${texts.keys}</small>
</form>
</main>
</div>
</body>
</html>
`
}

const languageSwitch = (locale: Locale, texts: PlaygroundTexts): Html =>
  html`<div class="languages" role="group" aria-label="${texts.language}" data-chrome="languages">${LOCALES.map(
    (each) =>
      html`<button type="button" lang="${playgroundTexts(each).tag}" data-language="${each}" aria-pressed="${String(each === locale)}">${LANGUAGE_NAMES[each]}</button>`,
  )}</div>`
