import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { post } from './api/client'
import type { FieldValues, Preview } from './api/types'

const PAUSE = 400

/** What sending the form as it stands would do; asked again when typing pauses. It only informs: that it can't be told is no problem. */
export function usePreview(path: string, sent: Ref<FieldValues>, body: (fields: FieldValues) => unknown, heard: (preview: Preview) => void) {
  const preview = ref<Preview | null>(null)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    const mine = ++asked
    const answer = await post<Preview>(path, body(sent.value)).catch(() => null)
    if (mine !== asked) return
    preview.value = answer
    if (answer) heard(answer)
  }

  watch(() => JSON.stringify(sent.value), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), PAUSE)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  void ask()
  return { preview, ask }
}
