import { optionalText, requiredSecret } from '../argument.ts'

/**
 * Room for the longest signature that is still judged (4,096 characters) and for what a paste may add to it; Discord
 * takes at most 6,000 characters in an option.
 */
export const SIG_LIMIT = 6000

export const sigArgument = () => requiredSecret({ place: 'rest' }, SIG_LIMIT)

export const appArgument = () => optionalText({ place: 'option' }, { maxLength: 64, suggestions: 'apps' })
