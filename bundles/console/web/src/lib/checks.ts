import type { Field, FieldValue } from '../api/types'
import { isOutside } from './fields'
import { t } from '../language'

const LATEST_DAYS = 3653
const TIMES = ['date', 'dateTime']

/**
 * What is wrong with a value that has been given, as the server would say it; empty if nothing is. What only the server can know (organs, items,
 * one time against another) it says itself.
 *
 * @param now in the jurisdiction's zone, `2026-11-21T10:00:00+08:00`
 */
export function fault(field: Field, value: FieldValue | undefined, now: string): string {
  if (Array.isArray(value)) return several(field, value.map(v => v.trim()).filter(Boolean))
  const text = typeof value === 'string' ? value.trim() : ''
  if (!text) return ''
  if (CONTROL.test(text)) return t('{0}含有不可用的控制字符', t(field.label))
  if (TIMES.includes(field.type)) return time(field, text, now)
  if (field.type === 'number') return number(field, text)
  return tooLong(field, text)
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

function several(field: Field, lines: string[]): string {
  if (!lines.length) return ''
  if (field.minItems && new Set(lines).size < field.minItems) return t('{0}至少需要 {1} 项（不重复）', t(field.label), field.minItems)
  if (field.maxItems && lines.length > field.maxItems) return t('{0}最多 {1} 项', t(field.label), field.maxItems)
  return lines.map(l => tooLong(field, l)).find(Boolean) ?? ''
}

/** In characters as people count them, not in what the browser counts. */
function tooLong(field: Field, text: string): string {
  return ['text', 'longText', 'lines'].includes(field.type) && field.maxLength && [...text].length > field.maxLength ? t('{0}不能超过 {1} 个字', t(field.label), field.maxLength) : ''
}

function number(field: Field, text: string): string {
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(text)) return t('{0}应是不小于 0 的数，最多两位小数', t(field.label))
  return field.most !== undefined && Number(text) > field.most ? t('{0}不能超过 {1}', t(field.label), field.most) : ''
}

function time(field: Field, text: string, now: string): string {
  const day = text.slice(0, 10), today = now.slice(0, 10)
  const later = day > today || field.type === 'dateTime' && Date.parse(text) > Date.parse(now) + 120_000
  const earlier = day < today || field.type === 'dateTime' && Date.parse(text) < Date.parse(now) - 120_000
  if (field.span === 'past' && later) return t('{0}不能晚于现在', t(field.label))
  if (field.span === 'future' && (earlier || isOutside('future', day, today))) return t('{0}不能早于现在', t(field.label))
  if (day < '2000-01-01') return t('{0}早于 2000 年，请核对', t(field.label))
  return (Date.parse(day) - Date.parse(today)) / 86_400_000 > LATEST_DAYS ? t('{0}在十年以后，请核对', t(field.label)) : ''
}
