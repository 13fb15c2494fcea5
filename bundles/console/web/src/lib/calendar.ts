import { t } from '../language'
import type { CalendarEntry } from '../api/types'

/** Days are ISO text in the jurisdiction's zone and counted in UTC, so that no summer time of the browser's can bend them. */
export type View = 'month' | 'week' | 'list'
export const VIEWS = { month: t('月'), week: t('周'), list: t('列表') } as const
export const SHOWN = { all: t('全部'), ours: t('本单位应办'), owed: t('他单位应办'), mine: t('我经办的'), on: t('会议和活动') } as const
export type Shown = keyof typeof SHOWN

const DAY = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const iso = (millis: number) => new Date(millis).toISOString().slice(0, 10)

export const plusDays = (day: string, days: number) => iso(utc(day) + days * DAY)

/** The same day of another month; the last one where it has no such day. */
export function plusMonths(day: string, months: number): string {
  const [y, m, d] = day.split('-').map(Number)
  const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate()
  return iso(Date.UTC(y, m - 1 + months, Math.min(d, last)))
}

/** Weeks begin on Monday. */
export const monday = (day: string) => plusDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7))

/** First and last day of what is shown around a day: whole weeks of a grid, the month alone in a list. */
export function rangeOf(view: View, day: string): { from: string; to: string } {
  const first = `${day.slice(0, 8)}01`
  const last = plusDays(plusMonths(first, 1), -1)
  if (view === 'list') return { from: first, to: last }
  const from = monday(view === 'week' ? day : first)
  return { from, to: plusDays(monday(view === 'week' ? day : last), 6) }
}

/** Where a key leads from a day; null for a key that means nothing here. */
export function moved(key: string, day: string, view: View): string | null {
  switch (key) {
    case 'ArrowLeft': return plusDays(day, -1)
    case 'ArrowRight': return plusDays(day, 1)
    case 'ArrowUp': return plusDays(day, -7)
    case 'ArrowDown': return plusDays(day, 7)
    case 'Home': return monday(day)
    case 'End': return plusDays(monday(day), 6)
    case 'PageUp': return stepped(view, day, -1)
    case 'PageDown': return stepped(view, day, 1)
    default: return null
  }
}

export const stepped = (view: View, day: string, step: number) => (view === 'week' ? plusDays(day, 7 * step) : plusMonths(day, step))

export function shownOf(entries: CalendarEntry[], shown: Shown): CalendarEntry[] {
  switch (shown) {
    case 'ours': return entries.filter(e => e.ours)
    case 'owed': return entries.filter(e => e.kind === 'limit' && !e.ours)
    case 'mine': return entries.filter(e => e.mine)
    case 'on': return entries.filter(e => e.kind !== 'limit')
    default: return entries
  }
}

/** When within its day; nothing for what lasts all day. */
export const hourOf = (e: CalendarEntry) => (e.allDay ? '' : e.at.slice(11, 16))
