import { expect, test } from 'vitest'
import { periodOf } from './periods'

test('years run from the first to the last day', () => {
  expect(periodOf('thisYear', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(periodOf('lastYear', '2026-01-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
})
test('the quarter before the first is the last of the year before', () => {
  expect(periodOf('lastQuarter', '2026-03-31')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  expect(periodOf('thisQuarter', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
})
test('quarters change with their first day', () => {
  expect(periodOf('thisQuarter', '2026-06-30').to).toBe('2026-06-30')
  expect(periodOf('thisQuarter', '2026-07-01')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
  expect(periodOf('lastQuarter', '2026-12-31')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
})
