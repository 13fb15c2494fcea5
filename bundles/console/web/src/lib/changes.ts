import type { Matter } from '../api/types'
import { t } from '../language'

/** What others did since this person loaded the matter, one sentence each. */
export function changesSince(old: Matter, current: Matter): string[] {
  const known = new Set(old.ledger.map(e => e.hash))
  const news = current.ledger.filter(e => !known.has(e.hash))
    .map(e => t('{0} 办理了“{1}”{2}', e.who.name, t(e.actionName), e.toName ? t('，事项转为“{0}”', t(e.toName)) : ''))
  if (news.length === 0 && old.stateName !== current.stateName) news.push(t('状态由“{0}”变为“{1}”', t(old.stateName), t(current.stateName)))
  const added = current.attachments.length - old.attachments.length
  if (added > 0) news.push(t('新增材料 {0} 份', added))
  return news
}
