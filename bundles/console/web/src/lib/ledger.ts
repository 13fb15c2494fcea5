import type { LedgerEntry } from '../api/types'
import { nameOf } from './text'
import { t } from '../language'

/** What the ledger's list of kinds has in place of an action: every change of state. */
const MOVES = 'moves'

/** The acts that occur, each once, and the changes of state where not every act is one. */
export function kinds(entries: LedgerEntry[]): { id: string; name: string }[] {
  const acts = new Map(entries.map(e => [e.action, e.actionName]))
  const all = [...acts].map(([id, name]) => ({ id: `action:${id}`, name: t(name) }))
  return entries.every(moves) ? all : [{ id: MOVES, name: t('状态变化') }, ...all]
}

export function people(entries: LedgerEntry[]): string[] {
  return [...new Set(entries.map(who))]
}

/** Newest first, unless asked otherwise. */
export function shown(entries: LedgerEntry[], kind: string, person: string, oldestFirst: boolean): LedgerEntry[] {
  const found = entries.filter(e => (!kind || (kind === MOVES ? moves(e) : kind === `action:${e.action}`)) && (!person || person === who(e)))
  return oldestFirst ? found : [...found].reverse()
}

const moves = (e: LedgerEntry) => e.from !== e.to
const who = (e: LedgerEntry) => `${nameOf(e.who.organ)} ${e.who.name}`
