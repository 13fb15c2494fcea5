import type { Attachment, MaterialSlot, Matter } from '../api/types'
import { t } from '../language'

/** By what it begins, a practice case is known to everybody who plays. */
export const PRACTICE = '演练：'

/**
 * One thing to do. `who` is the end of the sample account's name; nobody signs in for a step without. Steps with `look` are over when they were
 * looked at; the others when the matter itself shows it.
 */
export interface Step { id: string; who: string | null; role: string; title: string; text: string; to: string; look?: boolean }

/** What the way through a case depends on: whether the county's rules ask for a leader's approval. */
export interface Rules { approval: { citation: string } | null }

/** The way of one case through both sides, then what others see of it. Paths name the matter as `:id`. */
export function steps(rules: Rules, county: string): Step[] {
  const town = { who: 'town-officer', role: t('乡镇（街道）执法人员') }
  const department = { who: 'dept-officer', role: t('部门执法人员') }
  const act = (id: string) => `/matters/:id?action=${id}`
  return [
    { ...town, id: 'open', title: t('登记一件移送'), to: '/matters/new?procedure=transfer', text: t('打开表单，点“填入演练内容”。“办理后”一栏随即写明谁在哪一天前要做什么、逐日怎么数、依据哪一条。看过再提交。') },
    { ...town, id: 'papers', title: t('备齐材料'), to: '/matters/:id', text: t('在事项页“材料”里看规则要求哪些，点“放入演练材料”。也可以把自己的文件拖进来。') },
    ...(rules.approval ? [{ who: 'town-leader', role: t('乡镇（街道）领导'), id: 'approve', title: t('领导批准'), to: act('approve'), text: t('这一步是本县规则要求的（{0}）：不批准，移送不出去。', rules.approval.citation) }] : []),
    { ...town, id: 'send', title: t('移送给部门'), to: act('send'), text: t('打开“移送”，填入演练内容，确认。从这一刻起，对方的期限开始计算。') },
    { ...town, id: 'letter', title: t('制发移送的函'), to: '/matters/:id', text: t('在事项页“文书”里点第一件，制发：按本机关的编号规则编上文号，内容取自事项，制发后不能再改。') },
    { ...department, id: 'accept', title: t('部门受理'), to: act('accept'), text: t('换到另一方：同一件案子出现在部门的工作台上。受理它；不归本单位管的，在这里退回。') },
    { ...department, id: 'file', title: t('立案'), to: act('file'), text: t('填写立案号，确认。') },
    { ...department, id: 'decideFiled', title: t('作出处理决定'), to: act('decideFiled'), text: t('填入演练内容，确认。把结果通报给移送方的期限随即开始计算。') },
    { ...department, id: 'notify', title: t('通报结果'), to: act('notify'), text: t('告诉乡镇（街道）处理结果，确认。') },
    { ...town, id: 'close', title: t('回到乡镇：办结归档'), to: act('close'), text: t('结果到了移送方。确认归档，这件案子就办完了。') },
    { ...town, id: 'story', look: true, title: t('看看留下了什么'), to: '/matters/:id', text: t('“进程”画出走过的路；“时限义务”逐日说明每个期限；“台账”一条连着一条，改过就看得出来；整份案卷可以打印或者下载。') },
    { who: 'admin', role: t('系统管理员'), id: 'rules', look: true, title: t('管理员：换一版规则前先看后果'), to: '/rules/policy', text: t('打开一个版本的预览：哪一条变了，哪些在办事项受影响，推演之后才施行。') },
    { who: 'justice', role: t('司法行政机关'), id: 'figures', look: true, title: t('司法局：按时率和争议'), to: '/overview', text: t('按时率、积压、逾期、争议：每个数字都能点开，看是哪些事项。') },
    { who: null, role: t('群众'), id: 'citizen', look: true, title: t('群众：凭码查询'), to: `/complaints?county=${encodeURIComponent(county)}`, text: t('不用账号：交一件投诉举报，记下查询码，再凭码看办到了哪一步。') },
  ]
}

/** What a practice case shows to be done. */
export function doneIn(matter: Matter): string[] {
  const acts = matter.ledger.map(e => e.action)
  return ['open', ...(acts.includes('issueDocument') ? ['letter'] : []), ...(acts.includes('send') || matter.materials.every(s => !s.required || isThere(s, matter.attachments)) ? ['papers'] : []), ...acts.filter(a => !['open', 'attach'].includes(a))]
}

/** Where pages are counted, only a paper whose pages are known is complete. */
export const isThere = (slot: MaterialSlot, attachments: Pick<Attachment, 'slot' | 'pages'>[]) => attachments.some(a => a.slot === slot.id && (!slot.pages || a.pages !== null))

/** The case has left the way that the guide follows: returned, withdrawn, passed on. */
export const isAstray = (matter: Matter) => matter.path.some(s => s.status === 'here' && s.aside) || !matter.open && matter.state !== 'closed'
