import { expect, test } from 'vitest'
import { renderForm } from '../../../../src/adapters/playground/render-form.ts'
import type { FormField } from '../../../../src/bot/form.ts'

const field = (changes: Partial<FormField>): FormField => ({
  name: 'user',
  label: 'user',
  hint: 'The UserID',
  required: true,
  multiline: false,
  maxLength: 100,
  value: null,
  ...changes,
})

const draw = (...fields: FormField[]): string =>
  String(renderForm({ command: 'usersig.verify', title: 'Verify', submit: 'Go', cancel: 'Cancel', fields }, 'r1', 'en'))

test('every field has its label and its hint', () => {
  const drawn = draw(field({}), field({ name: 'app', label: 'app', hint: null, required: false }))
  expect(drawn).toContain('data-command="usersig.verify" aria-labelledby="form-r1"')
  expect(drawn).toContain('<label for="form-r1-0">user</label>')
  expect(drawn).toContain(
    '<input type="text" id="form-r1-0" value="" name="user" spellcheck="false" autocapitalize="off" required aria-describedby="form-r1-0-hint">',
  )
  expect(drawn).toContain('<small id="form-r1-0-hint">The UserID</small>')
  expect(drawn).toContain('<label for="form-r1-1">app <small>(optional)</small></label>')
})

test('a signature gets several lines, and is marked so that the page does not repeat it', () => {
  const drawn = draw(field({ name: 'sig', multiline: true }))
  expect(drawn).toMatch(/<textarea [^>]*data-secret[^>]*name="sig"/)
  expect(drawn).not.toContain('maxlength')
})

test('what was given already is filled in, as text', () => {
  expect(draw(field({ value: '"><b>' }))).toContain('value="&quot;&gt;&lt;b&gt;"')
  expect(draw(field({ multiline: true, value: '</textarea>' }))).toContain('&lt;/textarea&gt;</textarea>')
})
