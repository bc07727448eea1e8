/** The message command, under the name that Discord sends whatever the person's language. */
export const VERIFY_MESSAGE = { name: 'Verify this UserSig', zh: '校验此 UserSig' } as const
