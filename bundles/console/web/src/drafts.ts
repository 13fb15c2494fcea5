import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { get, put, Problem, remove } from './api/client'
import type { ActionForm, Draft, DraftSummary, FieldValues } from './api/types'
import { initialValues } from './lib/fields'
import { t } from './language'

const PAUSE = 700
const path = (form: string) => `/drafts/${encodeURIComponent(form)}`

export const openingKey = (procedure: string, origin: string | null) => ['new', procedure, ...(origin ? [origin] : [])].join(':')
export const actionKey = (matter: string, action: string) => `${matter}:${action}`
export const myDrafts = () => get<DraftSummary[]>('/drafts')
export const dropDraft = (form: string) => remove(path(form))

/**
 * Keeps what is typed into a form on the server and brings it back. What was typed before the draft arrived wins over it; fields that the form
 * has no more are left out. Files are not part of it.
 */
export function useDraft(key: string, form: ActionForm, values: Ref<FieldValues>) {
  const restored = ref('')
  const savedAt = ref('')
  const trouble = ref('')
  let kept = JSON.stringify(values.value), ready = false, over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<Draft | undefined> | undefined

  async function restore() {
    if (!form.fields.length) return
    const draft = await get<Draft | undefined>(path(key)).catch(() => undefined)
    if (draft && !over) {
      const blank = initialValues(form.fields)
      const typed = Object.fromEntries(form.fields.filter(f => JSON.stringify(values.value[f.id]) !== JSON.stringify(blank[f.id])).map(f => [f.id, values.value[f.id]]))
      const known = Object.fromEntries(form.fields.filter(f => f.id in draft.values).map(f => [f.id, draft.values[f.id]]))
      values.value = { ...values.value, ...known, ...typed }
      restored.value = draft.savedAt
      kept = JSON.stringify(values.value)
    }
    ready = true
  }

  async function save() {
    clearTimeout(timer)
    const now = JSON.stringify(values.value)
    if (!ready || over || now === kept) return
    kept = now
    try {
      saving = put<Draft | undefined>(path(key), { values: values.value })
      savedAt.value = (await saving)?.savedAt ?? ''
      trouble.value = ''
    } catch (e) {
      trouble.value = e instanceof Problem && e.body.status === 409 ? e.body.detail : t('草稿没有保存，请检查网络')
    }
  }

  watch(values, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), PAUSE)
  })
  onBeforeUnmount(() => void save())
  void restore()

  /** Begins anew. */
  async function drop() {
    clearTimeout(timer)
    values.value = initialValues(form.fields)
    kept = JSON.stringify(values.value)
    restored.value = savedAt.value = ''
    await dropDraft(key).catch(() => {})
  }

  /** It was sent, and the server has taken the draft out with it; one that was on its way then is taken out after it. */
  function sent() {
    over = true
    clearTimeout(timer)
    void saving?.then(() => dropDraft(key)).catch(() => {})
  }

  return { restored, savedAt, trouble, save, drop, sent }
}
