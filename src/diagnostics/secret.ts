import { inspect } from 'node:util'

const MASK = '[secret]'

/**
 * A value that no log, error, template or JSON text can print. Only `reveal()` gives it out, so that every place that
 * handles the plain value can be found by searching for that one word.
 */
export class Secret<T = string> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return MASK
  }

  toJSON(): string {
    return MASK
  }

  [Symbol.toPrimitive](): string {
    return MASK
  }

  [inspect.custom](): string {
    return MASK
  }
}
