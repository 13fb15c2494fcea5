import { ref } from 'vue'

/** What the reader chose; `auto` is what the machine says. */
const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const PLACE = 'xiezhi.theme'
const machine = matchMedia('(prefers-color-scheme: dark)')
const theme = ref<Theme>(kept())

function kept(): Theme {
  try { return THEMES.find(one => one === localStorage.getItem(PLACE)) ?? 'auto' } catch { return 'auto' }
}

function show() {
  document.documentElement.classList.toggle('dark', theme.value === 'dark' || theme.value === 'auto' && machine.matches)
}

machine.addEventListener?.('change', show)
show()

export function useTheme() {
  return { theme, next }
}

/** Round all of them. */
function next() {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]
  try { localStorage.setItem(PLACE, theme.value) } catch { /* forbidden: for this page only */ }
  show()
}
