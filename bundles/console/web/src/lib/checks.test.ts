import { expect, test } from 'vitest'
import type { Field } from '../api/types'
import { fault } from './checks'

const NOW = '2026-11-22T00:30:00+08:00'
const field = (over: Partial<Field> = {}): Field =>
  ({ id: 'x', label: '时间', type: 'text', required: true, options: null, help: null, citation: null, default: null, when: null, organKinds: null, ...over })
const past = field({ type: 'dateTime', span: 'past' })

test('nothing given is not wrong, only missing', () => {
  for (const value of ['', '  ', null, undefined, [], [' ']]) expect(fault(field({ minItems: 2, maxLength: 1 }), value, NOW)).toBe('')
})
test('a time to come is no time of discovery, by the minute and by China’s day', () => {
  expect(fault(past, '2026-11-22T00:32:00+08:00', NOW)).toBe('')
  expect(fault(past, '2026-11-22T00:33:00+08:00', NOW)).toBe('时间不能晚于现在')
  expect(fault(past, '2099-01-01T00:00:00+08:00', NOW)).toBe('时间不能晚于现在')
  expect(fault(past, '1999-12-31T10:00:00+08:00', NOW)).toBe('时间早于 2000 年，请核对')
})
test('today belongs to the days to come and to those past', () => {
  expect(fault(field({ type: 'date', span: 'future' }), '2026-11-22', NOW)).toBe('')
  expect(fault(field({ type: 'date', span: 'future' }), '2026-11-21', NOW)).toBe('时间不能早于现在')
  expect(fault(field({ type: 'date', span: 'past' }), '2026-11-22', NOW)).toBe('')
  expect(fault(field({ type: 'date', span: 'any' }), '2037-11-22', NOW)).toBe('时间在十年以后，请核对')
})
test('characters outside the basic plane count once', () => {
  expect(fault(field({ maxLength: 3 }), '𠮷𬱖村', NOW)).toBe('')
  expect(fault(field({ maxLength: 3 }), '𠮷𬱖村里', NOW)).toBe('时间不能超过 3 个字')
})
test('several: so many different ones, none too long', () => {
  expect(fault(field({ type: 'lines', minItems: 2 }), ['甲', '甲'], NOW)).toBe('时间至少需要 2 项（不重复）')
  expect(fault(field({ type: 'lines', maxItems: 1 }), ['甲', '乙'], NOW)).toBe('时间最多 1 项')
  expect(fault(field({ type: 'lines', maxLength: 1 }), ['甲', '乙丙'], NOW)).toBe('时间不能超过 1 个字')
})
test('numbers as the server takes them', () => {
  const number = field({ type: 'number', most: 100 })
  expect(['0', '99.50', '100'].map(v => fault(number, v, NOW))).toEqual(['', '', ''])
  expect(fault(number, '1.234', NOW)).toBe('时间应是不小于 0 的数，最多两位小数')
  expect(fault(number, '-1', NOW)).not.toBe('')
  expect(fault(number, '101', NOW)).toBe('时间不能超过 100')
})
test('control characters are told', () => {
  expect(fault(field(), 'a\u0007b', NOW)).toBe('时间含有不可用的控制字符')
})
