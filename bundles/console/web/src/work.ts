import { onBeforeUnmount, ref, type Ref } from 'vue'
import { stream, type LongWork } from './api/client'

/** Long work on the server as a page shows it: how far it is, a way to stop it, its result. Leaving the page stops it. */
export function useWork<T>() {
  const result = ref(null) as Ref<T | null>
  const problem = ref<unknown>(null)
  const progress = ref<{ done: number; of: number | null } | null>(null)
  const stopped = ref(false)
  let running: AbortController | null = null

  /** The result; undefined when it was stopped or refused. */
  async function start(work: LongWork): Promise<T | undefined> {
    if (running) return undefined
    running = new AbortController()
    result.value = null
    problem.value = null
    stopped.value = false
    progress.value = { done: 0, of: null }
    try {
      const found = await stream<T>(work, (done, of) => { progress.value = { done, of } }, running.signal)
      if (found === undefined) stopped.value = true
      else result.value = found
      return found
    } catch (e) {
      problem.value = e
      return undefined
    } finally {
      progress.value = null
      running = null
    }
  }
  const stop = () => running?.abort()
  onBeforeUnmount(stop)
  return { result, problem, progress, stopped, start, stop }
}
