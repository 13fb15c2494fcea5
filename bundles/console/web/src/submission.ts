import { computed, nextTick, ref, watch } from 'vue'
import { Problem, serverNow } from './api/client'
import type { ActionForm, Field, FieldValues } from './api/types'
import { fault } from './lib/checks'
import { nowInChina } from './lib/dates'
import { initialValues, isVisible, missing, sentValues } from './lib/fields'
import { focusOn } from './focus'

/** The life of one form: values, errors beside their fields, one submission at a time. */
export function useSubmission(form: ActionForm) {
  const values = ref<FieldValues>(initialValues(form.fields))
  const errors = ref<Record<string, string>>({})
  const problem = ref<unknown>(null)
  const busy = ref(false)
  /** Counts the refused attempts, so that whoever shows their summary knows when there is a new one. */
  const attempts = ref(0)
  const left = new Set<string>()
  /** What the server has said of fields before they were sent. */
  const foretold = new Map<string, string>()
  const sent = computed(() => sentValues(form.fields, values.value))

  watch(values, (now, before) => {
    for (const field of form.fields) if (now[field.id] !== before[field.id]) recheck(field)
  })

  /** While somebody types, only what was told before or is chosen at once (a date) is told; the rest waits until the field is left. */
  function recheck(field: Field) {
    const told = errors.value[field.id] || left.has(field.id) || ['date', 'dateTime'].includes(field.type)
    say(field, told ? fault(field, values.value[field.id], nowInChina(serverNow())) : '')
  }

  function say(field: Field, text: string) {
    if (text) errors.value = { ...errors.value, [field.id]: text }
    else if (errors.value[field.id]) errors.value = Object.fromEntries(Object.entries(errors.value).filter(([id]) => id !== field.id))
  }

  /** A field was left. That it is still empty is told for what is typed; what is chosen opens a list, which is leaving too. */
  function leave(id: string) {
    const field = form.fields.find(f => f.id === id)
    if (!field || !isVisible(field, form.fields, values.value)) return
    left.add(id)
    const empty = ['text', 'longText', 'number'].includes(field.type) ? missing([field], values.value)[id] : ''
    say(field, fault(field, values.value[id], nowInChina(serverNow())) || empty || (sent.value[id] === undefined ? '' : errors.value[id] ?? ''))
  }

  /** What the server says of fields that hold something; of empty ones it is told on sending. What it says no more is taken back. */
  function told(faults: { field: string; detail: string }[]) {
    for (const field of form.fields) {
      const before = foretold.get(field.id), now = sent.value[field.id] === undefined ? undefined : faults.find(f => f.field === field.id)?.detail
      foretold.delete(field.id)
      if (now && (!errors.value[field.id] || errors.value[field.id] === before)) {
        foretold.set(field.id, now)
        say(field, now)
      } else if (before && errors.value[field.id] === before) say(field, '')
    }
  }

  /** Runs `send` with what is to be sent; true when it succeeded. A refusal goes to its field if that is shown, else to the top. */
  async function submit(send: (fields: FieldValues) => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    problem.value = null
    errors.value = { ...faults(), ...missing(form.fields, values.value) }
    if (Object.keys(errors.value).length) return refused()
    busy.value = true
    try {
      await send(sent.value)
      return true
    } catch (e) {
      show(e)
      return refused()
    } finally { busy.value = false }
  }

  function faults(): Record<string, string> {
    const now = nowInChina(serverNow())
    return Object.fromEntries(form.fields.filter(f => sent.value[f.id] !== undefined).map(f => [f.id, fault(f, values.value[f.id], now)]).filter(([, text]) => text))
  }

  function refused(): false {
    attempts.value++
    void nextTick(() => focusOn(inOrder()[0]))
    return false
  }

  /** The faulty fields as they stand in the form; what has no field there comes last. */
  const inOrder = () => [...form.fields.map(f => f.id).filter(id => errors.value[id]), ...Object.keys(errors.value).filter(id => !form.fields.some(f => f.id === id))]

  function show(e: unknown) {
    const body = e instanceof Problem ? e.body : null
    const named = body?.errors ?? (body?.field ? [{ field: body.field, detail: body.detail }] : [])
    errors.value = Object.fromEntries(named.map(n => [n.field, n.detail]))
    const allShown = named.length > 0 && named.every(n => form.fields.some(f => f.id === n.field))
    if (!allShown || body?.rule) problem.value = e
  }

  return { values, errors, problem, busy, attempts, sent, submit, leave, told, inOrder }
}
