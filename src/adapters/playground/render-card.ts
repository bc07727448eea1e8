import type { Block, Card } from '../../bot/card.ts'
import type { Reader } from '../../bot/cards/plain-text.ts'
import { inBrackets } from '../../bot/texts/punctuation.ts'
import { html, type Html } from './html.ts'
import { renderRich } from './render-rich.ts'
import { playgroundTexts, type PlaygroundTexts } from './texts.ts'

export interface Button {
  label: string
  style: 'default' | 'primary' | 'danger'
  key: string
}

export interface CardFrame {
  /** Unique on the page, for the heading that names the card. */
  id: string
  buttons: readonly Button[]
  /** Who would see this in chat. */
  audience: string
}

/** A card as an article of its own, named by its heading. */
export function renderCard(card: Card, { id, buttons, audience }: CardFrame, reader: Reader): Html {
  const texts = playgroundTexts(reader.locale)
  const heading = `card-${id}`
  return html`<article class="card ${card.tone}" aria-labelledby="${heading}" lang="${texts.tag}">
<header><span class="tone">${texts.tones[card.tone]}</span><h2 id="${heading}">${card.title}</h2></header>
${card.blocks.map((block) => renderBlock(block, reader, texts))}
<footer>${buttons.map(renderButton)}<small>${audience}</small></footer>
</article>`
}

const renderButton = ({ label, style, key }: Button): Html =>
  html`<button type="button" class="${style}" data-press="${key}">${label}</button>`

function renderBlock(block: Block, reader: Reader, texts: PlaygroundTexts): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${renderRich(block.text, reader)}</p>`
    case 'note':
      return html`<p class="note">${renderRich(block.text, reader)}</p>`
    case 'divider':
      return html`<hr>`
    case 'fields':
      return html`<dl>${block.fields.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${renderRich(value, reader)}</dd></div>`)}</dl>`
    case 'code':
      return html`<div class="code"><pre tabindex="0"><code>${block.text}</code></pre><button type="button" data-copy data-copied="${texts.copied}">${texts.copy}</button></div>`
    case 'finding':
      return renderFinding(block, reader, texts)
    case 'table':
      return renderTable(block, reader, texts)
    case 'image':
      return renderImage(block)
  }
}

function renderFinding(
  { tone, label, text, remedy, codes }: Extract<Block, { kind: 'finding' }>,
  reader: Reader,
  texts: PlaygroundTexts,
): Html {
  return html`<section class="finding ${tone}">
<p><span class="tone">${label}</span> ${renderRich(text, reader)}${codes === null ? null : html`<small>${inBrackets(codes, reader.locale)}</small>`}</p>
${remedy.length === 0 ? null : html`<p class="remedy"><strong>${texts.remedy}</strong>${renderRich(remedy, reader)}</p>`}
</section>`
}

/** Within the page itself: it is nowhere else, and is gone with its card. */
const renderImage = ({ png, alt }: Extract<Block, { kind: 'image' }>): Html =>
  html`<img class="picture" src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="${alt}">`

/**
 * Wide tables scroll by themselves, by keyboard too, and leave the page at its width; in a narrow window the style sheet
 * sets each row as a paragraph, with the columns' names in it. The roles are there because that layout would take them.
 */
const renderTable = (
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  reader: Reader,
  texts: PlaygroundTexts,
): Html => html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.table}"><table role="table">
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map((cell, index) => html`<td role="cell" data-column="${columns[index] ?? ''}">${renderRich(cell, reader)}</td>`)}</tr>`)}</tbody>
</table></div>`
