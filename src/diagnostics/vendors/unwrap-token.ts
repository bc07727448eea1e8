/** Blanks, also those that show as nothing, and what people and programs put around a value. */
const AROUND = /[\s\u200b-\u200d\ufeff<>"'`“”‘’「」『』]/gu

/** A token as it was pasted, without what is in none: iOS itself prints one as `<740f4707 bebcf74f …>`. */
export const unwrapToken = (pasted: string): string => pasted.replaceAll(AROUND, '')
