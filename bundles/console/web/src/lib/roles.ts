import type { Session } from '../api/types'

export const ROLES = {
  officer: '执法人员', liaison: '联络员', leader: '单位负责人', justiceBureau: '司法行政', governmentOffice: '政府办', administrator: '管理员', auditor: '审计员',
} as const
/** Who is shown figures at all; whose, the server decides. */
export const seesFigures = (s: Session) => s.roles.some(r => ['leader', 'auditor', 'governmentOffice'].includes(r)) || (s.roles.includes('justiceBureau') && s.organ.kind === 'justiceBureau')
export const roleText = (roles: string[]) => roles.map(r => ROLES[r as keyof typeof ROLES] ?? r).join('、')
