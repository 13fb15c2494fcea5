import { t } from '../language'
/** The periods that are assessed, by name. Days are those of the jurisdiction's zone; both ends belong to the period. */
export interface Period { from: string; to: string }
export const PERIODS = { thisYear: t('今年'), lastYear: t('去年'), thisQuarter: t('本季度'), lastQuarter: t('上季度'), own: t('自选') } as const
export type PeriodId = keyof typeof PERIODS

/** @param today ISO day */
export function periodOf(id: Exclude<PeriodId, 'own'>, today: string): Period {
  const [year, month] = today.split('-').map(Number)
  if (id === 'thisYear' || id === 'lastYear') {
    const y = id === 'thisYear' ? year : year - 1
    return { from: `${y}-01-01`, to: `${y}-12-31` }
  }
  const quarters = year * 4 + Math.floor((month - 1) / 3) - (id === 'lastQuarter' ? 1 : 0)
  return quarter(Math.floor(quarters / 4), quarters % 4)
}

function quarter(year: number, index: number): Period {
  return { from: `${year}-${['01-01', '04-01', '07-01', '10-01'][index]}`, to: `${year}-${['03-31', '06-30', '09-30', '12-31'][index]}` }
}
