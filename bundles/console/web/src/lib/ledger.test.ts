import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../api/types'
import { kinds, people, shown } from './ledger'

const entry = (seq: number, action: string, from: string | null, to: string, name: string) =>
  ({ seq, action, actionName: `做${action}`, from, to, who: { name, organ: { id: 'o', name: '城关镇' } }, details: [] }) as unknown as LedgerEntry
const ledger = [entry(1, 'open', null, 'discovered', '张三'), entry(2, 'note', 'discovered', 'discovered', '李四'), entry(3, 'send', 'discovered', 'sent', '张三')]

describe('the ledger as it is shown', () => {
  it('comes newest first, or oldest first when asked', () => {
    expect(shown(ledger, '', '', false).map(e => e.seq)).toEqual([3, 2, 1])
    expect(shown(ledger, '', '', true).map(e => e.seq)).toEqual([1, 2, 3])
  })
  it('can be narrowed to changes of state, to an act, to a person', () => {
    expect(shown(ledger, 'moves', '', true).map(e => e.seq)).toEqual([1, 3])
    expect(shown(ledger, 'action:note', '', true).map(e => e.seq)).toEqual([2])
    expect(shown(ledger, 'moves', '城关镇 李四', true)).toEqual([])
  })
  it('offers what occurs, each once', () => {
    expect(kinds([...ledger, ledger[1]]).map(k => k.id)).toEqual(['moves', 'action:open', 'action:note', 'action:send'])
    expect(people(ledger)).toEqual(['城关镇 张三', '城关镇 李四'])
  })
})
