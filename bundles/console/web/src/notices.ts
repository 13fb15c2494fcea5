import { ref } from 'vue'
import { get } from './api/client'
import { whilePresent } from './presence'
import { useSession } from './session'

interface Count { unread: number; more: boolean }

const count = ref<Count>({ unread: 0, more: false })
const { session } = useSession()
let watching = false

/** How many notices are unread, as the bell shows it. */
export function useNotices() {
  if (!watching) whilePresent(() => void refresh())
  watching = true
  return { count, refresh }
}

async function refresh() {
  if (!session.value || session.value.mustChangePassword) count.value = { unread: 0, more: false }
  else await get<Count>('/notices/count').then(found => { count.value = found }, () => {})
}
