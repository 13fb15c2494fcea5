const EVERY = 60_000
/** Asking keeps a session alive, so nobody asks for somebody who has left the desk: an idle session must still run out. */
const PRESENT = 5 * 60_000

const works: (() => void)[] = []
let touched = Date.now()

/** Does this each minute while somebody is at the page, and when the page is looked at again. */
export function whilePresent(work: () => void) {
  works.push(work)
  if (works.length === 1) watch()
}

function watch() {
  const present = () => { touched = Date.now() }
  const all = () => { if (due()) for (const work of works) work() }
  for (const sign of ['pointerdown', 'keydown', 'wheel']) addEventListener(sign, present, { passive: true })
  document.addEventListener('visibilitychange', all)
  setInterval(all, EVERY)
}

const due = () => document.visibilityState === 'visible' && Date.now() - touched < PRESENT
