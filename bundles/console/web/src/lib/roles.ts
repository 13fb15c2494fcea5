import type { Session } from '../api/types'
import { t } from '../language'

export const ROLES = {
  officer: t('执法人员'), liaison: t('联络员'), leader: t('单位负责人'), justiceBureau: t('司法行政'), governmentOffice: t('政府办'), administrator: t('管理员'), auditor: t('审计员'),
} as const
/** Who is shown figures at all; whose, the server decides. */
export const seesFigures = (s: Session) => s.roles.some(r => ['leader', 'governmentOffice'].includes(r)) || readsAcross(s)
/** Who reads every matter of the jurisdiction, and changes nothing by that. */
export const readsAcross = (s: Session) => s.roles.includes('auditor') || (s.roles.includes('justiceBureau') && s.organ.kind === 'justiceBureau')
/** Whose work is matters; an administrator or auditor opens one only where a procedure of the county lets them. */
export const handlesMatters = (s: Session) => s.roles.some(r => !['administrator', 'auditor'].includes(r))
export const roleText = (roles: string[]) => roles.map(r => ROLES[r as keyof typeof ROLES] ?? r).join(t('、'))
