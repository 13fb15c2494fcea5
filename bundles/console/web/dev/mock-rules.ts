/** Stand-in for what administrators see of rules: one version in force, one that was uploaded, long work with lines. Fixtures, not logic. */
import type { ServerResponse } from 'node:http'
import type { Announcement, Edition, Moved, NodeView, Preview, Replay, ReplayedObligation, RuleVersions, SubjectId, Term } from '../src/api/rules'

const HASH = '9f2c'.repeat(16)
const now = () => `${new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`
const edition = (version: string, state: Edition['state'], receivedAt: string, more: Partial<Edition> = {}): Edition =>
  ({ version, state, receivedAt, receivedBy: 'bundle', sha256: HASH, signer: 'CN=甲县信息中心', documents: ['甲县综合行政执法协作工作机制'], ...more })
const troubles = [{ text: 'xiezhi.policy.j0.jar：policy.yaml 第 31 行 duties.transfer.acknowlege：没有这个职责，请核对拼写', since: '2026-11-20T09:12:00+08:00' }]

function versions(): RuleVersions {
  return {
    signed: false, troubles,
    editions: [edition('1.0+4f1e9a77', 'inForce', '2026-01-05T08:00:00+08:00'), edition('0.9+77aa0b1c', 'former', '2025-01-05T08:00:00+08:00')],
    terms: [{ seq: 2, version: '1.0+4f1e9a77', since: '2026-01-05T08:00:00+08:00', decidedAt: '2026-01-05T08:00:00+08:00', decidedBy: 'admin', decidedByName: '李管', kind: 'adopted', kindText: '管理员启用', reason: '甲政办〔2025〕40号' },
      { seq: 1, version: '0.9+77aa0b1c', since: '2025-01-05T08:00:00+08:00', until: '2026-01-05T08:00:00+08:00', decidedAt: '2025-01-05T08:00:00+08:00', decidedBy: 'bundle', kind: 'arrived', kindText: '随规则包施行', reason: '' }],
  }
}
const kept: Record<SubjectId, RuleVersions> = { policy: versions(), calendar: { ...versions(), troubles: [] } }

function preview(subject: SubjectId, to: string): Preview {
  return {
    from: kept[subject].editions.find(e => e.state === 'inForce')?.version, to, warnings: ['“移送”的期限比国家规定的 7 日宽（行政处罚法 第五十四条）'],
    changes: [{ key: 'transfer.send/normal', title: '移送 · 一般', before: '3个工作日', after: '4个工作日', citationBefore: '某工作机制 二（一）', citationAfter: '某工作机制（修订） 二（一）' },
      { key: 'consult.reply', title: '书面咨询答复', after: '5日', citationAfter: '某工作机制（修订） 三（二）' }, { key: 'meeting.convene', title: '召开联席会议', before: '每半年一次', citationBefore: '某工作机制 五（一）' }],
    examples: [{ example: '移送 2025-09-30 10:00 周二 国庆中秋前', before: '10月11日 24:00', after: '10月13日 24:00' }],
    touched: { matters: 18, obligations: 27, capped: false, byDuty: [{ duty: 'transfer.send', name: '移送', obligations: 27 }] },
    ...(subject === 'calendar' ? { days: [{ date: '2027-01-01', before: null, after: '元旦 放假' }], recounts: [{ matter: 'm1', title: '占道经营案', duty: 'transfer.send', name: '移送', organ: 'zf', organName: '综合行政执法局', before: '2027-01-02T00:00:00+08:00', after: '2027-01-05T00:00:00+08:00' }] } : {}),
  }
}

export const announcements = (): Announcement[] => kept.policy.terms.length < 3 ? []
  : [{ subject: 'policy', subjectText: '规则', version: kept.policy.terms[0].version, since: kept.policy.terms[0].since, planned: Date.parse(kept.policy.terms[0].since) > Date.now(), reason: kept.policy.terms[0].reason, changes: 3 }]

export const node = (): NodeView => ({
  host: 'xz-1', startedAt: '2026-11-01T07:00:00+08:00', signed: false, troubles, suspended: [],
  live: [{ jurisdiction: 'j0', subject: 'policy', version: '1.0+4f1e9a77', sha256: HASH, signer: null, since: '2026-01-05T08:00:00+08:00' }],
  bundles: [{ name: 'xiezhi.policy.j0', version: '1.0.0', state: 'ACTIVE', modified: '2026-11-01T07:00:00+08:00' }],
})

