import type { types } from '@slack/bolt'
import type { Form, FormField } from '../../bot/form.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { clamp, lengthOf, wellFormed } from './clamp.ts'
import { LIMITS } from './limits.ts'
import { section, type SlackBlock } from './render-block.ts'
import { plainElement } from './render-rich.ts'
import { slackTexts } from './texts.ts'

export const FORM_CALLBACK = 'form'
export const ANSWER_CALLBACK = 'answer'
/** The action of the one input in each block of a form. */
export const INPUT_ACTION = 'value'

const plain = (text: string, maximum: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: clamp(text, maximum),
  emoji: false,
})

/** A form as a modal; the block of each field is named as its argument, which is where errors are shown. */
export function formView(form: Form, metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    private_metadata: metadata,
    title: plain(form.title, LIMITS.modalTitle),
    submit: plain(form.submit, LIMITS.modalButton),
    close: plain(form.cancel, LIMITS.modalButton),
    blocks: form.fields.map(inputBlock),
  }
}

function inputBlock(field: FormField): types.InputBlock {
  // A value that does not fit whole is not filled in: half a signature would only mislead.
  const value = field.value !== null && lengthOf(field.value) <= LIMITS.inputValue ? wellFormed(field.value) : null
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, LIMITS.inputLabel),
    ...(field.hint === null || field.hint === '' ? {} : { hint: plain(field.hint, LIMITS.inputHint) }),
    optional: !field.required,
    element: {
      type: 'plain_text_input',
      action_id: INPUT_ACTION,
      multiline: field.multiline,
      max_length: Math.min(Math.max(field.maxLength, 1), LIMITS.inputValue),
      ...(value === null || value === '' ? {} : { initial_value: value }),
    },
  }
}

/** An answer as a modal, where only the person who asked can see it. */
export function answerView(blocks: readonly SlackBlock[], metadata: string, locale: Locale): types.ModalView {
  const texts = slackTexts(locale)
  return {
    type: 'modal',
    callback_id: ANSWER_CALLBACK,
    private_metadata: metadata,
    title: plain(texts.answerTitle, LIMITS.modalTitle),
    close: plain(texts.close, LIMITS.modalButton),
    blocks: blocks.slice(0, LIMITS.modalBlocks),
  }
}

/** A modal that says one sentence. */
export function sentenceView(text: string, metadata: string, locale: Locale): types.ModalView {
  const block = section([plainElement(text)])
  return answerView(block === null ? [] : [block], metadata, locale)
}
