/** Brings somebody to a field of the form, or to the slot of a paper (`material:…`); the one on top, if a dialog has it too. */
export function focusOn(id: string | undefined) {
  if (!id) return
  const handle = id.startsWith('material:') ? `slot-${id.slice('material:'.length)}` : `field-${id}`
  const found = [...document.querySelectorAll<HTMLElement>(`[data-testid="${CSS.escape(handle)}"]`)].pop()
  const input = found?.querySelector<HTMLElement>('input, textarea, button')
  found?.scrollIntoView({ block: 'center' })
  input?.focus({ preventScroll: true })
}
