import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { assessment, deadline, form, jurisdictions, organs, policy, session, slots } from './mock-data.ts'
import { announcements, node, policies, rules, work } from './mock-rules.ts'

/** A small stand-in for /api/v1, for working on the console alone; not part of any build. Any password but "x" signs in; user "admin" administers. */
export const mockApi = (): Plugin => ({
  name: 'mock-api',
  configureServer: s => { s.middlewares.use('/api/v1', answer) },
  configurePreviewServer: s => { s.middlewares.use('/api/v1', answer) },
})

type Body = Record<string, any>
const matters = new Map<string, Body>()
const accounts: Body[] = [{ user: 'admin', name: '李管', organ: organs[0], roles: ['administrator'], certificates: [], enabled: true, lockedUntil: null }]
const notices: Body[] = [['yellow', 'soon', '即将到期', '“移送”将于10月11日 24:00到期：未取得许可施工'], ['leader', 'overdue', '逾期，报负责人', '“反馈受理情况”已于9月28日 24:00到期，逾期已满1个工作日，仍未办理，请督办：占道经营']]
  .map(([kind, light, lightText, text], i) => ({ id: `n-${i}~${kind}~0`, kind, light, lightText, text, matter: null, dueAt: '2025-10-12T00:00:00+08:00', at: `2025-09-30T0${9 - i}:00:00+08:00`, readAt: null }))
let me: Body | null = null

class Refusal extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string, readonly more: Body = {}) { super(detail) }
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://mock')
  const raw = await new Promise<Buffer>(done => { const parts: Buffer[] = []; request.on('data', p => parts.push(p)).on('end', () => done(Buffer.concat(parts))) })
  const json = request.headers['content-type'] === 'application/json' && raw.length ? JSON.parse(raw.toString()) : {}
  const say = (status: number, body: unknown, type = 'application/json') => {
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body === undefined ? '' : JSON.stringify(body))
  }
  if (me && work(request.method ?? 'GET', url.pathname, Number(url.searchParams.get('months')), response)) return
  try {
    const [status, body] = route(request.method ?? 'GET', url.pathname, url.searchParams, json, raw, request.headers)
    say(status, body)
  } catch (e) {
    const r = e instanceof Refusal ? e : new Refusal(500, 'defect', String(e))
    say(r.status, { type: `urn:xiezhi:problem:${r.code}`, title: r.code, status: r.status, code: r.code, detail: r.detail, ...r.more }, 'application/problem+json')
  }
}

