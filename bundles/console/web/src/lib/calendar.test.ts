import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../api/types'
import { moved, monday, plusMonths, rangeOf, shownOf } from './calendar'

describe('the calendar', () => {
  it('shows whole weeks from Monday on', () => {
    expect(rangeOf('month', '2025-10-15')).toEqual({ from: '2025-09-29', to: '2025-11-02' })
    expect(rangeOf('month', '2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-02-28' })
    expect(rangeOf('week', '2025-10-12')).toEqual({ from: '2025-10-06', to: '2025-10-12' })
    expect(rangeOf('list', '2024-02-29')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(monday('2025-09-29')).toBe('2025-09-29')
  })
  it('is gone through by keys', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map(k => moved(k, '2025-10-01', 'month')))
      .toEqual(['2025-09-30', '2025-10-02', '2025-09-24', '2025-10-08', '2025-09-29', '2025-10-05', '2025-09-01', '2025-11-01'])
    expect(moved('PageDown', '2025-12-29', 'week')).toBe('2026-01-05')
    expect(moved('Tab', '2025-10-01', 'month')).toBeNull()
  })
  it('stays within a shorter month', () => {
    expect(plusMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(plusMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(plusMonths('2025-12-31', 2)).toBe('2026-02-28')
  })
  it('keeps apart what we owe, what we are owed and what is on', () => {
    const entry = (id: string, more: Partial<CalendarEntry>) => ({ id, kind: 'limit', ours: false, mine: false, ...more }) as CalendarEntry
    const all = [entry('ours', { ours: true }), entry('owed', { mine: true }), entry('on', { kind: 'meeting' })]
    const ids = (shown: Parameters<typeof shownOf>[1]) => shownOf(all, shown).map(e => e.id)
    expect(ids('ours')).toEqual(['ours'])
    expect(ids('owed')).toEqual(['owed'])
    expect(ids('mine')).toEqual(['owed'])
    expect(ids('on')).toEqual(['on'])
    expect(ids('all')).toEqual(['ours', 'owed', 'on'])
  })
})
