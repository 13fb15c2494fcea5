/** Brings somebody to a field of the form, or to the slot of a paper (`material:…`); the one on top, if a dialog has it too. */
export function focusOn(id: string | undefined) {
  if (!id) return
  const handle = id.startsWith('material:') ? `slot-${id.slice('material:'.length)}` : `field-${id}`
  const found = [...document.querySelectorAll<HTMLElement>(`[data-testid="${CSS.escape(handle)}"]`)].pop()
  const input = found?.querySelector<HTMLElement>('input, textarea, button')
  found?.scrollIntoView({ block: 'center' })
  input?.focus({ preventScroll: true })
}

/** After another page has come: its heading takes the focus, so that it is read out. Till it is there, the page itself; whoever moves on meanwhile is left alone. */
export function focusHeading() {
  const page = document.querySelector<HTMLElement>('main')
  if (!page || focused(page.querySelector<HTMLElement>('h1'))) return
  focused(page)
  const waiting = new MutationObserver(() => {
    if (document.activeElement !== page && document.activeElement !== document.body) waiting.disconnect()
    else if (focused(page.querySelector<HTMLElement>('h1'))) waiting.disconnect()
  })
  waiting.observe(page, { childList: true, subtree: true })
}
/** Where the button that had the focus is gone. */
export function focusKept() {
  if (document.activeElement === document.body) focusHeading()
}
function focused(element: HTMLElement | null): boolean {
  element?.setAttribute('tabindex', '-1')
  element?.focus({ preventScroll: true })
  return !!element
}
