import { t } from '../language'
/** Cuts a stream of text into the JSON values of its lines, whatever the pieces it comes in. */
export function lineReader<T>(line: (value: T) => void) {
  let rest = ''
  return (text: string, last = false) => {
    const lines = (rest + text).split('\n')
    rest = last ? '' : lines.pop() ?? ''
    for (const one of lines) if (one.trim()) line(JSON.parse(one) as T)
  }
}

/** A line of long work: how far it is, or how it ended. */
export type WorkLine<T> = { done: number; of?: number | null } | { result: T } | { problem: { code: string; title: string; detail: string; status?: number } }

/** `已处理 1200 / 4800`; how many there are is not always known. */
export const doneText = (done: number, of: number | null) => of === null ? t('已处理 {0}', done) : t('已处理 {0} / {1}', done, of)

/** Whole percent for a progress bar; never full before the result is there. */
export const percent = (done: number, of: number | null) => of ? Math.min(99, Math.floor((done / of) * 100)) : 0
