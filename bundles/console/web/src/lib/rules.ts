import type { Announcement, Change, Edition, EditionState, Preview, Replay, RuleVersions, SubjectId, Term } from '../api/rules'
import { dateTimeText } from './dates'

export const SUBJECTS: Record<SubjectId, string> = { policy: '规则', calendar: '工作日历' }
export const STATES: Record<EditionState, string> = { proposed: '未启用', planned: '已定施行日', inForce: '现行', former: '曾施行' }
export const STATE_TYPES = { proposed: 'info', planned: 'warning', inForce: 'success', former: 'info' } as const
const BUNDLE_STATES: Record<string, string> = { ACTIVE: '运行', RESOLVED: '已装入，未运行', INSTALLED: '已装入，缺少依赖', STARTING: '正在启动', STOPPING: '正在停止', UNINSTALLED: '已移除' }

export const bundleStateText = (state: string) => BUNDLE_STATES[state] ?? state
/** Who did something, where a bundle may have come without a person. */
export const byText = (user: string, name?: string | null) => name || (user === 'bundle' ? '规则包目录' : user)
/** `2027年1月1日 00:00`, as a sentence says it. */
export function momentText(iso: string): string {
  const [day, time] = dateTimeText(iso).split(' ')
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日 ${time}`
}

export const inForce = (rules: RuleVersions) => rules.editions.find(e => e.state === 'inForce')
/** The decision by which the version in force is in force: the latest that has begun and was not withdrawn. */
export const currentTerm = (rules: RuleVersions, now: number) => rules.terms.filter(t => !t.withdrawnAt && Date.parse(t.since) <= now && !(t.until && Date.parse(t.until) <= now))[0]
export const plannedTerms = (rules: RuleVersions, now: number) => rules.terms.filter(t => isPlanned(t, now))
export const isPlanned = (term: Term, now: number) => !term.withdrawnAt && Date.parse(term.since) > now
export const documentsOf = (rules: RuleVersions, version: string) => rules.editions.find(e => e.version === version)?.documents ?? []

/** What became of a decision, in a word or two. */
export function termState(term: Term, now: number): string {
  if (term.withdrawnAt) return `已撤回（${dateTimeText(term.withdrawnAt)}）`
  if (isPlanned(term, now)) return '尚未开始'
  return term.until && Date.parse(term.until) <= now ? '已结束' : '现行'
}

/** What an administrator can do next with a version. */
export const openText = (edition: Edition) => ({ proposed: '预览并决定', planned: '查看预览', inForce: '', former: '恢复此版本' })[edition.state]

export const CHANGES = { added: '新增', removed: '删除', changed: '修改' } as const
export const changeOf = (change: Pick<Change, 'before' | 'after'>): keyof typeof CHANGES => !change.before ? 'added' : change.after ? 'changed' : 'removed'
/** `新增 1 项，修改 2 项`. */
export function countText(changes: Change[]): string {
  const parts = (Object.keys(CHANGES) as (keyof typeof CHANGES)[]).map(k => [CHANGES[k], changes.filter(c => changeOf(c) === k).length] as const).filter(([, n]) => n > 0)
  return parts.length ? parts.map(([name, n]) => `${name} ${n} 项`).join('，') : '没有变化'
}

/** What two texts share at both ends, so that only the middle is marked. Characters outside the basic plane stay whole. */
export function differing(before: string, after: string): { start: string; before: string; after: string; end: string } {
  const a = Array.from(before), b = Array.from(after), most = Math.min(a.length, b.length)
  let start = 0, end = 0
  while (start < most && a[start] === b[start]) start++
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = (t: string[]) => t.slice(start, t.length - end).join('')
  return { start: a.slice(0, start).join(''), before: middle(a), after: middle(b), end: a.slice(a.length - end).join('') }
}

/** One sentence that says what a decision will do. `since` empty: at once. */
export function decisionText(subject: SubjectId, place: string, from: string | null | undefined, to: string, since: string | null): string {
  const when = since ? `自 ${momentText(since)} 起` : '从现在起'
  const kept = subject === 'policy' ? '此前已经产生的期限仍按原规则计算，不会改变' : '尚未届满的期限将按新的工作日历重新推算，逐件记入台账'
  return `${when}，${place}施行${SUBJECTS[subject]} ${to}${from ? `，替换 ${from}` : ''}；${kept}。`
}

/** How much work at hand a version touches, and what becomes of it. */
export function touchedText(subject: SubjectId, t: Preview['touched']): string {
  if (t.obligations + t.matters === 0) return '没有触及在办事项。'
  const least = t.capped ? '至少 ' : ''
  return subject === 'policy' ? `有变化的规则触及在办事项 ${least}${t.matters} 件、未了结的期限 ${t.obligations} 项。已经产生的期限保持原版本，不会因启用新版本而改变。`
    : `在办事项 ${least}${t.matters} 件的 ${least}${t.obligations} 项期限将重新推算，逐件记入台账。`
}

/** What everybody is told of a change. */
export function announcementText(a: Announcement): string {
  const what = `${a.subjectText} ${a.version.split('+')[0]}${a.changes ? `，共 ${a.changes} 处变化` : ''}`
  return a.planned ? `自 ${momentText(a.since)} 起施行新${what}。` : `${momentText(a.since)} 起已施行新${what}。`
}
/** A planned change and its beginning are two pieces of news. */
export const newsKey = (a: Announcement) => `${a.subject} ${a.version} ${a.since}${a.planned ? ' planned' : ''}`
export const previewPath = (subject: SubjectId, version: string) => `/rules/${subject}/${encodeURIComponent(version)}`
/** The reasons of a refusal, one line each. */
export const refusals = (errors: (string | { detail: string })[] | undefined) => (errors ?? []).map(e => typeof e === 'string' ? e : e.detail)

/** The figures of a replay as one would tell them. */
export function replaySentence(r: Replay): string {
  const change = r.newlyLate || r.noLongerLate ? `其中 ${r.newlyLate} 项变为逾期，${r.noLongerLate} 项不再逾期` : '逐项都没有改变'
  return `${dayOnly(r.from)} 至 ${dayOnly(r.to)} 产生的期限共 ${r.obligations} 项：按原规则逾期 ${r.lateBefore} 项，按此版本逾期 ${r.lateAfter} 项；${change}${r.gone ? `；另有 ${r.gone} 项所属职责在此版本中已不存在` : ''}。`
}
const dayOnly = (iso: string) => dateTimeText(iso).slice(0, 10)
