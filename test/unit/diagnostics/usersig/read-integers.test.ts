import { describe, expect, it } from 'vitest'
import { readNumberTexts } from '../../../../src/diagnostics/usersig/read-integers.ts'

describe('the texts of numbers', () => {
  it.each<[string, Record<string, string>]>([
    ['{"a":1,"b":9007199254740993}', { a: '1', b: '9007199254740993' }],
    ['{ "a" : 1 , "b" : "2" }', { a: '1' }],
    ['{"a":{"b":2,"a":3},"c":4}', { c: '4' }],
    ['{"a":[1,2,{"b":3}],"c":4}', { c: '4' }],
    ['{"a\\u0062":12345678901234567890}', { ab: '12345678901234567890' }],
    ['{"s":"\\"x\\":7,\\\\","x":8}', { x: '8' }],
    ['{"a":1,"a":2}', { a: '2' }],
    ['{"a":1,"a":"2"}', {}],
    ['{"a":-1.5e+10,"b":true,"c":null}', { a: '-1.5e+10' }],
    ['{"__proto__":1}', JSON.parse('{"__proto__":"1"}')],
    ['{}', {}],
  ])('of %s', (json, expected) => {
    expect(JSON.parse(json)).toBeDefined()
    expect([...readNumberTexts(json)]).toEqual(Object.entries(expected))
  })
})
