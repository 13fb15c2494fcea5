import type { Field, FieldValue, FieldValues } from '../api/types'
import { t } from '../language'

/** Fields that hold a list. */
const SEVERAL = ['lines', 'choices', 'organs', 'people']

/** A field with `when` shows only while the other field is itself shown and has that value. */
export function isVisible(field: Field, fields: Field[], values: FieldValues): boolean {
  if (!field.when) return true
  const { field: id, equals } = field.when
  const other = fields.find(f => f.id === id)
  return (!other || other === field || isVisible(other, fields, values)) && String(values[id] ?? '') === equals
}

export function initialValues(fields: Field[]): FieldValues {
  return Object.fromEntries(fields.map(f => [f.id, f.default ?? blank(f)]))
}

function blank(field: Field): FieldValue {
  if (field.type === 'boolean') return field.required ? null : false
  if (SEVERAL.includes(field.type)) return field.type === 'lines' ? Array.from({ length: Math.max(1, field.minItems ?? 0) }, () => '') : []
  return ''
}

/** What is sent: visible fields that hold something; lines without the empty ones. */
export function sentValues(fields: Field[], values: FieldValues): FieldValues {
  const sent: FieldValues = {}
  for (const field of fields) {
    if (!isVisible(field, fields, values)) continue
    const value = cleaned(values[field.id])
    if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) sent[field.id] = value
  }
  return sent
}

/** What the person still has to fill in, by field id; the server checks the same and more. */
export function missing(fields: Field[], values: FieldValues): Record<string, string> {
  const found: Record<string, string> = {}
  const sent = sentValues(fields, values)
  for (const field of fields) {
    if (!isVisible(field, fields, values)) continue
    const value = sent[field.id]
    if (SEVERAL.includes(field.type) && field.minItems && (field.required || value) && (Array.isArray(value) ? value.length : 0) < field.minItems) {
      found[field.id] = t('{0}：至少填写 {1} 项', t(field.label), field.minItems)
    } else if (field.required && value === undefined) {
      found[field.id] = t('请{0}{1}', ['choice', 'choices', 'organ', 'organs', 'people', 'boolean', 'date', 'dateTime'].includes(field.type) ? t('选择') : t('填写'), t(field.label))
    }
  }
  return found
}

function cleaned(value: FieldValue | undefined): FieldValue {
  if (Array.isArray(value)) return value.map(v => v.trim()).filter(Boolean)
  return typeof value === 'string' ? value.trim() : value ?? null
}

/** Whether a day lies outside of what a field takes; days as year-month-day, today as it is in China. */
export function isOutside(span: Field['span'], day: string, today: string): boolean {
  return span === 'future' ? day < today : span === 'past' && day > today
}
