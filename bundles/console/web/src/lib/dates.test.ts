import { expect, test } from 'vitest'
import { dateTimeText, dayText, dueText, endText, nowInChina, withZone, withoutZone } from './dates'

test('a limit that ends with its last day is said as that day, 24:00', () => {
  expect(dueText('2025-10-12T00:00:00+08:00', '2025-10-11')).toBe('10月11日 24:00')
  expect(dueText('2026-01-01T00:00:00+08:00', '2025-12-31')).toBe('12月31日 24:00')
})
test('an hour limit keeps its minute, also when that is midnight of its own last day', () => {
  expect(dueText('2025-10-01T10:30:00+08:00', '2025-10-01')).toBe('10月1日 10:30')
  expect(dueText('2025-10-01T00:00:00+08:00', '2025-10-01')).toBe('10月1日 00:00')
})
test('promptly has no number to show', () => expect(dueText(null, null)).toBe('及时办理（文件未规定天数）'))
test('times are shown in the jurisdiction zone whatever zone they come in', () => {
  expect(dateTimeText('2025-09-30T10:05:59+08:00')).toBe('2025-09-30 10:05')
  expect(dateTimeText('2025-09-30T16:30:00Z')).toBe('2025-10-01 00:30')
  expect(dateTimeText(null)).toBe('')
})
test('a picked local time is an instant at +08:00, and comes back the same', () => {
  expect(withZone('2025-09-30T10:00:00')).toBe('2025-09-30T10:00:00+08:00')
  expect(withZone('2025-09-30T10:00:00+08:00')).toBe('2025-09-30T10:00:00+08:00')
  expect(withoutZone('2025-09-30T10:00:00+08:00')).toBe('2025-09-30T10:00:00')
})
test('now, across the date line of the browser', () => expect(nowInChina(Date.UTC(2025, 8, 30, 20, 5, 42))).toBe('2025-10-01T04:05:00+08:00'))
test('a day with its weekday', () => expect(dayText('2025-10-11')).toBe('10月11日 周六'))
test('a limit that ends at midnight is said by the day before', () => {
  expect([endText('2026-01-01T00:00:00+08:00'), endText('2026-03-06T09:30:00+08:00'), endText('2025-12-31T16:00:00Z'), endText(null)]).toEqual(['2025-12-31 24:00', '2026-03-06 09:30', '2025-12-31 24:00', '无期限'])
})
