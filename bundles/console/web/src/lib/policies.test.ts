import { expect, test } from 'vitest'
import type { DutyRule, Limit, Policy } from '../api/types'
import { comparison, dutyCell, variantsOf } from './policies'

const limit = (text: string): Limit => ({ count: 'workingDays', amount: 3, reading: null, text, citation: '某规定 一' })
const send: DutyRule = {
  duty: 'transfer.send', name: '移送', trigger: null, citation: null, normal: limit('3个工作日'), urgent: limit('24小时'), grave: null,
  extension: { kind: 'inAll', limit: limit('10个工作日'), notice: true, citation: '某规定 二' }, cadence: null, setBy: null,
}
const policy = (id: string, duties: DutyRule[], transfer: Record<string, unknown> = {}): Policy => ({
  jurisdiction: { id, name: id, division: null }, version: '1', contract: 1, inForceSince: '2021-01-01', documents: [], duties, transfer,
  materials: [], dispute: { returned: [], competence: [] }, sections: [],
})

test('only the variants that the policy has can be asked', () => expect(variantsOf(send)).toEqual(['normal', 'urgent', 'extended']))
test('an extension without a bound cannot be computed', () => {
  expect(variantsOf({ ...send, extension: { kind: 'unbounded', limit: null, notice: true, citation: '' } })).toEqual(['normal', 'urgent'])
})
test('in all and on top of are told apart', () => {
  expect(dutyCell(send, 'extended')?.text).toBe('合计不超过10个工作日（须事先告知）')
})
test('what a document does not have stays empty, a row that none has is left out', () => {
  const rows = comparison([policy('a', [send]), policy('b', [], { noOnward: { value: true, citation: '某办法 五' } })])
  expect(rows.map(r => r.name)).toEqual(['移送', '移送（紧急）', '移送（延期）', '不得再行移送'])
  expect(rows[0].cells[1]).toBeNull()
  expect(rows[3].cells).toEqual([null, { text: '是', citation: '某办法 五' }])
})
