import { ref, type Ref } from 'vue'
import type { Page } from './api/types'

/** A list that grows by keyset token; a newer question makes a late answer to the older one void. */
export function usePaged<T, P extends Page<T> = Page<T>>(ask: (after: string | undefined) => Promise<P>) {
  const items = ref([]) as Ref<T[]>
  const next = ref<string | null>(null)
  const busy = ref(false)
  const problem = ref<unknown>(null)
  let asked = 0

  async function load(after?: string): Promise<P | undefined> {
    const mine = ++asked
    busy.value = true
    problem.value = null
    try {
      const page = await ask(after)
      if (mine !== asked) return undefined
      items.value = after ? [...items.value, ...page.items] : page.items
      next.value = page.next ?? null
      return page
    } catch (e) {
      if (mine === asked) problem.value = e
      return undefined
    } finally { if (mine === asked) busy.value = false }
  }
  /** Reads what is shown again without a word, as far as it was shown. */
  async function refresh(): Promise<P | undefined> {
    if (busy.value) return undefined
    const mine = ++asked
    try {
      const first = await ask(undefined)
      const found = [...first.items]
      let after = first.next
      while (after && found.length < items.value.length) {
        const page = await ask(after)
        found.push(...page.items)
        after = page.next
      }
      if (mine !== asked) return undefined
      items.value = found
      next.value = after ?? null
      return first
    } catch { return undefined }
  }
  const more = () => (next.value ? load(next.value) : Promise.resolve(undefined))
  return { items, next, busy, problem, load, more, refresh }
}
