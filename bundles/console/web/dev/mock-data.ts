import type { ActionForm, Deadline, Field, MaterialSlot, Organ, Policy } from '../src/api/types'

export const jurisdictions = ['甲县', '乙区', '丙市', '丁区', '戊区'].map((name, i) => ({ id: `j${i}`, name, division: null, policyVersion: '2025.1', inForceSince: '2021-09-10' }))
export const organs: Organ[] = [
  { id: 'zf', name: '综合行政执法局', kind: 'department', kindName: '部门', parent: null, code: null, numbering: null, mine: true },
  { id: 'fhz', name: '凤凰镇人民政府', kind: 'township', kindName: '乡镇、街道', parent: null, code: '140925100', numbering: null, mine: false },
  { id: 'sf', name: '司法局', kind: 'justiceBureau', kindName: '司法行政机关', parent: null, code: null, numbering: null, mine: false },
]
export const session = (user: string) => ({
  user, name: '李管', organ: organs[0], jurisdiction: { id: 'j0', name: '甲县' }, roles: user === 'admin' ? ['officer', 'leader', 'administrator'] : ['officer'],
  roleNames: user === 'admin' ? ['执法人员', '单位负责人', '管理员'] : ['执法人员'], csrf: 'mock-csrf', mustChangePassword: user === 'new', idleMinutes: 30, keepsRules: user === 'admin',
})

const base: Omit<Field, 'id' | 'label' | 'type'> = { required: true, options: null, help: null, citation: null, default: null, when: null, organKinds: null, maxLength: 2000 }
export const slots: MaterialSlot[] = [
  { id: 'letter', name: '案件移送函', required: true, pages: false, citation: '某工作机制 三（五）', attached: [] },
  { id: 'evidence', name: '案件来源材料、初步证据材料', required: true, pages: true, citation: '某工作机制 三（六）', attached: [] },
  { id: 'receipt', name: '送达回证', required: false, pages: false, citation: '某工作机制 三（七）', attached: [] },
]
export const form: ActionForm = {
  id: 'send', name: '移送', help: '发现案件属于对方管辖的，以本机关名义移送。', citation: '某工作机制 二（一）', materials: slots.slice(0, 2),
  deadline: { duty: 'transfer.send', variantField: 'urgency', triggerField: 'discoveredAt' },
  fields: [
    { ...base, id: 'subject', label: '案由', type: 'text', maxLength: 100 },
    { ...base, id: 'receiver', label: '受移送机关', type: 'organ', organKinds: ['department'] },
    { ...base, id: 'facts', label: '基本案情', type: 'longText' },
    { ...base, id: 'discoveredAt', label: '发现属对方管辖的时间', type: 'dateTime', help: '期限自此起算。' },
    { ...base, id: 'urgency', label: '紧急程度', type: 'choice', default: 'normal', options: [{ value: 'normal', label: '一般' }, { value: 'urgent', label: '紧急' }, { value: 'grave', label: '重大' }], citation: '某工作机制 二（一）' },
    { ...base, id: 'ongoing', label: '违法行为正在发生', type: 'boolean', default: false },
    { ...base, id: 'measures', label: '已采取的制止措施', type: 'longText', when: { field: 'ongoing', equals: 'true' } },
    { ...base, id: 'officers', label: '交接执法人员', type: 'lines', minItems: 2, citation: '某工作机制 三（四）' },
    { ...base, id: 'letterDate', label: '移送函日期', type: 'date', required: false },
  ],
}

const figures = (onTime: number, late: number, refused: number, unanswered: number, median: number | null) => ({
  arose: onTime + late + refused + unanswered, onTime, late, refused, unanswered, extended: late, running: 0, metWithoutNumber: 2, openWithoutNumber: 1, cancelled: 0, passedOn: 0,
  medianHours: median, medianWorkingDays: median && Math.round(median / 24), rate: onTime + late + refused + unanswered ? onTime / (onTime + late + refused + unanswered) : null,
})
export const assessment = (from: string, to: string) => ({
  from, to, judgedAt: `${to}T24:00:00+08:00`, total: figures(33, 9, 3, 3, 46.5),
  organs: from < '2020' ? [] : organs.map((organ, i) => ({
    organ, total: figures(11 + i, 4 - i, i, 2 - i, 46.5),
    duties: [{ duty: 'transfer.send', dutyName: '移送', figures: figures(8 + i, 2 - i, 0, 1, 20) }, { duty: 'transfer.acknowledge', dutyName: '反馈受理情况', figures: figures(3, 2, i, 2 - i, null) }],
  })),
})

