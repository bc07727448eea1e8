/**
 * The page's one script: sends what is typed, puts in what the server rendered. It builds no markup of its own, so
 * nothing a person types can become markup. It is plain JavaScript in a string because nothing builds or copies assets
 * here; a test has the compiler and the linter read it all the same.
 */
export const script = String.raw`// @ts-check
const log = element('log', HTMLElement)
const composer = element('composer', HTMLFormElement)
const ask = element('ask', HTMLTextAreaElement)

/** @type {string[]} */
const asked = []
let recalled = 0

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
function element(id, type) {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error('the page has no ' + id)
  return found
}

/** @param {string} name */
function say(name) {
  return document.body.dataset[name] ?? ''
}

/** @param {string} who @param {Node} content */
function message(who, content) {
  const made = document.createElement('div')
  made.className = 'message'
  const name = document.createElement('p')
  name.className = 'who'
  name.textContent = who
  made.append(name, content)
  return made
}

/** @param {string} who @param {Node} content */
function add(who, content) {
  const added = message(who, content)
  log.append(added)
  added.scrollIntoView({ block: 'nearest' })
  return added
}

/** @param {string} className @param {string} text */
function paragraph(className, text) {
  const made = document.createElement('p')
  made.className = className
  made.textContent = text
  return made
}

/** A signature is hundreds of characters that nobody reads: its ends will do. @param {string} text */
function shortened(text) {
  return text.replace(/\S{61,}/g, (word) => word.slice(0, 24) + '…' + word.slice(-8))
}

/** Markup from our own server, which escapes. @param {string} html */
function fromServer(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const content = document.createDocumentFragment()
  content.append(...parsed.body.childNodes)
  return content
}

/** Where an answer will stand: a word after a moment, and what the bot tells of its progress. */
function waiting() {
  /** @type {HTMLElement | undefined} */
  let place
  /** @type {HTMLElement | undefined} */
  let progress
  // Most answers are there at once, and whoever listens to the page need not hear of the wait.
  const timer = setTimeout(begin, 400)

  function begin() {
    return (place ??= add(say('bot'), paragraph('note', say('working'))))
  }

  /** @param {string} html */
  function show(html) {
    const shown = begin()
    const first = progress === undefined
    if (progress === undefined) {
      progress = document.createElement('div')
      progress.className = 'progress'
      progress.tabIndex = -1
      // The wait was announced once; a reader aloud of every change would never come to the answer.
      progress.setAttribute('aria-live', 'off')
      progress.setAttribute('aria-busy', 'true')
      shown.classList.add('under-way')
      shown.append(progress)
    }
    const focused = progress.contains(document.activeElement)
    progress.replaceChildren(fromServer(html))
    if (focused) progress.focus({ preventScroll: true })
    if (first) shown.scrollIntoView({ block: 'nearest' })
  }

  /** Puts the answer in its place: a new element, so that it is announced, and once. @param {HTMLElement} answer */
  function end(answer) {
    clearTimeout(timer)
    if (place === undefined) log.append(answer)
    else place.replaceWith(answer)
  }

  return {
    show,
    end,
    holdsFocus: () => place !== undefined && place.contains(document.activeElement),
    inView: () => place === undefined || (rectOf(place).bottom > 0 && rectOf(place).top < innerHeight),
  }
}

/** @param {HTMLElement} shown */
function rectOf(shown) {
  return shown.getBoundingClientRect()
}

/** @param {{ kind: string, [name: string]: unknown }} input @param {string} echo @returns {Promise<boolean>} */
async function send(input, echo) {
  const from = document.activeElement
  add(say('you'), paragraph('said', shortened(echo)))
  const wait = waiting()
  const answer = await fetchAnswer(input, wait.show)
  const shown = message(say('bot'), answer.html === null ? paragraph('failed', answer.text) : fromServer(answer.html))
  // Whoever went on to something else meanwhile is left there.
  const follow = wait.inView()
  const takeFocus = document.activeElement === from || wait.holdsFocus()
  wait.end(shown)
  if (follow) shown.scrollIntoView({ block: shown.offsetHeight > innerHeight / 2 ? 'start' : 'nearest' })
  const field = shown.querySelector('form input, form textarea')
  if (!takeFocus) return answer.arrived
  if (field instanceof HTMLElement) field.focus()
  else ask.focus({ preventScroll: true })
  return answer.arrived
}

/**
 * @param {unknown} input
 * @param {(html: string) => void} onProgress
 * @returns {Promise<{ html: string | null, text: string, arrived: boolean }>}
 */
async function fetchAnswer(input, onProgress) {
  let answer = { html: /** @type {string | null} */ (null), text: say('unreachable'), arrived: false }
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const response = await fetch('/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/x-ndjson, application/json;q=0.9' },
      body: JSON.stringify({ input, locale: say('locale'), timeZone: timeZone ?? null }),
      signal: AbortSignal.timeout(30_000),
    })
    for await (const { kind, html, text } of partsOf(response)) {
      if (kind !== 'progress') answer = { html: html ?? null, text: text ?? answer.text, arrived: html !== undefined }
      else if (html !== undefined) onProgress(html)
    }
  } catch {
    // Never reached, or cut off on the way: said by what the answer is to begin with.
  }
  return answer
}

/**
 * A single object, or one a line, as they come.
 * @param {Response} response
 * @returns {AsyncGenerator<{ kind?: string, html?: string, text?: string }>}
 */
async function* partsOf(response) {
  if (!response.headers.get('content-type')?.startsWith('application/x-ndjson')) {
    yield await response.json()
    return
  }
  if (response.body === null) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line !== '') yield JSON.parse(line)
    if (done) return
  }
}

/** @param {string} text */
async function sendWords(text) {
  if (text.trim() === '') return
  if (asked.at(-1) !== text) asked.push(text)
  recalled = asked.length
  ask.value = ''
  const arrived = await send({ kind: 'words', text }, text)
  if (!arrived && ask.value === '') ask.value = text
}

/** Earlier questions, as in a shell; inside a text of several lines the arrows move the caret. @param {KeyboardEvent} event */
function recall(event) {
  if (ask.value.includes('\n') || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
  const next = recalled + (event.key === 'ArrowUp' ? -1 : 1)
  if (next < 0 || next > asked.length) return
  event.preventDefault()
  recalled = next
  ask.value = asked[next] ?? ''
  ask.setSelectionRange(ask.value.length, ask.value.length)
}

/** @param {HTMLFormElement} form */
async function sendForm(form) {
  /** @type {Record<string, string>} */
  const args = {}
  const shown = []
  for (const field of form.querySelectorAll('input, textarea')) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    args[field.name] = field.value
    if (!('secret' in field.dataset) && field.value.trim() !== '') shown.push(field.value.trim())
  }
  const title = form.querySelector('h2')?.textContent ?? ''
  form.closest('.message')?.remove()
  ask.focus()
  await send({ kind: 'call', command: form.dataset['command'], args }, [title, ...shown].join(' · '))
}

/** @param {HTMLElement} button */
async function copy(button) {
  const text = button.parentElement?.querySelector('code')
  if (!text) return
  try {
    await navigator.clipboard.writeText(text.textContent ?? '')
    button.textContent = button.dataset['copied'] ?? ''
  } catch {
    // Not allowed to: selected, it takes one key more.
    getSelection()?.selectAllChildren(text)
  }
}

/** The page in the other language, around the same conversation. @param {string} locale */
async function speak(locale) {
  const address = '?lang=' + encodeURIComponent(locale)
  const response = await fetch('/' + address).catch(() => null)
  if (response === null || !response.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  Object.assign(document.body.dataset, page.body.dataset)
  for (const translated of page.querySelectorAll('[data-chrome]')) {
    const current = document.querySelector('[data-chrome="' + translated.getAttribute('data-chrome') + '"]')
    if (current === null) continue
    for (const name of ['placeholder', 'aria-label']) {
      const value = translated.getAttribute(name)
      if (value !== null) current.setAttribute(name, value)
    }
    if (current !== log && current !== ask) current.replaceChildren(...translated.childNodes)
  }
  history.replaceState(null, '', address)
  const chosen = document.querySelector('[data-language="' + locale + '"]')
  if (chosen instanceof HTMLElement) chosen.focus()
}

document.addEventListener('submit', (event) => {
  event.preventDefault()
  if (event.target === composer) void sendWords(ask.value)
  else if (event.target instanceof HTMLFormElement) void sendForm(event.target)
})

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (button === null) return
  const { example, press, language } = button.dataset
  if (example !== undefined) void sendWords(example)
  else if (press !== undefined) void send({ kind: 'press', key: press }, button.textContent ?? '')
  else if (language !== undefined) void speak(language)
  else if ('copy' in button.dataset) void copy(button)
  else if ('cancel' in button.dataset) {
    button.closest('.message')?.remove()
    ask.focus()
  }
})

ask.addEventListener('keydown', (event) => {
  // While an input method is composing, Enter chooses a character and the arrows a candidate.
  if (event.isComposing || event.keyCode === 229) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    composer.requestSubmit()
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') recall(event)
})
`
