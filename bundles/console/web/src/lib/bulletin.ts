import type { BulletinLimits, Session } from '../api/types'

const READERS = ['auditor', 'justiceBureau', 'governmentOffice']
const OFFICES = ['jointMeeting', 'department', 'justiceBureau', 'government']

/** Who may be a reader of the bulletin; whether a department is the joint meeting's office, the server knows. */
export const mayReadBulletin = (s: Session) => s.roles.some(r => READERS.includes(r)) || OFFICES.includes(s.organ.kind) && s.roles.some(r => r !== 'administrator')

/** The share that was on time of all whose time was up. */
export function onTimeRate(l: BulletinLimits): string {
  const judged = l.onTime + l.late + l.refused + l.unanswered
  return judged ? `${Math.round(l.onTime / judged * 1000) / 10}%` : '—'
}

/** First and last day of the month before or after that of a day; both as ISO text. */
export function month(day: string, step = 0): { from: string; to: string } {
  const [year, of] = day.split('-').map(Number)
  const at = (months: number, date: number) => new Date(Date.UTC(year, of - 1 + step + months, date)).toISOString().slice(0, 10)
  return { from: at(0, 1), to: at(1, 0) }
}
