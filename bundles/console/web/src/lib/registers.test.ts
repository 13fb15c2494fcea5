import { expect, test } from 'vitest'
import type { Certificate, Competence } from '../api/types'
import { certificateState, certificateText, competenceText, spanText } from './registers'

const until = (day: string | null): Certificate => ({ kind: 'enforcement', kindName: '行政执法证', number: '证𠮷-1', until: day })

test('a certificate is good on its last day and no longer', () => {
  expect(certificateState(until('2026-11-21'), '2026-11-21')).toBe('soon')
  expect(certificateState(until('2026-11-20'), '2026-11-21')).toBe('expired')
})

test('it runs out soon in its last thirty days, also over the end of a year', () => {
  expect(certificateState(until('2027-01-08'), '2026-12-10')).toBe('soon')
  expect(certificateState(until('2027-01-09'), '2026-12-10')).toBe('valid')
})

test('one without an end is valid; none is none', () => {
  expect(certificateState(until(null), '2026-11-21')).toBe('valid')
  expect(certificateState(undefined, '2026-11-21')).toBe('none')
  expect(certificateText(until(null))).toBe('证𠮷-1（长期）')
  expect(certificateText(undefined)).toBe('—')
})

test('a holding is told with both its days', () => {
  expect(spanText({ from: '2021-09-28', until: '2023-12-31' })).toBe('2021-09-28 至 2023-12-31')
  expect(spanText({ from: '2021-09-28', until: null })).toBe('2021-09-28 起')
})

test('what to do with a case reads as a sentence', () => {
  const answer: Competence = { day: '2026-11-21', township: null, what: 'handOver', organ: { id: 'w', name: '水利局' }, mode: null, modeName: null, reason: '赋权已到期' }
  expect(competenceText(answer)).toBe('应移送：水利局 —— 赋权已到期')
  expect(competenceText({ ...answer, what: 'keep' })).toBe('由本机关办理，不用移送 —— 赋权已到期')
  expect(competenceText({ ...answer, what: 'open', organ: null })).toContain('尚不能确定')
})
