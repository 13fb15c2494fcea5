/** A text cut at its marks, so that it can be shown with them and without any markup in it. */
export function pieces(text: string, marks: { from: number; to: number }[]): { text: string; marked: boolean }[] {
  const all: { text: string; marked: boolean }[] = []
  let at = 0
  for (const m of marks) {
    if (m.from > at) all.push({ text: text.slice(at, m.from), marked: false })
    all.push({ text: text.slice(m.from, m.to), marked: true })
    at = m.to
  }
  if (at < text.length) all.push({ text: text.slice(at), marked: false })
  return all
}