export const policies = () => kept.policy.terms.map(t => ({
  version: t.version, inForceSince: t.since, inForceUntil: t.until, kindText: t.kindText, by: t.decidedByName, reason: t.reason, documents: ['甲县综合行政执法协作工作机制'], planned: Date.parse(t.since) > Date.now(),
}))

/** Answers below /rules; undefined: no such address. A file that begins with `x` is refused. */
export function rules(method: string, part: string[], json: Record<string, string>, raw: Buffer): [number, unknown] | undefined {
  const subject = part[1] as SubjectId, all = kept[subject], version = decodeURIComponent(part[2] ?? '')
  if (method === 'GET') return part.length === 2 ? [200, all] : part[3] === 'preview' ? [200, preview(subject, version)] : undefined
  if (part.length === 2) {
    if (raw.toString('latin1', 0, 1) === 'x') return [422, { code: 'rules-refused', detail: '规则包有 2 处错误', errors: ['policy.yaml 第 12 行 duties.transfer.send：没有 cite，请写明依据', 'examples.yaml 第 3 行：算得 2025-10-12，示例写的是 2025-10-13'] }]
    if (!all.editions.some(e => e.state === 'proposed')) all.editions.unshift(edition('1.1+c0ffee00', 'proposed', now(), { receivedBy: 'admin', receivedByName: '李管', signer: null }))
    return [201, { version: '1.1+c0ffee00', state: 'proposed', warnings: [] }]
  }
  if (part[4] === 'withdraw') {
    const term = all.terms.find(t => t.seq === Number(part[3]))!
    term.withdrawnAt = now()
    all.editions.find(e => e.version === term.version)!.state = 'proposed'
    return [200, term]
  }
  if (part[3] === 'terms') return [201, decide(all, version, json.since ?? now(), json.reason)]
  return undefined
}

function decide(all: RuleVersions, version: string, since: string, reason: string): Term {
  const edition = all.editions.find(e => e.version === version)!, ahead = Date.parse(since) > Date.now() + 1000, back = edition.state === 'former'
  const term: Term = { seq: all.terms.length + 1, version, since, decidedAt: now(), decidedBy: 'admin', decidedByName: '李管', kind: back ? 'back' : 'adopted', kindText: back ? '恢复原版本' : '管理员启用', reason }
  if (!ahead) for (const e of all.editions) if (e.state === 'inForce') e.state = 'former'
  if (!ahead) all.terms[0].until = since
  edition.state = ahead ? 'planned' : 'inForce'
  all.terms.unshift(term)
  return term
}

/** Long work in ten steps; false: it is none. */
export function work(method: string, path: string, months: number, response: ServerResponse): boolean {
  const replayed = /^\/rules\/policy\/[^/]+\/replay$/.test(path)
  if (!replayed && path !== '/rules/policy/recomputation') return false
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
  let done = 0
  const timer = setInterval(() => {
    done += 480
    if (done <= 4800) return void response.write(`${JSON.stringify({ done, of: 4800 })}\n`)
    clearInterval(timer)
    response.end(`${JSON.stringify({ result: replayed ? replay(months) : method === 'POST' ? { version: '1.0+4f1e9a77', matters: 2, moved: 2 } : recomputation() })}\n`)
  }, 250)
  response.on('close', () => clearInterval(timer))
  return true
}

const figures = { obligations: 4800, lateBefore: 212, lateAfter: 169, newlyLate: 0, noLongerLate: 43, gone: 0 }
const late: ReplayedObligation = { matter: 'm1', duty: 'transfer.send', name: '移送', organ: 'zf', organName: '综合行政执法局', trigger: '2026-03-02T10:00:00+08:00', dueBefore: '2026-03-06T00:00:00+08:00', dueAfter: '2026-03-07T00:00:00+08:00', closedAt: '2026-03-06T09:00:00+08:00', lateBefore: true, lateAfter: false }
const replay = (months: number): Replay => ({ ...figures, months, from: '2025-11-21T00:00:00+08:00', to: now(), byDuty: [{ ...figures, duty: 'transfer.send', name: '移送' }], sample: [late, late] })
const moved: Moved = { matter: 'm1', title: '占道经营案', duty: 'transfer.send', name: '移送', organ: 'zf', organName: '综合行政执法局', versionBefore: '0.9+77aa0b1c', before: '2026-11-24T00:00:00+08:00', after: '2026-11-25T00:00:00+08:00' }
const recomputation = () => ({ version: '1.0+4f1e9a77', matters: 18, obligations: 27, moved: [moved, { ...moved, matter: 'm2' }], movedCount: 2 })
