import { expect, test } from 'vitest'
import type { Figures } from '../api/types'
import { judgedText, lines, medianText, rateText } from './assessment'

const figures = (more: Partial<Figures> = {}): Figures => ({
  arose: 1, onTime: 1, late: 0, extended: 0, refused: 0, unanswered: 0, running: 0, metWithoutNumber: 0, openWithoutNumber: 0, cancelled: 0, passedOn: 0,
  medianHours: null, medianWorkingDays: null, rate: 1, ...more,
})

test('an organ heads all its lines, the last of them is its sum', () => {
  const duty = (dutyName: string) => ({ duty: dutyName, dutyName, figures: figures() })
  const organ = (id: string, duties: string[]) => ({ organ: { id, name: id }, duties: duties.map(duty), total: figures(), training: [] })
  const found = lines({ from: '', to: '', judgedAt: '', organs: [organ('a', ['移送', '反馈']), organ('b', ['移送'])], total: figures(), training: [] })
  expect(found.map(l => [l.organ.id, l.span, l.name])).toEqual([['a', 3, '移送'], ['a', 0, '反馈'], ['a', 0, '小计'], ['b', 2, '移送'], ['b', 0, '小计']])
})
test('a period that is over holds as of its last midnight', () => {
  const a = (judgedAt: string) => ({ from: '2025-01-01', to: '2025-12-31', judgedAt, organs: [], total: figures(), training: [] })
  expect(judgedText(a('2026-01-01T00:00:00+08:00'))).toBe('2025-12-31 24:00')
  expect(judgedText(a('2025-12-31T00:00:00+08:00'))).toBe('2025-12-31 00:00')
})
test('no rate is no zero', () => {
  expect(rateText(null)).toBe('—')
  expect(rateText(0)).toBe('0.0%')
  expect(rateText(2 / 3)).toBe('66.7%')
})
test('a median says both units', () => {
  expect(medianText(figures())).toBe('—')
  expect(medianText(figures({ medianHours: 46.5, medianWorkingDays: 2 }))).toBe('2 个工作日（46.5 小时）')
})
