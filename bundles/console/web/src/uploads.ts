import { reactive, ref } from 'vue'
import { Problem, upload } from './api/client'
import type { MaterialSlot, Matter } from './api/types'
import type { Picked } from './components/MaterialSlots.vue'
import { t } from './language'

/** Files chosen for the slots of a matter; sent one by one because each moves the matter's version. */
export function useUploads(picked = reactive<Picked[]>([])) {
  const sending = ref(false)

  const pick = (slot: MaterialSlot, file: File, pages: number | null) => { picked.push({ slot: slot.id, file, pages, percent: 0, error: '' }) }
  /** One that is on its way is stopped. */
  function drop(one: Picked) {
    one.cancel?.()
    const at = picked.findIndex(p => p.file === one.file && p.slot === one.slot)
    if (at >= 0) picked.splice(at, 1)
  }

  /** Also those that were chosen while others were on their way. */
  const waiting = () => picked.find(p => !p.error)

  /** True when every file arrived; `arrived` gets the matter after each. */
  async function sendAll(matter: Matter, arrived: (matter: Matter) => void): Promise<boolean> {
    if (sending.value) return false
    sending.value = true
    try {
      for (const one of picked) one.error = ''
      for (let one = waiting(); one; one = waiting()) matter = await send(one, matter, arrived)
      return picked.length === 0
    } finally { sending.value = false }
  }

  /** Somebody else's act in between does not stand against a further file: it is sent upon what is there now, once. */
  async function send(one: Picked, matter: Matter, arrived: (matter: Matter) => void, again = true): Promise<Matter> {
    const stop = new AbortController()
    one.percent = 1
    one.cancel = () => stop.abort()
    try {
      const query = { name: one.file.name, slot: one.slot, pages: one.pages, version: matter.version }
      const after = await upload<Matter>(`/matters/${matter.id}/attachments`, query, one.file, p => { one.percent = Math.max(1, p) }, stop.signal)
      drop(one)
      arrived(after)
      return after
    } catch (e) {
      one.percent = 0
      one.cancel = undefined
      if (stop.signal.aborted) return matter
      const current = e instanceof Problem && e.code === 'matter-changed' ? e.body.current as Matter : undefined
      if (current) arrived(current)
      if (current && again) return send(one, current, arrived, false)
      one.error = e instanceof Problem ? e.body.detail : t('上传失败')
      return current ?? matter
    }
  }

  return { picked, sending, pick, drop, sendAll }
}
