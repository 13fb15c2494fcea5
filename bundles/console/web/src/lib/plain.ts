import { t } from '../language'
import type { DutyRule, Limit, Policy } from '../api/types'
import { comparison, dutyCell, VARIANTS, type VariantId } from './policies'

/** A jurisdiction's rules in plain words: made of what the policy says, each sentence with the place it stands at; nothing is added. */
export interface Sentence { key: string; text: string; citation: string }
export interface Chapter { id: string; title: string; sentences: Sentence[]; ordered?: boolean }

/** Which duties a chapter tells of, by the first part of their ids; what is in none comes last. */
const CHAPTERS: [id: string, title: string, duties: string[]][] = [
  ['complaint', t('向我们投诉举报以后'), ['complaint']],
  ['transfer', t('案件由谁交给谁，多长时间内'), ['transfer']],
  ['assistance', t('单位之间请求协助和征求意见'), ['assist', 'consult', 'records']],
  ['sharing', t('单位之间共享信息'), ['share']],
  ['enforcement', t('作出处罚决定以后'), ['enforce']],
  ['hazard', t('发现重大隐患'), ['hazard']],
  ['criminal', t('涉嫌犯罪的案件'), ['criminal', 'police']],
  ['meeting', t('联席会议'), ['meeting']],
]

const CASES: Record<VariantId, string> = { normal: '', urgent: t('情况紧急的'), grave: t('情况重大的'), extended: t('延期') }

export function chapters(policy: Policy): Chapter[] {
  const known = new Set(CHAPTERS.flatMap(c => c[2]))
  const of = (wanted: (prefix: string) => boolean) => policy.duties.filter(d => wanted(d.duty.split('.')[0])).flatMap(sentences)
  const said: Chapter[] = CHAPTERS.map(([id, title, duties]) => ({ id, title, sentences: of(p => duties.includes(p)) }))
  said.find(c => c.id === 'complaint')!.sentences.push(...section(policy, 'complaint'))
  said.find(c => c.id === 'transfer')!.sentences.push(...comparison([policy]).filter(r => r.group === t('移送规则'))
    .map(r => ({ key: r.key, text: t('{0}：{1}', r.name, r.cells[0]!.text), citation: r.cells[0]!.citation ?? '' })))
  said.push({ id: 'other', title: t('其他时限'), sentences: of(p => !known.has(p)) })
  said.push({ id: 'returned', title: t('接收单位认为案件不归自己管时'), sentences: levels(policy.dispute.returned), ordered: true })
  said.push({ id: 'competence', title: t('对权限有其他争议时'), sentences: levels(policy.dispute.competence), ordered: true })
  said.push({ id: 'materials', title: t('移送时要附的材料'), sentences: policy.materials.map(m => ({ key: m.id, citation: m.citation,
    text: m.when ? t('{0}（遇“{1}”时）', m.name, m.when) : m.required ? t('{0}（应当附）', m.name) : t('{0}（有则附）', m.name) })) })
  return said.filter(c => c.sentences.length)
}

/** One sentence for each case of a duty that the policy has. */
function sentences(rule: DutyRule): Sentence[] {
  return (Object.keys(VARIANTS) as VariantId[]).flatMap(variant => {
    const cell = dutyCell(rule, variant)
    if (!cell) return []
    const text = variant !== 'normal' ? t('{0}，{1}：{2}', t(rule.name), CASES[variant], cell.text)
      : rule.normal && rule.trigger ? counted(t(rule.name), t(rule.trigger), rule.normal) : t('{0}：{1}', t(rule.name), cell.text)
    return [{ key: `${rule.duty}/${variant}`, text, citation: cell.citation ?? rule.citation ?? '' }]
  })
}

function counted(name: string, trigger: string, limit: Limit): string {
  if (limit.count.endsWith('Before')) return t('{0}：{1}，{2}', name, trigger, t(limit.text))
  return limit.amount ? t('{0}：自“{1}”起，{2}', name, trigger, t(limit.text)) : t('{0}：“{1}”后{2}', name, trigger, t(limit.text))
}

/** What the policy says of a procedure in words; that there is one goes without saying here. */
const section = (policy: Policy, id: string): Sentence[] =>
  (policy.sections.find(s => s.id === id)?.rules ?? []).filter(r => r.id !== 'cite').map(r => ({ key: `${id}/${r.id}`, text: r.text, citation: r.citation }))

const levels = (path: Policy['dispute']['returned']): Sentence[] => path.map(l => ({ key: l.id, text: l.name, citation: l.citation }))
