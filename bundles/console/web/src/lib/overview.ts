import type { Figures, Overview } from '../api/types'
import { figuresSeries, type ChartSeries } from './assessment'
import { t } from '../language'

/** Where the list behind a figure is. */
export type Behind = { of: 'obligations' | 'overdue' | 'backlog' | 'disputes' } & Record<string, string | number | boolean | undefined>
export const behind = (query: Behind) => ({ path: '/overview/list', query: Object.fromEntries(Object.entries(query).filter(([, v]) => v !== undefined && v !== '').map(([k, v]) => [k, String(v)])) })

/** A cell of a table: a number that may lead to its list. */
export interface Cell { text: string; to?: ReturnType<typeof behind> }
export interface Table { id: string; name: string; head: string[]; rows: { name: string; cells: Cell[] }[]; series: ChartSeries[] }

const counted = (n: number, query: Behind): Cell => (n ? { text: String(n), to: behind(query) } : { text: '0' })
const rate = (f: Figures): Cell => ({ text: f.rate === null ? '—' : `${(Math.round(f.rate * 1000) / 10).toFixed(1)}%` })
const STANDS = ['onTime', 'late', 'refused', 'unanswered', 'running'] as const
const HEAD = [t('按期率'), t('按期'), t('逾期'), t('拒绝'), t('未答复'), t('办理中')]
const AGE_COLOURS = ['green', 'deep', 'grey', 'amber', 'red']

const cells = (f: Figures, query: Omit<Behind, 'of'>): Cell[] => [rate(f), ...STANDS.map(s => counted(f[s], { of: 'obligations', ...query, stand: s }))]

/** Organ by organ; of one organ alone, duty by duty. */
export function onTime(o: Overview): Table {
  const { from, to, organs } = o.assessment
  const rows = organs.length === 1
    ? organs[0].duties.map(d => ({ name: t(d.dutyName), figures: d.figures, query: { from, to, organ: organs[0].organ.id, duty: d.duty } }))
    : organs.map(x => ({ name: x.organ.name, figures: x.total, query: { from, to, organ: x.organ.id } }))
  return { id: 'on-time', name: organs.length === 1 ? t('各职责的办理情况') : t('各单位的办理情况'), head: [organs.length === 1 ? t('职责') : t('单位'), ...HEAD], series: figuresSeries(rows.map(r => r.figures)),
    rows: rows.map(r => ({ name: r.name, cells: cells(r.figures, r.query) })) }
}

export const trend = (o: Overview): Table => ({
  id: 'trend', name: t('各月走势'), head: [t('月份'), ...HEAD], series: figuresSeries(o.months.map(m => m.figures)),
  rows: o.months.map(m => ({ name: m.from.slice(0, 7), cells: cells(m.figures, { from: m.from, to: m.to }) })),
})

export const backlog = (o: Overview): Table => ({
  id: 'backlog', name: t('在办事项（按已开办时间）'), head: [t('规程'), t('在办'), ...(o.backlog[0]?.ages.map(a => t(a.text)) ?? [])],
  series: (o.backlog[0]?.ages ?? []).map((a, i) => ({ name: t(a.text), colour: AGE_COLOURS[i], values: o.backlog.map(b => b.ages[i].open) })),
  rows: o.backlog.map(b => ({ name: t(b.procedure.name), cells: [counted(b.open, { of: 'backlog', procedure: b.procedure.id }), ...b.ages.map(a => counted(a.open, { of: 'backlog', procedure: b.procedure.id, age: a.age }))] })),
})

export const overdue = (o: Overview): Table => ({
  id: 'overdue', name: t('现在已逾期未办结'), head: [t('单位'), t('件数')], series: [{ name: t('已逾期'), colour: 'red', values: o.overdue.map(x => x.overdue) }],
  rows: o.overdue.map(x => ({ name: x.organ.name, cells: [counted(x.overdue, { of: 'overdue', organ: x.organ.id })] })),
})

export const disputes = (o: Overview): Table => ({
  id: 'disputes', name: t('争议在哪一级解决'), head: [t('层级'), t('考核期内解决'), t('现在办理'), t('用时中位数')],
  series: [{ name: t('考核期内解决'), colour: 'green', values: o.disputes.levels.map(l => l.ended) }, { name: t('现在办理'), colour: 'amber', values: o.disputes.levels.map(l => l.open) }],
  rows: o.disputes.levels.map(l => ({ name: t('第 {0} 级 {1}', l.number, l.name), cells: [
    counted(l.ended, { of: 'disputes', level: l.number, ended: true, from: o.assessment.from, to: o.assessment.to }),
    counted(l.open, { of: 'disputes', level: l.number, from: o.assessment.from, to: o.assessment.to }),
    { text: l.medianDays === null ? '—' : t('{0} 天', l.medianDays) }] })),
})
