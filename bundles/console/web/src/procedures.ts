import { computed, ref } from 'vue'
import { get } from './api/client'
import type { ProcedureInfo } from './api/types'

const known = ref<ProcedureInfo[]>([])
/** Which procedures my jurisdiction has. */
const has = computed(() => new Set(known.value.map(p => p.id)))
/** Which of them I may open. */
const openable = computed(() => known.value.filter(p => p.open))

/** Read once a person is signed in. */
export function useProcedures() {
  return { has, openable, load }
}

async function load() {
  known.value = await get<ProcedureInfo[]>('/procedures').catch(() => [])
}
