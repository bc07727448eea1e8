import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '../../../../src/adapters/playground/html.ts'

test('values are text, in content and in attributes', () => {
  const value = `<img src=x onerror="alert('1')"> & more`
  expect(String(html`<p title="${value}">${value}</p>`)).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</p>',
  )
})

test('html in html stays, lists are joined, null is nothing', () => {
  expect(String(html`<ul>${['a', 'b'].map((each) => html`<li>${each}</li>`)}${null}${7}</ul>`)).toBe(
    '<ul><li>a</li><li>b</li>7</ul>',
  )
})

test('characters that would rewrite their line are shown as such', () => {
  expect(String(html`${'a\u202eb\u0000c\ud800'}`)).toBe('a\ufffdb\ufffdc\ufffd')
})

test('no text becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(String(html`${text}`)).not.toMatch(/[<>"']/)
    }),
  )
})
