/** The answers of /api/v1 about versions of rules and calendars, as the console uses them. Times are ISO with +08:00. */

export type SubjectId = 'policy' | 'calendar'
export type EditionState = 'proposed' | 'planned' | 'inForce' | 'former'
export interface Edition {
  version: string; state: EditionState; receivedAt: string; receivedBy: string; receivedByName?: string | null
  sha256?: string | null; signer?: string | null; documents: string[]
}
export interface Term {
  seq: number; version: string; since: string; until?: string | null; decidedAt: string; decidedBy: string; decidedByName?: string | null
  kind: 'arrived' | 'adopted' | 'back'; kindText: string; reason: string; withdrawnAt?: string | null
}
/** What was refused or does not run: one line with bundle or file, line, key and what to do. */
export interface Trouble { text: string; since: string }
export interface RuleVersions { signed: boolean; editions: Edition[]; terms: Term[]; troubles: Trouble[]; suspendedSince?: string | null }
export interface Received { version: string; state: EditionState; warnings: string[]; signer?: string | null }
export interface Change {
  key: string; title: string; before?: string | null; after?: string | null; citationBefore?: string | null; citationAfter?: string | null
}
export interface Preview {
  from?: string | null; to: string; changes: Change[]; warnings: string[]
  examples: { example: string; before: string; after: string }[]
  touched: { matters: number; obligations: number; capped: boolean; byDuty: { duty: string; name: string; obligations: number }[] }
  days?: { date: string; before?: string | null; after?: string | null }[] | null
  recounts?: { matter: string; title: string; duty: string; name: string; organ: string; organName: string; before?: string | null; after?: string | null }[] | null
}
export interface ReplayFigures { lateBefore: number; lateAfter: number; newlyLate: number; noLongerLate: number; gone: number; obligations: number }
export interface ReplayedObligation {
  matter?: string | null; duty: string; name: string; organ: string; organName: string; trigger: string
  dueBefore?: string | null; dueAfter?: string | null; closedAt?: string | null; lateBefore: boolean; lateAfter: boolean
}
export interface Replay extends ReplayFigures {
  months: number; from: string; to: string; byDuty: (ReplayFigures & { duty: string; name: string })[]; sample: ReplayedObligation[]
}
export interface Moved {
  matter: string; title: string; duty: string; name: string; organ: string; organName: string; versionBefore: string; before?: string | null; after?: string | null
}
export interface RecomputationPreview { version: string; matters: number; obligations: number; moved: Moved[]; movedCount: number }
export interface Recomputed { version: string; matters: number; moved: number }
export interface Announcement { subject: SubjectId; subjectText: string; version: string; since: string; planned: boolean; reason: string; changes: number }
/** A version that is, was or will be in force in one's own jurisdiction. */
export interface PolicyVersion {
  version: string; inForceSince: string; inForceUntil?: string | null; kind?: string; kindText?: string; by?: string | null; reason?: string; documents?: string[]; planned?: boolean
}
export interface NodeView {
  host: string; startedAt: string; signed: boolean; troubles: Trouble[]
  live: { jurisdiction: string; subject: SubjectId; version: string; sha256?: string | null; signer?: string | null; since: string }[]
  suspended: { jurisdiction: string; since: string }[]
  bundles: { name: string; version: string; state: string; modified: string }[]
}
