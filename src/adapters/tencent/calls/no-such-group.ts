/** The group was dismissed (10010), or there never was one of that name (10015). */
export const isNoSuchGroup = (code: number): boolean => code === 10010 || code === 10015
