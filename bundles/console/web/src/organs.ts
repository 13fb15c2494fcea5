import { ref } from 'vue'
import { get } from './api/client'
import type { Organ } from './api/types'

const organs = ref<Organ[]>([])

/** The organs of my own jurisdiction; read when first needed, read again on `load`. */
export function useOrgans() {
  if (organs.value.length === 0) void load()
  return { organs, load }
}

async function load() {
  organs.value = await get<Organ[]>('/organs').catch(() => [])
}
