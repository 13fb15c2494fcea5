import { afterEach, expect, test, vi } from 'vitest'
import { Problem, stream } from './client'

const answer = (text: string, status = 200) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })))
const run = (seen: [number, number | null][] = [], signal = new AbortController().signal) => stream<{ late: number }>({ path: '/x' }, (done, of) => seen.push([done, of]), signal)
const code = (work: Promise<unknown>) => work.then(() => 'no problem', e => (e as Problem).code)
afterEach(() => vi.unstubAllGlobals())

test('the result comes after its progress', async () => {
  answer('{"done":1}\n{"done":2,"of":2}\n{"result":{"late":3}}\n')
  const seen: [number, number | null][] = []
  expect(await run(seen)).toEqual({ late: 3 })
  expect(seen).toEqual([[1, null], [2, 2]])
})
test('a problem on the way is a problem like any other', async () => {
  answer('{"done":1}\n{"problem":{"code":"not-ready","title":"","detail":"数据库断开"}}\n')
  await expect(run()).rejects.toThrow('数据库断开')
})
test('a refusal before the first line keeps its code', async () => {
  answer('{"code":"forbidden","title":"","detail":"不行"}', 403)
  expect(await code(run())).toBe('forbidden')
})
test('a stream that breaks off is no result', async () => {
  answer('{"done":1}\n')
  expect(await code(run())).toBe('interrupted')
  answer('{"done":1}\n{"resu')
  expect(await code(run())).toBe('interrupted')
})
test('what the person stopped is no problem', async () => {
  const stop = new AbortController()
  vi.stubGlobal('fetch', () => { stop.abort(); return Promise.reject(new DOMException('stopped', 'AbortError')) })
  expect(await run([], stop.signal)).toBeUndefined()
})
