import { t } from '../language'
/** The four lights of an open obligation, in the order of urgency, and the words for one that is closed. */
export const LIGHTS = { overdue: t('已逾期'), soon: t('即将到期'), inTime: t('期限内'), noNumber: t('无期限'), closed: t('已了结') } as const
export const OPEN_LIGHTS = ['overdue', 'soon', 'inTime', 'noNumber'] as const
export const STATUS = { open: t('办理中'), met: t('按期完成'), late: t('逾期完成'), cancelled: t('已取消'), passedOn: t('已转由他方承担'), refused: t('已拒绝') } as const
