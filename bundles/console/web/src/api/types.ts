/** The answers of /api/v1, as the console uses them. Times are ISO with +08:00. */
export interface Named { id: string; name: string }
export interface Session {
  user: string; name: string; organ: Named & { kind: string }; jurisdiction: Named
  roles: string[]; roleNames: string[]; csrf: string; mustChangePassword: boolean; idleMinutes: number; keepsRules: boolean
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
  required: boolean; options: { value: string; label: string }[] | null; minItems?: number; maxItems?: number; maxLength?: number; most?: number; span?: 'past' | 'future' | 'any'
  help: string | null; citation: string | null; default: FieldValue
  when: { field: string; equals: string } | null; organKinds: string[] | null; confidential?: boolean
}
export type FieldValue = string | boolean | string[] | null
export type FieldValues = Record<string, FieldValue>
export interface MaterialSlot {
  id: string; name: string; required: boolean; pages: boolean; citation: string | null; attached?: string[]
  when?: { field: string; equals: string } | null; neededFor?: string | null
}
/** What an act would do; effects only where the input lets them be told. */
export interface Preview {
  state: string | null; stateName: string | null; closes: string[]; owes: Obligation[]
  errors: { field: string; detail: string }[]; against: { detail: string; citation: string | null } | null
}
export interface DraftSummary {
  form: string; procedure: string; procedureName: string; matter: string | null; title: string | null
  action: string; actionName: string; origin: string | null; savedAt: string
}
export interface Draft { form: string; savedAt: string; values: FieldValues }
export interface ActionForm {
  id: string; name: string; help: string | null; fields: Field[]
  deadline: { duty: string; variantField: string | null; triggerField: string | null } | null
  materials: MaterialSlot[]; citation: string | null; /** Whether the procedure waits for it; of the API's forms only. */ expected?: boolean
}
export interface ProcedureInfo extends Named { states: Named[]; open: ActionForm | null }
export interface MatterSummary {
  id: string; number: string; procedure: string; procedureName: string; title: string
  state: string; stateName: string; open: boolean; openedAt: string; updatedAt: string
  parties: { part: string; partName: string; organ: Named }[]
  nextDue: { duty: string; dutyName: string; dueAt: string | null; light: Light } | null; awaitingMe: boolean
}
/** Where in a matter the words of a search stand. */
export interface FoundAt { label: string; entry: number | null; at: string | null; text: string; marks: { from: number; to: number }[] }
export interface ListedMatter extends MatterSummary { found?: FoundAt[]; actions?: Named[] }
export interface SavedFilter { name: string; query: string; standard: boolean }
export interface AuditEntry {
  id: string; at: string; user: string; userName: string; organ: string; organName: string; kind: string; kindName: string
  ok: boolean; subject: string; detail: string; address: string; seq: number | null; hash: string
}
export interface AuditCheck { id: string; userName: string; startedAt: string; finishedAt: string | null; entries: number; matters: number; intact: boolean | null; faults: string[] }
export interface Attachment {
  id: string; name: string; type: string; size: number; sha256: string; slot: string; slotName: string
  pages: number | null; addedAt: string; addedBy: string | { name: string }
}
export interface OfferedDocument { kind: string; name: string; numbered: boolean; fields: Field[] }
export interface IssuedDocument {
  id: string; kind: string; title: string; number: string | null; organ: Named; issuedAt: string; issuedBy: { user: string; name: string }
  sha256: string; template: string; voided: { at: string; by: { name: string }; reason: string } | null; mayVoid: boolean
}
export interface PaperTemplate {
  procedure: Named; paper: string; name: string; numbered: boolean; origin: 'platform' | 'rules' | 'county'; originName: string; version: string | null; sha256: string
  since: string | null; history: { version: number; own: boolean; sha256: string | null; at: string; by: { name: string } }[]; fields: Named[]
}
export interface MatterDocuments { version: number; offered: OfferedDocument[]; issued: IssuedDocument[] }
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
  path: Stage[]; waiting: WaitingFor[]
}
export interface Stage { id: string; name: string; status: 'done' | 'here' | 'ahead'; aside: boolean; at: string | null; who: { name: string; organ: string | Named } | null }
export interface WaitingFor { organ: Named; since: string; by: Named[]; actions: string[]; duties: { duty: string; dutyName: string; dueAt: string | null; light: Light; left: string }[] }
export interface Organ { id: string; name: string; kind: string; kindName: string; parent: string | null; code: string | null; numbering: string | null; mine: boolean }
export interface Account {
  user: string; name: string; organ: Named; roles: string[]; certificates: Certificate[]; enabled: boolean; lockedUntil: string | null
}
export interface Certificate { kind: string; kindName: string; number: string; until: string | null }
export interface OfficerEntry { user: string; name: string; roles: string[]; roleNames: string[]; certificates: Certificate[]; certified: boolean }
export interface CertificateRate { organ: Named; officers: number; certified: number; percent: number }
export interface OfficerList { day: string; officers: OfficerEntry[]; rate: CertificateRate | null }
export interface Liaison { id: string; organ: Named; kind: string; kindName: string; name: string; phone: string; since: string; until: string | null }
export interface Holding {
  mode: 'granted' | 'entrusted' | 'assisted' | 'kept'; modeName: string; from: string; until: string | null
  department: Named; townships: Named[]; letter: string | null; basis: string; inForce: boolean
}
export interface Competence {
  day: string; township: Named | null; what: 'handOver' | 'keep' | 'open'; organ: Named | null; mode: string | null; modeName: string | null; reason: string
}
export interface ItemClass extends Named { supervises: string; punishes: string; tells: string; cite: string }
export interface Item { code: string; name: string; basis: string[]; itemClass: ItemClass | null; holdings: Holding[]; competence: Competence }
export type RowState = 'new' | 'changed' | 'wrong'
export interface ImportPreview {
  fingerprint: string; right: boolean; added: number; changed: number; unchanged: number; wrong: number
  rows: { row: number; title: string; state: RowState; errors: { cell: string; message: string }[] }[]; more: number
}
export interface Imported { added: number; changed: number; unchanged: number }
export interface Jurisdiction extends Named { division: string | null; policyVersion: string; inForceSince: string; status?: 'inForce' | 'suspended' }
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
export interface DeskRow extends Obligation { assignee: { user: string; name: string } | null; actions: Named[] }
export interface DeskOverview {
  procedures: { procedure: string; name: string; matters: number; obligations: number }[]
  people: { user: string; name: string; counts: Record<Light, number> }[]; counts: Record<Light, number>
}
/** What somebody has been told; `matter` only where this person may open it. */
export interface Notice { id: string; kind: string; light: Light; lightText: string; text: string; matter: string | null; dueAt: string; at: string; readAt: string | null }
export interface Figures {
  arose: number; onTime: number; late: number; extended: number; refused: number; unanswered: number; running: number
  metWithoutNumber: number; openWithoutNumber: number; cancelled: number; passedOn: number
  medianHours: number | null; medianWorkingDays: number | null; rate: number | null
}
export interface Assessment {
  from: string; to: string; judgedAt: string; total: Figures
  organs: { organ: Named; duties: { duty: string; dutyName: string; figures: Figures }[]; total: Figures }[]
  training: { organ: Named; hours: number }[]
}
/** The leader's view: the assessment, its months, and how things stand now. */
export interface Overview {
  now: string; assessment: Assessment; months: { from: string; to: string; figures: Figures }[]
  backlog: { procedure: Named; open: number; ages: { age: string; text: string; open: number }[] }[]
  overdue: { organ: Named; overdue: number }[]
  disputes: { opened: number; withdrawn: number; levels: { number: number; name: string; ended: number; open: number; medianDays: number | null }[] }
}
export interface ListingRow {
  matter: string; seen: boolean; title: string; procedureName: string; stateName: string; openedAt: string | null; organ: Named | null
  dutyName: string | null; dueText: string | null; closedAt: string | null; note: string | null
}
export interface Listing { count: number; rows: ListingRow[] }
export interface Oversight { now: string; overdueCount: number; kept: ListingRow[]; overdue: ListingRow[]; refused: ListingRow[]; extended: ListingRow[]; disputes: ListingRow[] }
export interface Job {
  id: string; what: string; node: string; userName: string; began: string; toldAt: string; done: number; of: number | null; stopping: boolean
  how: 'running' | 'done' | 'stopped' | 'failed' | 'lost'; howText: string; ended: string | null; outcome: string
}
export interface Page<T> { items: T[]; next: string | null }
export interface ComplaintForm { fields: Field[]; receivers: Named[]; organs: Named[] }
export interface ComplaintReceipt { code: string; receiver: Named; filedAt: string }
export interface ComplaintProgress {
  state: string; open: boolean; handler: Named; filedAt: string; steps: { text: string; at: string }[]; reply: string | null; files: number; mostFiles: number
}
export interface BulletinLimits { onTime: number; late: number; refused: number; unanswered: number; running: number; metWithoutNumber: number; openWithoutNumber: number }
export interface BulletinItem {
  matter: string; procedureName: string; title: string | null; organs: Named[]; stateName: string; open: boolean; lastDay: string | null; overdue: boolean
}
export interface Bulletin {
  from: string; to: string; judgedAt: string; whole: boolean
  procedures: { procedure: string; name: string; opened: number; ended: number; running: number }[]
  organs: { organ: Named; opened: { procedure: string; name: string; count: number }[]; limits: BulletinLimits }[]
  total: BulletinLimits; disputes: BulletinItem[]; resolutions: BulletinItem[]; hazards: BulletinItem[]
}
export interface CalendarDay { day: string; working: boolean; name: string | null; notice: string | null }
export interface CalendarEntry {
  id: string; day: string; at: string; allDay: boolean; kind: 'limit' | 'meeting' | 'hearing' | 'event'; light: Light | null; lightText: string | null
  title: string; text: string; procedureName: string; matter: string; organ: Named | null; ours: boolean; mine: boolean; citation: string | null
}
export interface CalendarDays { days: CalendarDay[]; entries: CalendarEntry[]; whole: boolean }
export interface CalendarFeed { possible: boolean; madeAt: string | null; lastUsedAt: string | null }
