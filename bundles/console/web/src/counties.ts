import { ref } from 'vue'
import { useRoute } from 'vue-router'
import { get } from './api/client'
import type { Jurisdiction } from './api/types'

/** The county that somebody without an account means: the one of the address, else the only one there is. Where rules are suspended nothing new can be handed in. */
export function useCounty(suspendedToo = false) {
  const asked = String(useRoute().query.county ?? '')
  const counties = ref<Jurisdiction[]>([])
  const county = ref('')
  const problem = ref<unknown>(null)
  get<Jurisdiction[]>('/jurisdictions').then(listed => {
    const all = listed.filter(j => suspendedToo || j.status !== 'suspended')
    counties.value = all
    county.value = all.some(j => j.id === asked) ? asked : all.length === 1 ? all[0].id : ''
  }, e => { problem.value = e })
  return { counties, county, problem }
}