function route(method: string, path: string, q: URLSearchParams, json: Body, raw: Buffer, headers: IncomingMessage['headers']): [number, unknown] {
  const part = path.split('/').slice(1)
  const key = `${method} ${part[0]}`
  if (key === 'GET jurisdictions') {
    if (part.length === 1) return [200, jurisdictions]
    if (part[2] === 'policy') return [200, policy(part[1])]
    const found = deadline(q.get('duty') ?? '', q.get('variant') ?? 'normal', q.get('trigger') ?? '')
    if (!found) throw new Refusal(404, 'duty-not-in-policy', '该地文件没有规定这一期限。')
    return [200, found]
  }
  if (path === '/session' && method === 'POST') {
    if (json.password === 'x') throw new Refusal(401, 'bad-credentials', '账号或密码不对，请核对后重试。')
    me = session(json.user)
    return [200, me]
  }
  if (part[0] === 'public') return complaintRoute(method, part, json)
  if (!me) throw new Refusal(401, q.has('expired') ? 'session-expired' : 'not-signed-in', '请先登录。')
  if (method !== 'GET' && headers['x-csrf-token'] !== me.csrf) throw new Refusal(403, 'csrf', '请求缺少校验标识，请刷新页面。')
  if (path === '/session') {
    if (method === 'DELETE') me = null
    return method === 'DELETE' ? [204, undefined] : [200, me]
  }
  if (path === '/session/password') {
    if (json.new.length < 10) throw new Refusal(422, 'weak-password', '密码至少 10 个字符，四类字符中至少三类。')
    me.mustChangePassword = false
    return [204, undefined]
  }
  if (key === 'GET announcements') return [200, announcements()]
  if (key === 'GET policies') return [200, policies()]
  if (key === 'GET node') return [200, node()]
  const ruled = part[0] === 'rules' ? rules(method, part, json, raw) : undefined
  if (ruled) return ruled
  if (key === 'GET organs') return [200, organs]
  if (key === 'POST organs') { const o = { id: `o${organs.length}`, kindName: json.kind, parent: null, code: null, mine: false, ...json }; organs.push(o as never); return [201, o] }
  if (key === 'GET procedures') return [200, [{ id: 'transfer', name: '案件移送', states: [{ id: 'sent', name: '已移送，待受理' }], open: form }, { id: 'dispute', name: '争议协调', states: [], open: null }]]
  if (key === 'GET bulletin') {
    const limits = { onTime: 7, late: 1, refused: 0, unanswered: 2, running: 3, metWithoutNumber: 4, openWithoutNumber: 1 }
    return [200, { from: q.get('from'), to: q.get('to'), judgedAt: now(), whole: true, procedures: [{ procedure: 'transfer', name: '案件移送', opened: 24, ended: 3, running: 21 }],
      organs: organs.slice(0, 3).map(o => ({ organ: o, opened: [{ procedure: 'transfer', name: '案件移送', count: 24 }], limits })), total: limits, disputes: [], hazards: [],
      resolutions: [{ matter: 'r1', procedureName: '议定事项', title: '开放处罚数据接口', organs: [organs[0]], stateName: '落实中', open: true, lastDay: '2026-10-31', overdue: true }] }]
  }
  if (key === 'POST handovers') return [200, { matters: 3 }]
  if (key === 'GET officers') return [200, { officers: [{ user: 'zhang', name: '张三' }, { user: 'li', name: '李四' }] }]
  if (key === 'GET accounts') return [200, accounts]
  if (key === 'POST accounts' && part.length === 1) {
    if (accounts.some(a => a.user === json.user)) throw new Refusal(422, 'user-taken', '这个账号已经有人使用。', { field: 'user' })
    accounts.push({ ...json, organ: organs.find(o => o.id === json.organ), certificates: json.certificates ?? [], enabled: true, lockedUntil: null })
    return [201, { user: json.user, password: 'Kx7-mock-once' }]
  }
  if (key === 'POST accounts') return [200, { password: 'Kx7-mock-again' }]
  if (key === 'PATCH accounts') { Object.assign(accounts.find(a => a.user === part[1])!, json); return [204, undefined] }
  if (key === 'GET liaisons') return [200, [{ id: 'l1', organ: organs[0], kind: 'deputyHead', kindName: '分管负责人', name: '王副局', phone: '000-0000000', since: '2026-01-01', until: null }]]
  if (path === '/officers/rates') return [200, [{ organ: organs[0], officers: 2, certified: 1, percent: 50 }]]
  if (key === 'GET officers') return [200, { day: now().slice(0, 10), rate: { organ: organs[0], officers: 2, certified: 1, percent: 50 }, officers: accounts.map(a => ({ ...a, roleNames: a.roles, certified: false })) }]
  if (key === 'GET items') return [200, part[2] ? item.competence : { items: [item], next: null }]
  if (key === 'POST imports') return [200, part[2] ? { fingerprint: 'f', right: false, added: 1, changed: 0, unchanged: 0, wrong: 1, more: 0,
    rows: [{ row: 2, title: '占道经营', state: 'new', errors: [] }, { row: 3, title: '乱倒垃圾', state: 'wrong', errors: [{ cell: 'F3', message: '起始日“昨天”不是日期，应写成 2026-11-21 的样子' }] }] } : { added: 1, changed: 0, unchanged: 0 }]
  if (path === '/notices/count') return [200, { unread: notices.filter(n => !n.readAt).length, more: false }]
  if (key === 'GET notices') return [200, { items: notices.filter(n => q.get('unread') !== 'true' || !n.readAt), next: null }]
  if (key === 'POST notices') {
    const notice = notices.find(n => n.id === decodeURIComponent(part[1]))
    if (!notice) throw new Refusal(404, 'unknown-notice', '没有这条提醒，或者它不是发给您的')
    notice.readAt ??= new Date().toISOString()
    return [204, undefined]
  }
  if (key === 'GET desk') return [200, { procedures: [{ procedure: 'transfer', name: '案件移送', matters: matters.size, obligations: matters.size }], people: [], counts: {} }]
  if (key === 'GET calendar') return [200, { days: [], entries: [] }]
  if (key === 'GET obligations') {
    const all = [...matters.values()].flatMap(m => m.obligations.map((o: Body) => ({ ...o, steps: undefined, assignee: null, actions: m.actions.map((a: Body) => ({ id: a.id, name: a.name })) }))).filter(o => o.status === 'open')
    const counts: Body = { overdue: 0, soon: 0, inTime: 0, noNumber: 0 }
    for (const o of all) counts[o.light]++
    return [200, { items: all.filter(o => !q.get('light') || o.light === q.get('light')), counts, next: null }]
  }
  if (key === 'GET assessment') return [200, assessment(q.get('from') ?? '', q.get('to') ?? '')]
  if (part[0] === 'matters') return matterRoute(method, part, q, json, raw)
  throw new Refusal(404, 'unknown', '没有这个地址。')
}

