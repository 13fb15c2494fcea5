import type { Certificate, Competence, Holding, RowState } from '../api/types'
import { t } from '../language'

/** Days before its end from which a certificate is shown as running out. */
const SOON = 30

export type CertificateState = 'none' | 'valid' | 'soon' | 'expired'
export const CERTIFICATE_STATES: Record<CertificateState, string> = { none: t('无'), valid: t('有效'), soon: t('即将到期'), expired: t('已到期') }

/** `today` and the end are days of the jurisdiction; the last day still counts. */
export function certificateState(certificate: Certificate | undefined, today: string): CertificateState {
  if (!certificate) return 'none'
  if (!certificate.until) return 'valid'
  if (certificate.until < today) return 'expired'
  return certificate.until < plusDays(today, SOON) ? 'soon' : 'valid'
}

export function certificateText(certificate: Certificate | undefined): string {
  return certificate ? t('{0}（{1}）', certificate.number, certificate.until ? t('至 {0}', certificate.until) : t('长期')) : '—'
}

export function spanText(holding: Pick<Holding, 'from' | 'until'>): string {
  return holding.until ? t('{0} 至 {1}', holding.from, holding.until) : t('{0} 起', holding.from)
}

/** What to do with a case, in a sentence: `应移送：水利局 —— 理由`. */
export function competenceText(answer: Competence): string {
  const what = answer.what === 'handOver' ? t('应移送：{0}', answer.organ?.name ?? '') : answer.what === 'keep' ? t('由本机关办理，不用移送') : t('尚不能确定')
  return `${what} —— ${answer.reason}`
}

export const ROW_STATES: Record<RowState, string> = { new: t('新增'), changed: t('变更'), wrong: t('有错') }

function plusDays(day: string, days: number): string {
  const [y, m, d] = day.split('-').map(Number)
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10)
}
