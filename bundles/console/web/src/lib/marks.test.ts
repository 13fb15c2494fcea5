import { expect, it } from 'vitest'
import { pieces } from './marks'

it('cuts a text at its marks, also beside characters outside the basic plane', () => {
  expect(pieces('𠮷村架泵取水', [{ from: 3, to: 5 }])).toEqual([{ text: '𠮷村', marked: false }, { text: '架泵', marked: true }, { text: '取水', marked: false }])
  expect(pieces('<b>', [])).toEqual([{ text: '<b>', marked: false }])
  expect(pieces('ab', [{ from: 0, to: 2 }])).toEqual([{ text: 'ab', marked: true }])
})
