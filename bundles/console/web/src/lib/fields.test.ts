import { expect, test } from 'vitest'
import type { Field } from '../api/types'
import { initialValues, isOutside, isVisible, missing, sentValues } from './fields'

const field = (id: string, over: Partial<Field> = {}): Field =>
  ({ id, label: id, type: 'text', required: true, options: null, help: null, citation: null, default: null, when: null, organKinds: null, ...over })
const ongoing = field('ongoing', { type: 'boolean' })
const measures = field('measures', { type: 'longText', when: { field: 'ongoing', equals: 'true' } })
const photos = field('photos', { when: { field: 'measures', equals: 'stop' } })
const officers = field('officers', { type: 'lines', minItems: 2 })

test('when: shown only while the other field has the value', () => {
  expect(isVisible(measures, [ongoing, measures], { ongoing: true })).toBe(true)
  expect(isVisible(measures, [ongoing, measures], { ongoing: false })).toBe(false)
  expect(isVisible(measures, [ongoing, measures], {})).toBe(false)
})
test('when: hidden with the field that it depends on', () => {
  expect(isVisible(photos, [ongoing, measures, photos], { ongoing: false, measures: 'stop' })).toBe(false)
})
test('a hidden field is neither asked for nor sent', () => {
  const values = { ongoing: false, measures: 'typed before' }
  expect(missing([ongoing, measures], values)).toEqual({})
  expect(sentValues([ongoing, measures], values)).toEqual({ ongoing: false })
})
test('false is an answer, nothing is not', () => {
  expect(missing([ongoing], { ongoing: false })).toEqual({})
  expect(missing([ongoing], { ongoing: null })).toEqual({ ongoing: '请选择ongoing' })
})
test('lines: the empty ones do not count towards the least number', () => {
  expect(missing([officers], { officers: ['甲', '  '] })).toEqual({ officers: 'officers：至少填写 2 项' })
  expect(sentValues([officers], { officers: ['甲 ', '', '乙'] })).toEqual({ officers: ['甲', '乙'] })
})
test('several of a kind start empty and are asked for in their number', () => {
  const supervisors = field('supervisors', { type: 'people', minItems: 2 })
  expect(initialValues([supervisors])).toEqual({ supervisors: [] })
  expect(missing([supervisors], { supervisors: ['li'] })).toEqual({ supervisors: 'supervisors：至少填写 2 项' })
  expect(sentValues([supervisors], { supervisors: [] })).toEqual({})
})
test('defaults fill the form, lines start with as many rows as are needed', () => {
  expect(initialValues([officers, field('urgency', { type: 'choice', default: 'normal' })])).toEqual({ officers: ['', ''], urgency: 'normal' })
})
test('a span bounds the days, today belongs to it', () => {
  expect([isOutside('past', '2026-11-22', '2026-11-22'), isOutside('past', '2026-11-23', '2026-11-22')]).toEqual([false, true])
  expect([isOutside('future', '2026-11-22', '2026-11-22'), isOutside('future', '2026-11-21', '2026-11-22')]).toEqual([false, true])
  expect(isOutside('any', '1999-01-01', '2026-11-22')).toBe(false)
})
