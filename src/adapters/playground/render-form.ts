import type { Form, FormField } from '../../bot/form.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { html, type Html } from './html.ts'
import { playgroundTexts } from './texts.ts'

/** A command's form; the page's script sends it as a call. Secrets get a field of several lines, never a remembered one. */
export function renderForm(form: Form, id: string, locale: Locale): Html {
  const { tag, optional } = playgroundTexts(locale)
  const heading = `form-${id}`
  return html`<form class="card info" data-command="${form.command}" aria-labelledby="${heading}" lang="${tag}" autocomplete="off">
<header><h2 id="${heading}">${form.title}</h2></header>
${form.fields.map((field, index) => renderField(field, `${heading}-${index}`, optional))}
<footer><button type="submit" class="primary">${form.submit}</button><button type="button" data-cancel>${form.cancel}</button></footer>
</form>`
}

function renderField(field: FormField, id: string, optional: string): Html {
  const hint = field.hint === null ? null : html`<small id="${id}-hint">${field.hint}</small>`
  return html`<p class="field"><label for="${id}">${field.label}${field.required ? null : html` <small>(${optional})</small>`}</label>
${field.multiline ? textArea(field, id) : textInput(field, id)}${hint}</p>`
}

const textInput = (field: FormField, id: string): Html =>
  html`<input type="text" id="${id}" value="${field.value ?? ''}" ${shared(field, id)}>`

const textArea = (field: FormField, id: string): Html =>
  html`<textarea id="${id}" rows="3" data-secret ${shared(field, id)}>${field.value ?? ''}</textarea>`

// No maxlength: a browser would cut a pasted signature without a word. The bot says that it is too long.
const shared = ({ name, required, hint }: FormField, id: string): Html =>
  html`name="${name}" spellcheck="false" autocapitalize="off"${required ? html` required` : null}${hint === null ? null : html` aria-describedby="${id}-hint"`}`
