import { computed, ref } from 'vue'
import { get, post, remove, setCsrf } from './api/client'
import type { Session } from './api/types'

const session = ref<Session | null>(null)
let asked: Promise<void> | null = null

function use(found: Session | null) {
  session.value = found
  setCsrf(found?.csrf ?? '')
}

/** Who is signed in; the one piece of state that every page shares. */
export function useSession() {
  return { session, hasRole: (role: string) => computed(() => session.value?.roles.includes(role) ?? false), known, refresh, signIn, signOut, changePassword, forget }
}

/** Asks the server once per page load whether a session is alive. */
function known(): Promise<void> {
  return asked ??= refresh()
}

async function refresh() {
  await get<Session>('/session').then(use, () => use(null))
}

async function signIn(user: string, password: string) {
  use(await post<Session>('/session', { user, password }))
  asked = Promise.resolve()
}

async function signOut() {
  await remove('/session').catch(() => {})
  use(null)
}

async function changePassword(old: string, fresh: string) {
  await post<void>('/session/password', { old, new: fresh })
  await refresh()
}

function forget() { use(null) }