/** Plain fixtures, not the arithmetic: that is the core's. */
export function deadline(duty: string, variant: string, trigger: string): Deadline | null {
  if (variant === 'grave' || !duty) return null
  const common = { duty, variant, trigger, policyVersion: '2025.1', citation: '某工作机制 二（一）' }
  if (variant === 'urgent') return { ...common, count: 'hours', amount: 24, lastDay: '2025-10-01', dueAt: '2025-10-01T10:00:00+08:00', provisional: false, steps: [] }
  return {
    ...common, count: 'workingDays', amount: 3, lastDay: '2025-10-11', dueAt: '2025-10-12T00:00:00+08:00', provisional: trigger.startsWith('2027'),
    steps: [{ day: '2025-09-30', counted: false, why: '起算当日不计' }, ...['01', '02', '03', '04', '05', '06', '07', '08'].map(d => ({ day: `2025-10-${d}`, counted: false, why: '国庆节、中秋节' })),
      { day: '2025-10-09', counted: true, why: '工作日（第1日）' }, { day: '2025-10-10', counted: true, why: '工作日（第2日）' }, { day: '2025-10-11', counted: true, why: '调休上班（第3日）' }],
  }
}

export function policy(id: string): Policy {
  const i = Number(id.slice(1))
  const limit = (text: string, count = 'workingDays') => ({ count, amount: 3, reading: null, text, citation: `${jurisdictions[i].name}规定 二（一）` })
  const duty = (key: string, name: string) => ({ duty: key, name, trigger: '发现属对方管辖', citation: '二（一）', normal: null, urgent: null, grave: null, extension: null, cadence: null, setBy: null })
  return {
    jurisdiction: { ...jurisdictions[i] }, version: '2025.1', contract: 1, inForceSince: '2021-09-10', documents: [{ id: 'd', title: '综合行政执法协作机制', number: `〔2021〕${i}号`, since: null }],
    duties: [
      { ...duty('transfer.send', '移送'), normal: limit(i === 2 ? '5个工作日' : '3个工作日'), urgent: limit(i === 1 ? '立即' : '24小时', 'hours'), grave: i === 0 ? limit('立即', 'immediately') : null,
        extension: i === 2 ? { kind: 'inAll', limit: limit('10个工作日'), notice: true, citation: '四（三）' } : null },
      ...(i === 4 ? [] : [{ ...duty('assist.reply', '协助答复'), normal: limit('5日', 'calendarDays') }]),
      { ...duty('meeting.convene', '召开联席会议'), cadence: i === 1 ? 'monthly' : 'regular' },
    ],
    transfer: { ownName: { value: '以本机关名义移送，内设机构不得对外移送', citation: '三（四）' }, officers: i === 0 ? { value: 2, citation: '三（四）' } : null, noOnward: i === 1 || i === 2 ? { value: true, citation: '三（八）' } : null },
    materials: [{ id: 'letter', name: i === 1 ? '移交函' : '案件移送函', required: true, when: null, citation: '三（五）' }, ...(i === 0 ? [{ id: 'receipt', name: '送达回证', required: true, when: null, citation: '三（七）' }] : [])],
    dispute: { returned: i === 1 || i === 2 ? [{ id: 'gov', name: '报本级人民政府决定', kind: 'decide', by: 'government', citation: '四' }]
      : [{ id: 'n', name: '双方协商', kind: 'negotiate', by: 'parties', citation: '四' }, { id: 'g', name: '县级人民政府裁定', kind: 'decide', by: 'government', citation: '四' }],
    competence: [{ id: 'n', name: '双方协商', kind: 'negotiate', by: 'parties', citation: '五' }] },
    sections: i < 3 ? [{ id: 'meetings', title: '联席会议', rules: [{ id: 'r', text: '办公室设在司法行政机关。', citation: '六' }] }] : [],
  }
}