const complaints = new Map<string, Body>()

function complaintRoute(method: string, part: string[], json: Body): [number, unknown] {
  const base = { ...form.fields[2], required: false, help: null }
  if (part.length === 3 && method === 'GET') {
    return [200, { receivers: organs, organs, fields: [{ ...base, id: 'receiver', label: '向哪个单位投诉举报', type: 'organ', required: true },
      { ...base, id: 'kind', label: '类型', type: 'choice', required: true, options: [{ value: 'complaint', label: '投诉' }, { value: 'report', label: '举报' }] },
      { ...base, id: 'content', label: '投诉举报内容', type: 'longText', required: true, confidential: true }, { ...base, id: 'contact', label: '联系方式', type: 'text', confidential: true }] }]
  }
  if (part.length === 3) {
    if (json.fields.content.includes('快')) throw new Refusal(429, 'too-many-requests', '您提交得过于频繁，请 20 分钟后再试；已填写的内容请先保留')
    const code = `MOCK-2345-6789-ABCD-${String(1000 + complaints.size)}`
    complaints.set(code, { state: '已经收到，等待受理', open: true, handler: organs[0], filedAt: now(), steps: [{ text: '收到', at: now() }], reply: null, files: 0, mostFiles: 3 })
    return [201, { code, receiver: organs[0], filedAt: now() }]
  }
  const found = complaints.get(part[3].toUpperCase())
  if (!found) throw new Refusal(404, 'unknown-code', '没有找到这个查询码，请核对辖区和查询码')
  if (part[4]) { found.files++; return [201, found] }
  return [200, found]
}

function matterRoute(method: string, part: string[], q: URLSearchParams, json: Body, raw: Buffer): [number, unknown] {
  if (part.length === 1 && method === 'GET') {
    const all = [...matters.values()].reverse().filter(m => `${m.title}${m.number}`.includes(q.get('q') ?? '') && (!q.get('state') || m.state === q.get('state'))
      && (!q.get('open') || String(m.open) === q.get('open')) && (!q.get('awaiting') || m.awaitingMe))
    const from = Number(q.get('after') ?? 0), limit = Number(q.get('limit') ?? 20)
    return [200, { items: all.slice(from, from + limit), next: all.length > from + limit ? String(from + limit) : null }]
  }
  if (part.length === 1) return [201, open(json.fields)]
  const m = matters.get(part[1])
  if (!m) throw new Refusal(404, 'unknown-matter', '没有这个事项，或者您所在的机关不能查看。')
  if (part.length === 2) return [200, m]
  if (part[2] === 'attachments') {
    if (raw.length === 0) throw new Refusal(415, 'wrong-type', '文件是空的，或内容与类型不符。')
    m.attachments.push({ id: `a${m.attachments.length}`, name: q.get('name'), type: 'application/pdf', size: raw.length, sha256: 'ab12cd34ef'.repeat(6), slot: q.get('slot'),
      slotName: slots.find(s => s.id === q.get('slot'))?.name, pages: Number(q.get('pages')) || null, addedAt: now(), addedBy: me!.name })
    m.version++
    return [201, m]
  }
  if (json.fields.reason?.includes('抢')) { record(m, 'assign', '指定承办人', null, []); throw new Refusal(409, 'matter-changed', '事项刚被他人更新，请核对后再办理。', { current: m }) }
  if (json.fields.reason?.includes('转')) throw new Refusal(409, 'no-onward-transfer', '受移送机关不得再行移送。', { rule: { citation: '某办法 三（二）' } })
  Object.assign(m, part[3] === 'accept' ? { state: 'accepted', stateName: '已受理' } : { state: 'returned', stateName: '已退回', open: false })
  m.obligations[0].status = 'met'
  m.actions = []
  record(m, part[3], part[3] === 'accept' ? '受理' : '退回', m.stateName, Object.entries(json.fields).map(([label, text]) => ({ label, text: String(text) })))
  return [200, structuredClone(m)]
}

