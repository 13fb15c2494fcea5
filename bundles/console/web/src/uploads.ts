import { reactive, ref } from 'vue'
import { Problem, upload } from './api/client'
import type { MaterialSlot, Matter } from './api/types'
import type { Picked } from './components/MaterialSlots.vue'
import { t } from './language'

/** Files chosen for the slots of a matter; sent one by one because each moves the matter's version. */
export function useUploads() {
  const picked = reactive<Picked[]>([])
  const sending = ref(false)

  const pick = (slot: MaterialSlot, file: File, pages: number | null) => { picked.push({ slot: slot.id, file, pages, percent: 0, error: '' }) }
  const drop = (one: Picked) => { picked.splice(picked.findIndex(p => p.file === one.file && p.slot === one.slot), 1) }

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

  async function send(one: Picked, matter: Matter, arrived: (matter: Matter) => void): Promise<Matter> {
    one.percent = 1
    try {
      const query = { name: one.file.name, slot: one.slot, pages: one.pages, version: matter.version }
      const after = await upload<Matter>(`/matters/${matter.id}/attachments`, query, one.file, p => { one.percent = Math.max(1, p) })
      drop(one)
      arrived(after)
      return after
    } catch (e) {
      one.percent = 0
      one.error = e instanceof Problem ? e.body.detail : t('上传失败')
      const current = e instanceof Problem && e.code === 'matter-changed' ? e.body.current as Matter : undefined
      if (current) arrived(current)
      return current ?? matter
    }
  }

  return { picked, sending, pick, drop, sendAll }
}
