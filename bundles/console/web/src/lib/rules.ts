import type { Announcement, Change, Edition, EditionState, Preview, Replay, RuleVersions, SubjectId, Term } from '../api/rules'
import { dateTimeText } from './dates'
import { t } from '../language'

export const SUBJECTS: Record<SubjectId, string> = { policy: t('规则'), calendar: t('工作日历') }
export const STATES: Record<EditionState, string> = { proposed: t('未启用'), planned: t('已定施行日'), inForce: t('现行'), former: t('曾施行') }
export const STATE_TYPES = { proposed: 'info', planned: 'warning', inForce: 'success', former: 'info' } as const
const BUNDLE_STATES: Record<string, string> = { ACTIVE: t('运行'), RESOLVED: t('已装入，未运行'), INSTALLED: t('已装入，缺少依赖'), STARTING: t('正在启动'), STOPPING: t('正在停止'), UNINSTALLED: t('已移除') }

export const bundleStateText = (state: string) => BUNDLE_STATES[state] ?? state
/** Who did something, where a bundle may have come without a person. */
export const byText = (user: string, name?: string | null) => name || (user === 'bundle' ? t('规则包目录') : user)
/** `2027年1月1日 00:00`, as a sentence says it. */
export function momentText(iso: string): string {
  const [day, time] = dateTimeText(iso).split(' ')
  const [y, m, d] = day.split('-').map(Number)
  return t('{0}年{1}月{2}日 {3}', y, m, d, time)
}

export const inForce = (rules: RuleVersions) => rules.editions.find(e => e.state === 'inForce')
/** The decision by which the version in force is in force: the latest that has begun and was not withdrawn. */
export const currentTerm = (rules: RuleVersions, now: number) => rules.terms.filter(t => !t.withdrawnAt && Date.parse(t.since) <= now && !(t.until && Date.parse(t.until) <= now))[0]
export const plannedTerms = (rules: RuleVersions, now: number) => rules.terms.filter(t => isPlanned(t, now))
export const isPlanned = (term: Term, now: number) => !term.withdrawnAt && Date.parse(term.since) > now
export const documentsOf = (rules: RuleVersions, version: string) => rules.editions.find(e => e.version === version)?.documents ?? []

/** What became of a decision, in a word or two. */
export function termState(term: Term, now: number): string {
  if (term.withdrawnAt) return t('已撤回（{0}）', dateTimeText(term.withdrawnAt))
  if (isPlanned(term, now)) return t('尚未开始')
  return term.until && Date.parse(term.until) <= now ? t('已结束') : t('现行')
}

/** What an administrator can do next with a version. */
export const openText = (edition: Edition) => ({ proposed: t('预览并决定'), planned: t('查看预览'), inForce: '', former: t('恢复此版本') })[edition.state]

export const CHANGES = { added: t('新增'), removed: t('删除'), changed: t('修改') } as const
export const changeOf = (change: Pick<Change, 'before' | 'after'>): keyof typeof CHANGES => !change.before ? 'added' : change.after ? 'changed' : 'removed'
/** `新增 1 项，修改 2 项`. */
export function countText(changes: Change[]): string {
  const parts = (Object.keys(CHANGES) as (keyof typeof CHANGES)[]).map(k => [CHANGES[k], changes.filter(c => changeOf(c) === k).length] as const).filter(([, n]) => n > 0)
  return parts.length ? parts.map(([name, n]) => t('{0} {1} 项', name, n)).join(t('，')) : t('没有变化')
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
  const when = since ? t('自 {0} 起', momentText(since)) : t('从现在起')
  const kept = subject === 'policy' ? t('此前已经产生的期限仍按原规则计算，不会改变') : t('尚未届满的期限将按新的工作日历重新推算，逐件记入台账')
  return t('{0}，{1}施行{2} {3}{4}；{5}。', when, place, SUBJECTS[subject], to, from ? t('，替换 {0}', from) : '', kept)
}

/** How much work at hand a version touches, and what becomes of it. */
export function touchedText(subject: SubjectId, touched: Preview['touched']): string {
  if (touched.obligations + touched.matters === 0) return t('没有触及在办事项。')
  const least = touched.capped ? t('至少 ') : ''
  return subject === 'policy' ? t('有变化的规则触及在办事项 {0}{1} 件、未了结的期限 {2} 项。已经产生的期限保持原版本，不会因启用新版本而改变。', least, touched.matters, touched.obligations)
    : t('在办事项 {0}{1} 件的 {2}{3} 项期限将重新推算，逐件记入台账。', least, touched.matters, least, touched.obligations)
}

/** What everybody is told of a change. */
export function announcementText(a: Announcement): string {
  const what = `${a.subjectText} ${a.version.split('+')[0]}${a.changes ? t('，共 {0} 处变化', a.changes) : ''}`
  return a.planned ? t('自 {0} 起施行新{1}。', momentText(a.since), what) : t('{0} 起已施行新{1}。', momentText(a.since), what)
}
/** A planned change and its beginning are two pieces of news. */
export const newsKey = (a: Announcement) => `${a.subject} ${a.version} ${a.since}${a.planned ? ' planned' : ''}`
export const previewPath = (subject: SubjectId, version: string) => `/rules/${subject}/${encodeURIComponent(version)}`
/** The reasons of a refusal, one line each. */
export const refusals = (errors: (string | { detail: string })[] | undefined) => (errors ?? []).map(e => typeof e === 'string' ? e : e.detail)

/** The figures of a replay as one would tell them. */
export function replaySentence(r: Replay): string {
  const change = r.newlyLate || r.noLongerLate ? t('其中 {0} 项变为逾期，{1} 项不再逾期', r.newlyLate, r.noLongerLate) : t('逐项都没有改变')
  return t('{0} 至 {1} 产生的期限共 {2} 项：按原规则逾期 {3} 项，按此版本逾期 {4} 项；{5}{6}。', dayOnly(r.from), dayOnly(r.to), r.obligations, r.lateBefore, r.lateAfter, change, r.gone ? t('；另有 {0} 项所属职责在此版本中已不存在', r.gone) : '')
}
const dayOnly = (iso: string) => dateTimeText(iso).slice(0, 10)
