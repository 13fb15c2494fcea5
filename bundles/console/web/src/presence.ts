const EVERY = 60_000
/** Asking keeps a session alive, so nobody asks for somebody who has left the desk: an idle session must still run out. */
const PRESENT = 5 * 60_000

const works: (() => void)[] = []
const returns: (() => void)[] = []
let touched = Date.now()
let watching = false

/** Whether somebody is at the page. */
export const isPresent = () => document.visibilityState === 'visible' && Date.now() - touched < PRESENT

/** Does this each minute while somebody is at the page, and when the page is looked at again. */
export function whilePresent(work: () => void) {
  works.push(work)
  watch()
}

/** Does this when somebody comes back to the page after having been away. */
export function whenBack(work: () => void) {
  returns.push(work)
  watch()
}

function watch() {
  if (watching) return
  watching = true
  const present = () => {
    const away = !isPresent()
    touched = Date.now()
    if (away && isPresent()) for (const work of returns) work()
  }
  const all = () => { if (isPresent()) for (const work of works) work() }
  for (const sign of ['pointerdown', 'keydown', 'wheel']) addEventListener(sign, present, { passive: true })
  document.addEventListener('visibilitychange', all)
  setInterval(all, EVERY)
}
