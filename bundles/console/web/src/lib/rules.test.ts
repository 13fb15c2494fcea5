import { expect, test } from 'vitest'
import type { RuleVersions, Term } from '../api/rules'
import { announcementText, changeOf, countText, currentTerm, decisionText, differing, newsKey, plannedTerms, termState, touchedText } from './rules'

const NOW = Date.parse('2026-11-21T12:00:00+08:00')
const term = (seq: number, version: string, since: string, more: Partial<Term> = {}): Term => ({
  seq, version, since, decidedAt: since, decidedBy: 'bundle', kind: 'arrived', kindText: '随规则包施行', reason: '', ...more,
})
const rules: RuleVersions = {
  signed: true, troubles: [], editions: [],
  terms: [
    term(4, '1.3', '2027-02-01T00:00:00+08:00', { withdrawnAt: '2026-11-20T08:00:00+08:00' }), term(3, '1.2', '2027-01-01T00:00:00+08:00'),
    term(2, '1.1', '2026-11-01T00:00:00+08:00', { until: '2027-01-01T00:00:00+08:00' }), term(1, '1.0', '2021-09-10T00:00:00+08:00', { until: '2026-11-01T00:00:00+08:00' }),
  ],
}

test('the version in force is the one that has begun and not ended', () => expect(currentTerm(rules, NOW)?.version).toBe('1.1'))
test('only what lies ahead and stands can be withdrawn', () => expect(plannedTerms(rules, NOW).map(t => t.seq)).toEqual([3]))
test('each decision says what became of it', () => {
  expect(rules.terms.map(t => termState(t, NOW))).toEqual(['已撤回（2026-11-20 08:00）', '尚未开始', '现行', '已结束'])
})
test('added, removed and changed are told in words', () => {
  const changes = [{ key: 'a', title: '', after: '甲' }, { key: 'b', title: '', before: '乙', after: '丙' }, { key: 'c', title: '', before: '丁', after: null }]
  expect(changes.map(changeOf)).toEqual(['added', 'changed', 'removed'])
  expect(countText(changes)).toBe('新增 1 项，删除 1 项，修改 1 项')
  expect(countText([])).toBe('没有变化')
})
test('only what differs is marked', () => {
  expect(differing('3个工作日', '4个工作日')).toEqual({ start: '', before: '3', after: '4', end: '个工作日' })
  expect(differing('及时', '及时办理')).toEqual({ start: '及时', before: '', after: '办理', end: '' })
  expect(differing('11', '111')).toEqual({ start: '11', before: '', after: '1', end: '' })
})
test('rare characters are never cut in half', () => expect(differing('𠮷村', '𬱖村')).toEqual({ start: '', before: '𠮷', after: '𬱖', end: '村' }))
test('the sentence to confirm says when, what, instead of what, and what stays', () => {
  expect(decisionText('policy', '甲县', '1.0+aa', '1.1+bb', null)).toBe('从现在起，甲县施行规则 1.1+bb，替换 1.0+aa；此前已经产生的期限仍按原规则计算，不会改变。')
  expect(decisionText('calendar', '甲县', null, '2027', '2027-01-01T00:00:00+08:00')).toContain('自 2027年1月1日 00:00 起，甲县施行工作日历 2027；')
})
test('a planned change and its beginning are told apart', () => {
  const planned = { subject: 'policy' as const, subjectText: '规则', version: '1.2+0a1b2c3d', since: '2027-01-01T00:00:00+08:00', planned: true, reason: '', changes: 3 }
  expect(announcementText(planned)).toBe('自 2027年1月1日 00:00 起施行新规则 1.2，共 3 处变化。')
  expect(announcementText({ ...planned, planned: false, changes: 0 })).toBe('2027年1月1日 00:00 起已施行新规则 1.2。')
  expect(newsKey(planned)).not.toBe(newsKey({ ...planned, planned: false }))
})
test('running limits keep their rules, but follow the calendar', () => {
  const touched = { matters: 18, obligations: 27, capped: false, byDuty: [] }
  expect(touchedText('policy', touched)).toContain('保持原版本')
  expect(touchedText('calendar', { ...touched, capped: true })).toBe('在办事项 至少 18 件的 至少 27 项期限将重新推算，逐件记入台账。')
  expect(touchedText('policy', { ...touched, matters: 0, obligations: 0 })).toBe('没有触及在办事项。')
})
