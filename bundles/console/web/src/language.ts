/**
 * Chinese is the language of the console and of the code; another language is a dictionary from Chinese text.
 * What it lacks stays Chinese. Names that the API gives (procedures, states, fields) are looked up in the same place.
 */
export type Language = 'zh' | 'en'

const PLACE = 'xiezhi.language'
let dictionary: Record<string, string> = {}

/** The text in the reader's language, with {0}, {1}… replaced. */
export function t(chinese: string, ...values: unknown[]): string {
  return values.length ? filled(dictionary[chinese] ?? chinese, values) : dictionary[chinese] ?? numbered(chinese) ?? chinese
}

/** `{0}` is a value; `{0|day|days}` the word for 1, the next one for 2…, the last one for all others. */
export function filled(text: string, values: unknown[]): string {
  return text.replace(/\{(\d)((?:\|[^|}]*)*)\}/g, (_, i, words: string) => {
    const value = values[Number(i)] ?? ''
    const choice = words.split('|').slice(1)
    return choice.length ? choice[Number(value) - 1] ?? choice[choice.length - 1] : String(value)
  })
}

/** A text that the API has put numbers into: `还剩 3 个工作日` stands in the dictionary as `还剩 {0} 个工作日`. */
function numbered(chinese: string): string | undefined {
  const numbers: string[] = []
  const found = dictionary[chinese.replace(/\d+/g, n => `{${numbers.push(n) - 1}}`)]
  return found && numbers.length ? filled(found, numbers) : undefined
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
