import type { Assessment, Figures, Named } from '../api/types'
import { dateTimeText } from './dates'
import { t } from '../language'

/** A line of the table; the first of an organ spans all of them, totals close them. */
export interface Line { organ: Named; span: number; name: string; sum: boolean; figures: Figures }

export function lines(a: Assessment): Line[] {
  return a.organs.flatMap(o => [
    ...o.duties.map((d, i) => ({ organ: o.organ, span: i === 0 ? o.duties.length + 1 : 0, name: t(d.dutyName), sum: false, figures: d.figures })),
    { organ: o.organ, span: 0, name: t('小计'), sum: true, figures: o.total },
  ])
}

/** The end of a period that is over is the 24:00 of its last day. */
export function judgedText(a: Assessment): string {
  const at = dateTimeText(a.judgedAt)
  return at.slice(0, 10) > a.to ? `${a.to} 24:00` : at
}

export const rateText = (rate: number | null) => rate === null ? '—' : `${(Math.round(rate * 1000) / 10).toFixed(1)}%`

/** 2 个工作日（46.5 小时） */
export const medianText = (f: Figures) => f.medianWorkingDays === null ? '—' : t('{0} 个工作日（{1} 小时）', f.medianWorkingDays, f.medianHours)

/** What is drawn in one colour and one pattern; the colour is the name of a variable of `style.css`. */
export interface ChartSeries { name: string; colour: string; values: number[] }

const SERIES = [
  { key: 'onTime', name: t('按期'), colour: 'green' }, { key: 'late', name: t('逾期'), colour: 'amber' },
  { key: 'refused', name: t('拒绝'), colour: 'grey' }, { key: 'unanswered', name: t('未答复'), colour: 'red' },
] as const

/** What became of limits, as bars. */
export const figuresSeries = (rows: Figures[]): ChartSeries[] => SERIES.map(s => ({ name: s.name, colour: s.colour, values: rows.map(f => f[s.key]) }))
