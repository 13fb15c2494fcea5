import { describe, expect, it } from 'vitest'
import type { DutyRule, Policy } from '../api/types'
import { chapters } from './plain'

const limit = (text: string, citation: string) => ({ count: 'workingDays', amount: 3, reading: null, text, citation })
const duty = (id: string, more: Partial<DutyRule>): DutyRule => ({ duty: id, name: '移送', trigger: '发现属对方管辖', citation: '规定 第五条', normal: null, urgent: null, grave: null, extension: null, cadence: null, setBy: null, ...more })
const policy = {
  duties: [
    duty('transfer.send', { normal: limit('3个工作日', '规定 第五条'), urgent: limit('24小时', '规定 第六条'), extension: { kind: 'inAll', limit: limit('10个工作日', '规定 第七条'), notice: true, citation: '规定 第七条' } }),
    duty('meeting.convene', { name: '召开联席会议', cadence: 'monthly', citation: '规定 第九条' }), duty('odd.thing', { name: '公示', normal: { ...limit('及时', '规定 第十条'), amount: 0 } }),
  ],
  transfer: { ownName: { value: '以本机关名义', citation: '规定 第四条' }, oneCase: null },
  materials: [{ id: 'letter', name: '移送函', required: true, when: null, citation: '规定 第八条' }],
  dispute: { returned: [{ id: 'talk', name: '双方协商', by: 'parties', citation: '规定 十' }, { id: 'decide', name: '县政府决定', by: 'government', citation: '规定 十一' }], competence: [] },
  sections: [{ id: 'complaint', title: '投诉举报', rules: [{ id: 'cite', text: '有此规程', citation: '规定 十二' }, { id: 'tells', text: '没有发现问题的，答复投诉人', citation: '规定 十二' }] }],
} as unknown as Policy
const lines = (id: string) => chapters(policy).find(c => c.id === id)?.sentences.map(s => `${s.text} [${s.citation}]`)

describe('the rules in plain words', () => {
  it('say each case of a duty with its own place in the document', () => {
    expect(lines('transfer')).toEqual(['移送：自“发现属对方管辖”起，3个工作日 [规定 第五条]', '移送，情况紧急的：24小时 [规定 第六条]', '移送，延期：合计不超过10个工作日（须事先告知） [规定 第七条]', '以谁的名义移送：以本机关名义 [规定 第四条]'])
    expect(lines('meeting')).toEqual(['召开联席会议：每月一次 [规定 第九条]'])
  })
  it('leave out what the document does not have, and forget nothing that it has', () => {
    expect(lines('competence')).toBeUndefined()
    expect(lines('hazard')).toBeUndefined()
    expect(lines('other')).toEqual(['公示：“发现属对方管辖”后及时 [规定 第十条]'])
  })
  it('say who settles a dispute, level by level, and what a complainant may expect', () => {
    expect(lines('returned')).toEqual(['双方协商 [规定 十]', '县政府决定 [规定 十一]'])
    expect(lines('complaint')).toEqual(['没有发现问题的，答复投诉人 [规定 十二]'])
  })
})
