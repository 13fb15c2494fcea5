import { ref } from 'vue'
import { get } from './api/client'
import type { ProcedureInfo } from './api/types'

const has = ref<Set<string>>(new Set())

/** Which procedures my jurisdiction has; read once a person is signed in. */
export function useProcedures() {
  return { has, load }
}

async function load() {
  has.value = new Set((await get<ProcedureInfo[]>('/procedures').catch(() => [])).map(p => p.id))
}
