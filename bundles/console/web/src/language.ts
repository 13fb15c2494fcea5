/**
 * Chinese is the language of the console and of the code; another language is a dictionary from Chinese text.
 * What it lacks stays Chinese. Names that the API gives (procedures, states, fields) are looked up in the same place.
 */
export type Language = 'zh' | 'en'

const PLACE = 'xiezhi.language'
let dictionary: Record<string, string> = {}

/** The text in the reader's language, with {0}, {1}… replaced. */
export function t(chinese: string, ...values: unknown[]): string {
  const text = dictionary[chinese] ?? chinese
  return values.length ? text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? '')) : text
}

export function language(): Language {
  try { return localStorage.getItem(PLACE) === 'en' ? 'en' : 'zh' } catch { return 'zh' }
}

/** To be called once, before anything that says something is loaded. */
export async function loadLanguage() {
  const chosen = language()
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN'
  if (chosen === 'en') dictionary = (await import('./locales/en.json')).default
}

/** Everything is said anew. */
export function speak(chosen: Language) {
  localStorage.setItem(PLACE, chosen)
  location.reload()
}
