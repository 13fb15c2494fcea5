import { computed, ref, watch } from 'vue'
import { get } from './api/client'
import type { Announcement } from './api/rules'
import type { Jurisdiction } from './api/types'
import { newsKey } from './lib/rules'
import { whilePresent } from './presence'
import { useSession } from './session'

const { session } = useSession()
const announced = ref<Announcement[]>([])
const seen = ref<string[]>([])
const suspended = ref(false)
const working = computed(() => session.value && !session.value.mustChangePassword ? session.value : null)
const announcements = computed(() => announced.value.filter(a => !seen.value.includes(newsKey(a))))

// Outside of any component: this goes on when a page with it is left.
watch(() => working.value?.user, () => void refresh())
whilePresent(() => void refresh())

/** How my jurisdiction's rules stand: what changes, what has just changed, whether they are suspended. What I have put away stays away on this machine. */
export function useStanding() {
  return { announcements, suspended, dismiss, refresh }
}

async function refresh() {
  const me = working.value
  if (!me) {
    announced.value = []
    suspended.value = false
    return
  }
  const [news, all] = await Promise.all([get<Announcement[]>('/announcements').catch(() => null), get<Jurisdiction[]>('/jurisdictions').catch(() => null)])
  if (me.user !== working.value?.user) return
  if (all) suspended.value = all.some(j => j.id === me.jurisdiction.id && j.status === 'suspended')
  if (!news) return
  seen.value = kept(me.user).filter(key => news.some(a => newsKey(a) === key))
  announced.value = news
}

/** Told once more than needed where the browser keeps nothing. */
function dismiss(a: Announcement) {
  seen.value = [...seen.value, newsKey(a)]
  try { localStorage.setItem(place(working.value!.user), JSON.stringify(seen.value)) } catch { /* full or forbidden */ }
}

function kept(user: string): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(user)) ?? '[]')
    return Array.isArray(found) ? found.map(String) : []
  } catch { return [] }
}

const place = (user: string) => `xiezhi.announced.${user}`
