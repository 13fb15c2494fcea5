import { ref, watch } from 'vue'
import { Problem } from './api/client'
import type { ActionForm, FieldValues } from './api/types'
import { initialValues, missing, sentValues } from './lib/fields'

/** The life of one form: values, errors beside their fields, one submission at a time. */
export function useSubmission(form: ActionForm) {
  const values = ref<FieldValues>(initialValues(form.fields))
  const errors = ref<Record<string, string>>({})
  const problem = ref<unknown>(null)
  const busy = ref(false)

  watch(values, (now, before) => {
    for (const id of Object.keys(errors.value)) if (now[id] !== before[id]) delete errors.value[id]
  })

  /** Runs `send` with what is to be sent; true when it succeeded. A refusal goes to its field if that is shown, else to the top. */
  async function submit(send: (fields: FieldValues) => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    problem.value = null
    errors.value = missing(form.fields, values.value)
    if (Object.keys(errors.value).length) return false
    busy.value = true
    try {
      await send(sentValues(form.fields, values.value))
      return true
    } catch (e) {
      show(e)
      return false
    } finally { busy.value = false }
  }

  function show(e: unknown) {
    const body = e instanceof Problem ? e.body : null
    const named = body?.errors ?? (body?.field ? [{ field: body.field, detail: body.detail }] : [])
    errors.value = Object.fromEntries(named.map(n => [n.field, n.detail]))
    const allShown = named.length > 0 && named.every(n => form.fields.some(f => f.id === n.field))
    if (!allShown || body?.rule) problem.value = e
  }

  return { values, errors, problem, busy, submit }
}
