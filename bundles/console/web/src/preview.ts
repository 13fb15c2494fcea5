import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { post } from './api/client'
import type { FieldValues, Preview } from './api/types'

const PAUSE = 400

/** What sending the form as it stands would do; asked again when typing pauses. It only informs: that it can't be told is no problem. */
export function usePreview(path: string, sent: Ref<FieldValues>, body: (fields: FieldValues) => unknown, heard: (preview: Preview) => void) {
  const preview = ref<Preview | null>(null)
  let asking: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    stop()
    const mine = asking = new AbortController()
    const answer = await post<Preview>(path, body(sent.value), {}, mine.signal).catch(() => null)
    if (mine.signal.aborted) return
    preview.value = answer
    if (answer) heard(answer)
  }

  /** For the moment at which it is sent: what was foreseen is about to happen. */
  function stop() {
    clearTimeout(timer)
    asking?.abort()
  }

  watch(() => JSON.stringify(sent.value), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), PAUSE)
  })
  onBeforeUnmount(stop)
  void ask()
  return { preview, ask, stop }
}
