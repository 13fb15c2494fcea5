import { describe, expect, it } from 'vitest'
import { month, onTimeRate } from './bulletin'

describe('bulletin', () => {
  it('takes whole months, over the end of a year and in a leap year', () => {
    expect(month('2026-11-21')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(month('2026-01-31', -1)).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(month('2028-03-31', -1)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  it('gives a rate only where something could be judged', () => {
    const none = { onTime: 0, late: 0, refused: 0, unanswered: 0, running: 3, metWithoutNumber: 2, openWithoutNumber: 1 }
    expect(onTimeRate(none)).toBe('—')
    expect(onTimeRate({ ...none, onTime: 2, unanswered: 1 })).toBe('66.7%')
  })
})
