import type { Answer } from './answer-question.ts'

/** What the page's script, and any other, is sent of an answer. */
export const answerJson = (answer: Answer) =>
  answer.kind === 'failed'
    ? { kind: answer.kind, text: answer.text }
    : { kind: answer.kind, html: answer.html.toString() }
