import { computed, ref, shallowRef, watch } from 'vue'
import { get, serverNow } from './api/client'
import type { Matter, MatterSummary, Page, Policy } from './api/types'
import { doneIn, isAstray, PRACTICE, steps, type Step } from './lib/guide'
import { useSession } from './session'

/**
 * How far somebody is with the guide. What was done stands in the matter; it is kept here too, because the one who acts next may not see it yet.
 * `since`: practice cases opened before it are not this one (milliseconds).
 */
interface Progress { county: string; since: number; matter: string; done: string[]; folded: boolean }

const PLACE = 'xiezhi.guide'
const progress = ref<Progress | null>(kept())
const plan = shallowRef<Step[]>([])
const matter = shallowRef<Matter | null>(null)
const { session } = useSession()

function kept(): Progress | null {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    return found && typeof found.county === 'string' && Array.isArray(found.done) ? { since: 0, matter: '', folded: false, ...found } : null
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

/** Begins; an open practice case is gone on with unless a fresh one is wanted. */
function begin(county: string, fresh: boolean) {
  matter.value = null
  progress.value = { county, since: fresh ? serverNow() : 0, matter: '', done: [], folded: false }
}
function end() {
  matter.value = null
  progress.value = null
}
function did(step: string) {
  if (progress.value && !progress.value.done.includes(step)) progress.value.done.push(step)
}

/** Where a step is taken; the matter's place is filled in. */
const placeOf = (step: Step) => step.to.replace(':id', encodeURIComponent(progress.value?.matter ?? ''))

/** Reads where the practice case stands, if whoever is signed in plays a part in it. A list never answers that something does not exist. */
async function look() {
  const mine = progress.value
  if (!mine || !['town-officer', 'town-leader', 'dept-officer'].includes(me.value)) return
  const listed = await get<Page<MatterSummary>>('/matters', { procedure: 'transfer', q: PRACTICE.slice(0, 2), limit: 50 }).catch(() => null)
  const one = listed?.items.find(m => mine.matter ? m.id === mine.matter : m.open && m.title.startsWith(PRACTICE) && Date.parse(m.openedAt) >= mine.since)
  const found = one && await get<Matter>(`/matters/${one.id}`).catch(() => null)
  if (!found || progress.value !== mine) return
  matter.value = found
  mine.matter = found.id
  doneIn(found).forEach(did)
}

/** To whom the sample's township hands its cases: whoever received those that came with the sample. */
async function otherSide(): Promise<string> {
  const listed = await get<Page<MatterSummary>>('/matters', { procedure: 'transfer', limit: 100 }).catch(() => null)
  const own = listed?.items.filter(m => m.parties.some(p => p.part === 'sender' && p.organ.id === session.value?.organ.id)) ?? []
  return own[own.length - 1]?.parties.find(p => p.part === 'receiver')?.organ.id ?? ''
}

export function useGuide() {
  return { progress, plan, matter, current, astray, me, account, begin, end, did, placeOf, look, otherSide }
}
