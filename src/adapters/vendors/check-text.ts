import type { TestText } from '../../diagnostics/ports/push-vendors.ts'

/** For questions that vendors want in the shape of a notification, and never show. */
export const CHECK_TEXT: TestText = { title: 'IM Doctor', text: 'Is this phone known?' }
