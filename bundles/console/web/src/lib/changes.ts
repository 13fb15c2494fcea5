import type { Matter } from '../api/types'

/** What others did since this person loaded the matter, one sentence each. */
export function changesSince(old: Matter, current: Matter): string[] {
  const known = new Set(old.ledger.map(e => e.hash))
  const news = current.ledger.filter(e => !known.has(e.hash))
    .map(e => `${e.who.name} 办理了“${e.actionName}”${e.toName ? `，事项转为“${e.toName}”` : ''}`)
  if (news.length === 0 && old.stateName !== current.stateName) news.push(`状态由“${old.stateName}”变为“${current.stateName}”`)
  const added = current.attachments.length - old.attachments.length
  if (added > 0) news.push(`新增材料 ${added} 份`)
  return news
}
