import { describe, expect, it } from 'vitest'
import type { Field, MaterialSlot, Matter } from '../api/types'
import { doneIn, isAstray, steps } from './guide'
import { practiceSlots, practiceValues } from './practice'

const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({ id, label: id, type, required: true, options: null, help: null, citation: null, default: null, when: null, organKinds: null, ...more })
const slot = (id: string, required = true) => ({ id, name: id, required, pages: false, citation: null }) as MaterialSlot
const LETTER = 'letter'
const NOW = '2026-11-22T10:00:00+08:00'

describe('steps', () => {
  it('has the leader only where the rules ask for approval, and says by which rule', () => {
    expect(steps({ approval: null }, 'a').some(s => s.who === 'town-leader')).toBe(false)
    const approve = steps({ approval: { citation: '规定 四' } }, 'a').find(s => s.id === 'approve')!
    expect(approve.text).toContain('规定 四')
    expect(steps({ approval: { citation: '' } }, 'a').map(s => s.id).indexOf('approve')).toBeLessThan(steps({ approval: { citation: '' } }, 'a').map(s => s.id).indexOf('send'))
  })
})

describe('what the matter shows', () => {
  const matter = (actions: string[], slots: string[], more = {}) => ({
    ledger: actions.map(action => ({ action })), attachments: slots.map(s => ({ slot: s })), materials: [slot(LETTER), slot('source'), slot('other', false)], path: [], open: true, state: 'discovered', ...more,
  }) as unknown as Matter

  it('counts papers only when every required one is there', () => {
    expect(doneIn(matter(['open', 'attach'], [LETTER]))).toEqual(['open'])
    expect(doneIn(matter(['open', 'attach', 'attach'], [LETTER, 'source']))).toEqual(['open', 'papers'])
  })
  it('does not count a paper without its pages where they are counted', () => {
    const counted = matter(['open'], [], { materials: [{ ...slot(LETTER), pages: true }], attachments: [{ slot: LETTER, pages: null }] })
    expect(doneIn(counted)).toEqual(['open'])
    expect(practiceSlots(counted.materials, () => false)).toHaveLength(1)
  })
  it('counts what lies behind a case that was sent, and each act of it', () => {
    expect(doneIn(matter(['open', 'approve', 'send', 'issueDocument', 'accept'], []))).toEqual(expect.arrayContaining(['open', 'letter', 'papers', 'approve', 'send', 'accept']))
  })
  it('sees that the case went another way', () => {
    expect(isAstray(matter([], [], { path: [{ status: 'here', aside: true }] }))).toBe(true)
    expect(isAstray(matter([], [], { open: false, state: 'withdrawn' }))).toBe(true)
    expect(isAstray(matter([], [], { open: false, state: 'closed', path: [{ status: 'here', aside: false }] }))).toBe(false)
  })
})

describe('practice content', () => {
  it('fills what is asked for and empty, nothing else', () => {
    const fields = [field('facts', 'longText'), field('receiver', 'organ'), field('item', 'item', { required: false }), field('ongoing', 'boolean'), field('stopped', 'longText', { when: { field: 'ongoing', equals: 'true' } }),
      field('when', 'dateTime'), field('outcome', 'choice', { options: [{ value: 'penalty', label: '' }] }), field('people', 'lines', { minItems: 2 })]
    const filled = practiceValues(fields, { facts: '自己写的', receiver: '', item: '', ongoing: null, stopped: '', when: '', outcome: '', people: ['', ''] }, 'org-2', NOW)
    expect(filled).toMatchObject({ facts: '自己写的', receiver: 'org-2', item: '', ongoing: false, stopped: '', when: NOW, outcome: 'penalty' })
    expect(new Set(filled.people as string[]).size).toBe(2)
  })
  it('puts in the required papers that are missing, nothing else', () => {
    expect(practiceSlots([slot(LETTER), slot('source'), slot('evidence'), slot('other', false)], s => s.id === 'source').map(s => s.id)).toEqual([LETTER, 'evidence'])
  })
})
