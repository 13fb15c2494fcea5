import { ref } from 'vue'
import { get } from './api/client'
import { useSession } from './session'

interface Count { unread: number; more: boolean }

const EVERY = 60_000
/** Asking keeps a session alive, so nobody asks for somebody who has left the desk: an idle session must still run out. */
const PRESENT = 5 * 60_000

const count = ref<Count>({ unread: 0, more: false })
const { session } = useSession()
let touched = Date.now()
let watching = false

/** How many notices are unread, as the bell shows it. */
export function useNotices() {
  if (!watching) watch()
  return { count, refresh }
}

async function refresh() {
  if (!session.value || session.value.mustChangePassword) count.value = { unread: 0, more: false }
  else await get<Count>('/notices/count').then(found => { count.value = found }, () => {})
}

function watch() {
  watching = true
  const present = () => { touched = Date.now() }
  for (const sign of ['pointerdown', 'keydown', 'wheel']) addEventListener(sign, present, { passive: true })
  document.addEventListener('visibilitychange', () => { if (due()) void refresh() })
  setInterval(() => { if (due()) void refresh() }, EVERY)
}

const due = () => document.visibilityState === 'visible' && Date.now() - touched < PRESENT
