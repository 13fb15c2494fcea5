/** The answers of /api/v1, as the console uses them. Times are ISO with +08:00. */
export interface Named { id: string; name: string }
export interface Session {
  user: string; name: string; organ: Named & { kind: string }; jurisdiction: Named
  roles: string[]; roleNames: string[]; csrf: string; mustChangePassword: boolean; idleMinutes: number
}
export type Light = 'overdue' | 'soon' | 'inTime' | 'noNumber'
export interface Step { day: string; counted: boolean; why: string }
export interface Deadline {
  duty: string; variant: string; trigger: string; count: string; amount: number | null
  lastDay: string | null; dueAt: string | null; provisional: boolean; policyVersion: string; citation: string; steps: Step[]
}
export interface Obligation {
  id: string; duty: string; dutyName: string; variant: string
  matter: { id: string; title: string; procedureName: string; stateName: string }
  owedBy: Named; trigger: string; count: string; amount: number | null; limitText: string
  lastDay: string | null; dueAt: string | null; dueText: string; light: Light; lightText: string; provisional: boolean
  status: 'open' | 'met' | 'late' | 'cancelled' | 'passedOn' | 'refused'; closedAt: string | null; extended: boolean
  policyVersion: string; citation: string; steps?: Step[]
}
export interface Field {
  id: string; label: string
  type: 'text' | 'longText' | 'dateTime' | 'date' | 'number' | 'boolean' | 'choice' | 'choices' | 'organ' | 'organs' | 'people' | 'item' | 'lines'
  required: boolean; options: { value: string; label: string }[] | null; minItems?: number; maxLength?: number; most?: number; span?: 'past' | 'future' | 'any'
  help: string | null; citation: string | null; default: FieldValue
  when: { field: string; equals: string } | null; organKinds: string[] | null; confidential?: boolean
}
export type FieldValue = string | boolean | string[] | null
export type FieldValues = Record<string, FieldValue>
export interface MaterialSlot { id: string; name: string; required: boolean; pages: boolean; citation: string | null; attached?: string[] }
export interface ActionForm {
  id: string; name: string; help: string | null; fields: Field[]
  deadline: { duty: string; variantField: string | null; triggerField: string | null } | null
  materials: MaterialSlot[]; citation: string | null
}
export interface ProcedureInfo extends Named { states: Named[]; open: ActionForm | null }
export interface MatterSummary {
  id: string; number: string; procedure: string; procedureName: string; title: string
  state: string; stateName: string; open: boolean; openedAt: string; updatedAt: string
  parties: { part: string; partName: string; organ: Named }[]
  nextDue: { duty: string; dutyName: string; dueAt: string | null; light: Light } | null; awaitingMe: boolean
}
export interface Attachment {
  id: string; name: string; type: string; size: number; sha256: string; slot: string; slotName: string
  pages: number | null; addedAt: string; addedBy: string | { name: string }
}
export interface LedgerEntry {
  seq: number; at: string; who: { name: string; organ: string | Named }; action: string; actionName: string
  from: string | null; to: string | null; toName: string | null; details: { label: string; text: string }[]
  citation: string | null; policyVersion: string; hash: string; previousHash: string
}
export interface Reader { at: string; who: { name: string; organ: string | Named }; text: string }
export interface Matter extends MatterSummary {
  version: number; policyVersion: string
  openedBy: { user: string; name: string; organ: string | Named }; assignee: { user: string; name: string } | null
  origin: { id: string; title: string; procedureName: string } | null
  linked: { id: string; title: string; procedureName: string; state: string; stateName: string }[]
  fields: { id: string; label: string; value: unknown; text: string }[]
  materials: MaterialSlot[]; attachments: Attachment[]; obligations: Obligation[]; mayAttach: boolean; actions: ActionForm[]
  ledger: LedgerEntry[]; ledgerIntact: boolean; reads: Reader[] | null
}
export interface Organ { id: string; name: string; kind: string; kindName: string; parent: string | null; code: string | null; mine: boolean }
export interface Account {
  user: string; name: string; organ: Named; roles: string[]; certificate: string | null; enabled: boolean; lockedUntil: string | null
}
export interface Jurisdiction extends Named { division: string | null; policyVersion: string; inForceSince: string }
export interface Limit { count: string; amount: number | null; reading: 'calendar' | 'working' | null; text: string; citation: string }
export interface DutyRule {
  duty: string; name: string; trigger: string | null; citation: string | null
  normal: Limit | null; urgent: Limit | null; grave: Limit | null
  extension: { kind: 'inAll' | 'further' | 'unbounded'; limit: Limit | null; notice: boolean; citation: string } | null
  cadence: string | null; setBy: string | null
}
export interface DisputeLevel extends Named { kind: string; by: string; citation: string }
export interface Policy {
  jurisdiction: Named & { division: string | null }; version: string; contract: number; inForceSince: string
  documents: { id: string; title: string; number: string | null; since: string | null }[]
  duties: DutyRule[]; transfer: Record<string, unknown>
  materials: { id: string; name: string; required: boolean; when: string | null; citation: string }[]
  dispute: { returned: DisputeLevel[]; competence: DisputeLevel[] }
  sections: { id: string; title: string; rules: { id: string; text: string; citation: string }[] }[]
}
export interface Page<T> { items: T[]; next: string | null }
