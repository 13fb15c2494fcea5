import { t } from '../language'
/** Date text. The API always says +08:00, so the text is cut, never converted: the browser's own zone must not matter. */

const WEEK = [t('日'), t('一'), t('二'), t('三'), t('四'), t('五'), t('六')]

/** `2025-09-30T10:05:00+08:00` → `2025-09-30 10:05`; a time in any other zone is brought to +08:00 first. */
export function dateTimeText(iso: string | null | undefined): string {
  if (!iso) return ''
  return china(iso).slice(0, 16).replace('T', ' ')
}

/** `2025-09-30` → `9月30日 周二`. */
export function dayText(day: string): string {
  const [y, m, d] = day.split('-').map(Number)
  return t('{0}月{1}日 周{2}', m, d, WEEK[new Date(Date.UTC(y, m - 1, d)).getUTCDay()])
}

/** The end as people say it: the last day's midnight is `10月11日 24:00`, an hour limit keeps its minute. */
export function dueText(dueAt: string | null, lastDay: string | null): string {
  if (!dueAt) return t('及时办理（文件未规定天数）')
  const local = china(dueAt)
  if (local.slice(11, 16) === '00:00' && lastDay && lastDay !== local.slice(0, 10)) return `${shortDay(lastDay)} 24:00`
  return `${shortDay(local.slice(0, 10))} ${local.slice(11, 16)}`
}

/** The end of a limit with its year; midnight belongs to the day before, as people say it: `2025-10-11 24:00`. */
export function endText(dueAt: string | null | undefined): string {
  if (!dueAt) return t('无期限')
  const [day, time] = dateTimeText(dueAt).split(' ')
  return time === '00:00' ? `${new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)} 24:00` : `${day} ${time}`
}

/** A picker's local text `2025-09-30T10:00:00` becomes an instant of the jurisdiction's zone. */
export const withZone = (local: string) => (/(Z|[+-]\d\d:\d\d)$/.test(local) ? local : `${local}+08:00`)
export const withoutZone = (iso: string) => china(iso).slice(0, 19)

/** Now, to the minute, in the jurisdiction's zone. */
export function nowInChina(epochMillis: number): string {
  return `${new Date(epochMillis + 8 * 3600_000).toISOString().slice(0, 16)}:00+08:00`
}

function shortDay(day: string): string {
  const [, m, d] = day.split('-').map(Number)
  return t('{0}月{1}日', m, d)
}

function china(iso: string): string {
  if (!/(Z|[+-]\d\d:\d\d)$/.test(iso) || iso.endsWith('+08:00')) return iso
  return new Date(Date.parse(iso) + 8 * 3600_000).toISOString()
}

/** The day that a cell of a calendar stands for, whatever the browser's zone. */
export function dayOf(cell: Date): string {
  return [cell.getFullYear(), String(cell.getMonth() + 1).padStart(2, '0'), String(cell.getDate()).padStart(2, '0')].join('-')
}
