import { watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ActionForm, Matter } from './api/types'

/** `?action=<id>` opens that action's form as soon as the matter is there, if it may be taken; closed, it is gone from the address. */
export function useAskedAction(matter: Ref<Matter | null>, acting: Ref<ActionForm | null>) {
  const route = useRoute(), router = useRouter()
  watch(() => [matter.value?.id, route.query.action] as const, ([id, asked]) => {
    const form = id && asked && matter.value?.actions.find(a => a.id === asked)
    if (form) acting.value = form
  }, { immediate: true })
  watch(acting, (now, before) => {
    if (!now && before && route.query.action) void router.replace({ query: { ...route.query, action: undefined } })
  })
}