const item: Body = { code: 'CG-001', name: '占道经营', basis: ['《城市市容和环境卫生管理条例》第十四条'], itemClass: null,
  holdings: [{ mode: 'granted', modeName: '赋权', from: '2021-09-28', until: null, department: organs[0], townships: [], letter: null, basis: '样例清单', inForce: true }],
  competence: { day: '2026-11-21', township: null, what: 'handOver', organ: organs[0], mode: 'granted', modeName: '赋权', reason: '自2021年9月28日起赋权乡镇（街道）；依据：样例清单' } }

const now = () => `${new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`
const hash = (n: number) => ((n + 7) * 2654435761 % 4294967296).toString(16).padStart(8, '0').repeat(8)

function record(m: Body, action: string, actionName: string, toName: string | null, details: Body[]) {
  const seq = m.ledger.length + 1
  m.version++
  m.ledger.push({ seq, at: now(), who: { name: me?.name ?? '王五', organ: '综合行政执法局' }, action, actionName, from: null, to: null, toName, details,
    citation: '某办法 三（一）', policyVersion: '2025.1', hash: hash(seq), previousHash: hash(seq - 1) })
}

function open(fields: Body): Body {
  const n = matters.size + 1
  const due = deadline('transfer.send', String(fields.urgency ?? 'normal'), String(fields.discoveredAt ?? '2025-09-30T10:00:00+08:00'))!
  const light = ['overdue', 'soon', 'inTime', 'noNumber'][n % 4]
  const m: Body = { id: `m${n}`, number: `移〔2025〕${n}号`, procedure: 'transfer', procedureName: '案件移送', title: fields.subject ?? '占道经营案', state: 'sent', stateName: '已移送',
    open: true, openedAt: now(), updatedAt: now(), parties: [{ part: 'sender', partName: '移送机关', organ: organs[1] }, { part: 'receiver', partName: '受移送机关', organ: organs[0] }],
    nextDue: { duty: 'transfer.acknowledge', dutyName: '回执', dueAt: due.dueAt, light }, awaitingMe: true, version: 1, policyVersion: '2025.1',
    openedBy: { user: 'u', name: '张三', organ: organs[1] }, assignee: null, origin: null, linked: n > 1 ? [{ id: 'm1', title: '占道经营案', procedureName: '案件移送', state: 'sent', stateName: '已移送' }] : [],
    fields: Object.entries(fields).map(([id, value]) => ({ id, label: form.fields.find(f => f.id === id)?.label ?? id, value, text: Array.isArray(value) ? value.join('、') : String(value) })),
    materials: slots, attachments: [], ledger: [], ledgerIntact: true, reads: null, path: [], waiting: [], mayAttach: true,
    actions: [{ ...form, id: 'accept', name: '受理', help: null, deadline: null, materials: [slots[2]], fields: [{ ...form.fields[2], id: 'note', label: '受理意见', required: false }] },
      { ...form, id: 'return', name: '退回', help: '认为不属于本机关管辖的，写明理由和依据。', deadline: null, materials: [], fields: [{ ...form.fields[2], id: 'reason', label: '退回理由' }] }],
    obligations: [{ id: `ob${n}`, duty: 'transfer.acknowledge', dutyName: '回执', variant: 'normal', matter: { id: `m${n}`, title: fields.subject, procedureName: '案件移送', stateName: '已移送' }, owedBy: organs[0],
      trigger: due.trigger, count: due.count, amount: due.amount, limitText: '3个工作日', lastDay: due.lastDay, dueAt: due.dueAt, dueText: '10月11日 24:00', light, lightText: light === 'overdue' ? '已逾期' : '',
      provisional: n % 5 === 0, status: 'open', closedAt: null, extended: n % 3 === 0, policyVersion: '2025.1', citation: '某工作机制 二（一）', steps: due.steps }] }
  record(m, 'send', '移送', '已移送', m.fields.slice(0, 3).map((f: Body) => ({ label: f.label, text: f.text })))
  m.ledger[0].who = { name: '张三', organ: organs[1].name }
  matters.set(m.id, m)
  return m
}

for (let i = 1; i <= 24; i++) open({ subject: `某村村民未经批准占用集体土地修建仓房案（${i}）`, urgency: 'normal', discoveredAt: '2025-09-30T10:00:00+08:00', facts: '巡查发现，现场已搭建钢结构仓房一处，约 120 平方米。', officers: ['赵一', '钱二'] })
