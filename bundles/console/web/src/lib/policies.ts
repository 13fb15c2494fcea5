import type { DutyRule, Policy } from '../api/types'
import { t } from '../language'

export interface Cell { text: string; citation: string | null }
export interface Row { key: string; group: string; name: string; cells: (Cell | null)[] }

export const VARIANTS = { normal: t('一般'), urgent: t('紧急'), grave: t('重大'), extended: t('延期') } as const
export type VariantId = keyof typeof VARIANTS
/** Behind a duty's name, where it is not the ordinary one. */
export const variantText = (variant: string) => variant === 'normal' ? '' : t('（{0}）', VARIANTS[variant as VariantId] ?? variant)

const CADENCE: Record<string, string> = { monthly: t('每月一次'), halfYearly: t('每半年一次'), yearly: t('每年一次'), regular: t('定期（未规定次数）') }

/** Names for rules that the policy gives without one of their own. */
const TRANSFER: Record<string, string> = {
  ownName: t('以谁的名义移送'), unlessLawCited: t('法律另有规定可除外'), oneCase: t('一案一移送'), officers: t('交接执法人员人数'), leaderApproval: t('负责人审批'),
  contact: t('指定联系人'), handOverList: t('材料交接单'), receipt: t('送达回证'), disposedGoods: t('先行处理的物品'), ongoing: t('违法行为正在发生时'),
  reasonedRefusal: t('不得无故拒绝'), evidence: t('对方收集的证据'), closedBefore: t('权限交接前已办结'), filedBefore: t('权限交接前已立案'),
  legacy: t('历史遗留案件'), noOnward: t('不得再行移送'),
}
const BY: Record<string, string> = { parties: t('双方'), justiceBureau: t('司法行政机关'), government: t('本级人民政府'), legalOffice: t('政府法制机构') }

/** The variants for which this policy can answer a deadline. */
export function variantsOf(rule: DutyRule): VariantId[] {
  const found = (['normal', 'urgent', 'grave'] as VariantId[]).filter(v => rule[v as 'normal'])
  return rule.extension?.limit ? [...found, 'extended'] : found
}

export function dutyCell(rule: DutyRule | undefined, variant: VariantId): Cell | null {
  if (!rule) return null
  if (variant === 'extended') return extensionCell(rule)
  const limit = rule[variant]
  if (limit) return { text: t(limit.text), citation: limit.citation }
  if (variant !== 'normal') return null
  if (rule.setBy) return { text: rule.setBy, citation: rule.citation }
  return rule.cadence ? { text: CADENCE[rule.cadence] ?? rule.cadence, citation: rule.citation } : null
}

function extensionCell(rule: DutyRule): Cell | null {
  const e = rule.extension
  if (!e) return null
  const kind = { inAll: t('合计不超过'), further: t('另加不超过'), unbounded: t('可以延期，未规定上限') }[e.kind]
  return { text: `${kind}${t(e.limit?.text ?? '')}${e.notice ? t('（须事先告知）') : ''}`, citation: e.citation }
}

/** Rows of the side-by-side table; a row that no jurisdiction fills is left out, a duty alone in one keeps its row. */
export function comparison(policies: Policy[]): Row[] {
  const rows: Row[] = []
  const add = (group: string, key: string, name: string, cells: (Cell | null)[]) => {
    if (cells.some(Boolean)) rows.push({ group, key: `${group}/${key}`, name, cells })
  }
  for (const [duty, name] of union(policies, p => p.duties.map(d => [d.duty, d.name] as const))) {
    for (const variant of Object.keys(VARIANTS) as VariantId[]) {
      add(t('时限'), `${duty}/${variant}`, t(name) + variantText(variant),
        policies.map(p => dutyCell(p.duties.find(d => d.duty === duty), variant)))
    }
  }
  for (const [key] of union(policies, p => Object.keys(p.transfer ?? {}).map(k => [k, k] as const))) {
    if (key !== 'materials') add(t('移送规则'), key, transferName(key, policies), policies.map(p => transferCell(p.transfer?.[key])))
  }
  for (const [id, name] of union(policies, p => p.materials.map(m => [m.id, m.name] as const))) {
    add(t('移送材料'), id, name, policies.map(p => {
      const m = p.materials.find(x => x.id === id)
      return m ? { text: `${m.name === name ? '' : `${m.name}：`}${m.when ? t('遇“{0}”时', m.when) : m.required ? t('应当附') : t('有则附')}`, citation: m.citation } : null
    }))
  }
  add(t('争议解决'), 'returned', t('受移送方认为不属本方管辖'), policies.map(p => path(p.dispute.returned)))
  add(t('争议解决'), 'competence', t('其他权限争议'), policies.map(p => path(p.dispute.competence)))
  for (const [id, title] of union(policies, p => (p.sections ?? []).map(s => [s.id, s.title] as const))) {
    add(t('其他规定'), id, title, policies.map(p => {
      const s = p.sections?.find(x => x.id === id)
      return s ? { text: s.rules.map(r => r.text).join('\n'), citation: s.rules.map(r => r.citation).join('；') } : null
    }))
  }
  return rows
}

function path(levels: Policy['dispute']['returned'] | undefined): Cell | null {
  if (!levels?.length) return null
  return {
    text: levels.map((l, i) => `${levels.length > 1 ? `${i + 1}. ` : ''}${l.name ?? BY[l.by] ?? l.by}`).join('\n'),
    citation: [...new Set(levels.map(l => l.citation))].join('；'),
  }
}

function transferName(key: string, policies: Policy[]): string {
  const named = policies.map(p => p.transfer?.[key]).find(r => isRule(r) && typeof r.name === 'string')
  return (isRule(named) ? named.name : undefined) ?? TRANSFER[key] ?? key
}

function transferCell(rule: unknown): Cell | null {
  if (rule === null || rule === undefined || rule === false) return null
  if (!isRule(rule)) return { text: plain(rule), citation: null }
  if (rule.value === null || rule.value === undefined || rule.value === false) return null
  return { text: rule.text ?? plain(rule.value), citation: rule.citation ?? null }
}

const plain = (value: unknown): string => value === true ? t('是') : Array.isArray(value) ? value.map(plain).join('\n') : String(value)

function isRule(rule: unknown): rule is { value: unknown; name?: string; text?: string; citation?: string } {
  return typeof rule === 'object' && rule !== null && 'value' in rule
}

function union(policies: Policy[], keys: (p: Policy) => (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const policy of policies) for (const [key, name] of keys(policy)) if (!found.has(key)) found.set(key, name)
  return found
}
