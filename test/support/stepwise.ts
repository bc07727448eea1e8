/** The same, but `step` is told before and after each call of these names. */
export function stepwise<Port extends object>(
  port: Port,
  names: readonly (keyof Port & string)[],
  step: (name: string) => void,
): Port {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (!names.some((each) => each === name)) return value.bind(target)
      return async (...given: unknown[]): Promise<unknown> => {
        step(`before ${String(name)}`)
        const answer: unknown = await value.apply(target, given)
        step(`after ${String(name)}`)
        return answer
      }
    },
  })
}
