import { ComponentType, TextInputStyle } from './discord-js.ts'
import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Form, FormField } from '../../bot/form.ts'
import { formId } from './custom-id.ts'
import { cutPlain } from './escape-text.ts'
import { LIMITS } from './limits.ts'

/** A form that is shown for what is held under a key: its fields are those that are not known yet. */
export interface Opened {
  form: Form
  key: string | null
}

/** A form as a modal: labels around text inputs, as Discord asks for since action rows in modals are deprecated. */
export function renderForm({ form, key }: Opened): APIModalInteractionResponseCallbackData {
  // Required fields come first, so that what does not fit is what can be left out.
  const fields = [...form.fields].sort((left, right) => Number(right.required) - Number(left.required))
  return {
    custom_id: formId(form.command, key),
    title: cutPlain(form.title, LIMITS.modalTitle),
    components: fields.slice(0, LIMITS.modalFields).map(renderField),
  }
}

function renderField(field: FormField): APILabelComponent {
  const maximum = Math.max(1, Math.min(field.maxLength, LIMITS.textInput))
  const fits = field.value !== null && field.value !== '' && field.value.length <= maximum
  return {
    type: ComponentType.Label,
    label: cutPlain(field.label, LIMITS.label),
    ...(field.hint === null || field.hint === '' ? {} : { description: cutPlain(field.hint, LIMITS.labelDescription) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: field.name,
      style: field.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: field.required,
      max_length: maximum,
      ...(fits && field.value !== null ? { value: field.value } : {}),
    },
  }
}
