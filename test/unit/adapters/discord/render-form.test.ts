import { expect, it } from 'vitest'
import { renderForm } from '../../../../src/adapters/discord/render-form.ts'
import type { FormField } from '../../../../src/bot/form.ts'
import { ModalBody } from '../../../servers/discord/check-message.ts'

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  hint: null,
  required: false,
  multiline: false,
  maxLength: 100,
  value: null,
  ...more,
})
const form = (fields: readonly FormField[], title = 'Verify') =>
  renderForm({ form: { command: 'usersig.verify', title, submit: 'Go', cancel: 'No', fields }, key: null })

it('is labels around inputs, a paragraph for long text', () => {
  expect(
    form([
      field('sig', {
        label: 'UserSig',
        hint: 'as the client has it',
        required: true,
        multiline: true,
        maxLength: 6000,
        value: 'eJw',
      }),
    ]),
  ).toEqual({
    custom_id: 'f1:usersig.verify',
    title: 'Verify',
    components: [
      {
        type: 18,
        label: 'UserSig',
        description: 'as the client has it',
        component: { type: 4, custom_id: 'sig', style: 2, required: true, max_length: 4000, value: 'eJw' },
      },
    ],
  })
})

it('keeps every limit, and the required fields of too many', () => {
  const many = Array.from({ length: 7 }, (_, index) =>
    field(`f${index}`, { required: index === 6, label: 'x'.repeat(60), hint: '字'.repeat(200) }),
  )
  const modal = form(many, 'title '.repeat(20))
  expect(ModalBody.safeParse(modal).error).toBeUndefined()
  expect(modal.components).toHaveLength(5)
  expect(JSON.stringify(modal)).toContain('"f6"')
})

it('leaves out a value that does not fit, rather than cutting it', () => {
  expect(JSON.stringify(form([field('user', { value: 'x'.repeat(101) })]))).not.toContain('"value"')
})
