import { computed, ref, shallowRef, watch } from 'vue'
import { get } from './api/client'
import type { Matter, MatterSummary, Page, Policy } from './api/types'
import { doneIn, isAstray, steps, type Step } from './lib/guide'
import { useSession } from './session'

/**
 * How far somebody is with the guide. What was done stands in the matter; it is kept here too, because the one who acts next may not see it yet.
 * `matter`: the practice case that was opened in this browser; others play theirs with the same accounts.
 */
interface Progress { county: string; matter: string; done: string[]; folded: boolean }

const PLACE = 'xiezhi.guide'
const progress = ref<Progress | null>(kept())
const plan = shallowRef<Step[]>([])
const matter = shallowRef<Matter | null>(null)
const { session } = useSession()

function kept(): Progress | null {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    return found && typeof found.county === 'string' && Array.isArray(found.done) ? { matter: '', folded: false, ...found } : null
  } catch { return null }
}

watch(progress, now => {
  try {
    if (now) localStorage.setItem(PLACE, JSON.stringify(now))
    else localStorage.removeItem(PLACE)
  } catch { /* forbidden: for this page only */ }
}, { deep: true })

watch(() => progress.value?.county, async county => {
  plan.value = []
  if (!county) return
  const policy = await get<Policy>(`/jurisdictions/${encodeURIComponent(county)}/policy`).catch(() => null)
  const approval = policy?.transfer.leaderApproval as { citation: string } | null | undefined
  if (policy && county === progress.value?.county) plan.value = steps({ approval: approval ?? null }, county)
}, { immediate: true })

const account = (who: string) => `${progress.value?.county}-${who}`
/** Which of the guide's people is signed in; empty for anybody else. */
const me = computed(() => plan.value.find(s => s.who && account(s.who) === session.value?.user)?.who ?? '')
const current = computed(() => plan.value.find(s => !progress.value?.done.includes(s.id)) ?? null)
const astray = computed(() => !!matter.value && !current.value?.look && isAstray(matter.value))

function begin(county: string) {
  matter.value = null
  progress.value = { county, matter: '', done: [], folded: false }
}
function end() {
  matter.value = null
  progress.value = null
}
function did(step: string) {
  if (progress.value && !progress.value.done.includes(step)) progress.value.done.push(step)
}

/** A transfer was opened here: the first one is the practice case. */
function opened(id: string) {
  if (me.value !== 'town-officer' || current.value?.id !== 'open' || !progress.value) return
  progress.value.matter = id
  did('open')
}

/** Where a step is taken; the matter's place is filled in. */
const placeOf = (step: Step) => step.to.replace(':id', encodeURIComponent(progress.value?.matter ?? ''))

/** Reads where the practice case stands, if whoever is signed in plays a part in it. A list never answers that something does not exist. */
async function look() {
  const mine = progress.value
  if (!mine?.matter || !['town-officer', 'town-leader', 'dept-officer'].includes(me.value)) return
  const listed = await get<Page<MatterSummary>>('/matters', { procedure: 'transfer', q: mine.matter, limit: 10 }).catch(() => null)
  const one = listed?.items.find(m => m.id === mine.matter)
  const found = one && await get<Matter>(`/matters/${one.id}`).catch(() => null)
  if (!found || progress.value !== mine) return
  matter.value = found
  doneIn(found).forEach(did)
}

/** To whom the sample's township hands its cases: whoever received those that came with the sample. */
async function otherSide(): Promise<string> {
  const listed = await get<Page<MatterSummary>>('/matters', { procedure: 'transfer', limit: 100 }).catch(() => null)
  const own = listed?.items.filter(m => m.parties.some(p => p.part === 'sender' && p.organ.id === session.value?.organ.id)) ?? []
  return own[own.length - 1]?.parties.find(p => p.part === 'receiver')?.organ.id ?? ''
}

export function useGuide() {
  return { progress, plan, matter, current, astray, me, account, begin, opened, end, did, placeOf, look, otherSide }
}
