export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** An organ comes as its name or as an object with one. */
export const nameOf = (it: string | { name: string } | null | undefined) => typeof it === 'string' ? it : it?.name ?? ''
