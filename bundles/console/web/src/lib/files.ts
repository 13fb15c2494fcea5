/** How many pages a PDF says it has, where that stands in it in clear; most scanners write it so. Null if it can't be told. */
export async function pagesOf(file: File): Promise<number | null> {
  if (!/\.pdf$/i.test(file.name) || file.size > 64 * 1024 * 1024) return null
  return pagesIn(new TextDecoder('latin1').decode(await file.arrayBuffer()))
}

export function pagesIn(pdf: string): number | null {
  const counts = [...pdf.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d{1,4})\b|\/Count\s+(\d{1,4})\b[^>]*?\/Type\s*\/Pages\b/g)].map(m => Number(m[1] ?? m[2]))
  const pages = Math.max(0, ...counts)
  return pages || null
}

/** What a browser draws in place; the server looks at the bytes and decides. */
export const isPicture = (type: string) => type === 'image/png' || type === 'image/jpeg'
export const isViewable = (type: string) => isPicture(type) || type === 'application/pdf'
