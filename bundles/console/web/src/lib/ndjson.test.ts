import { expect, test } from 'vitest'
import { lineReader, percent, type WorkLine } from './ndjson'

const read = (pieces: string[]) => {
  const found: WorkLine<{ late: string }>[] = []
  const feed = lineReader<WorkLine<{ late: string }>>(l => found.push(l))
  pieces.forEach((p, i) => feed(p, i === pieces.length - 1))
  return found
}

test('lines are whole however the network cuts them', () => {
  expect(read(['{"do', 'ne":1,"of":2}\n{"done":2,', '"of":2}\n{"result":{"late":"𠮷"}}\n'])).toEqual([{ done: 1, of: 2 }, { done: 2, of: 2 }, { result: { late: '𠮷' } }])
})
test('the last line needs no line feed, empty lines are nothing', () => {
  expect(read(['{"done":1}\r\n\n', '{"problem":{"code":"x","title":"","detail":"坏"}}'])).toEqual([{ done: 1 }, { problem: { code: 'x', title: '', detail: '坏' } }])
})
test('half a line at the end is an error, not a result', () => {
  expect(() => read(['{"result":{"la'])).toThrow(SyntaxError)
})
test('the bar is not full before the result is there', () => {
  expect([percent(0, 3), percent(1, 3), percent(3, 3), percent(5, null)]).toEqual([0, 33, 99, 0])
})
