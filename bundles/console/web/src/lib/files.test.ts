import { expect, test } from 'vitest'
import { isViewable, pagesIn } from './files'

test('the pages of a PDF are those of its root', () => {
  expect(pagesIn('%PDF-1.4\n2 0 obj << /Type /Pages /Kids [3 0 R 9 0 R] /Count 12 >> endobj 9 0 obj <</Count 5/Parent 2 0 R/Type/Pages>> endobj')).toBe(12)
})
test('what does not stand there in clear is not guessed', () => {
  expect(pagesIn('%PDF-1.7 \u0001\u0002 /ObjStm compressed')).toBeNull()
  expect(pagesIn('<< /Type /Pages /Count 0 >>')).toBeNull()
})
test('pages of the web are never shown in place', () => {
  expect(['text/html', 'image/svg+xml', 'text/plain', 'application/pdf', 'image/png'].map(isViewable)).toEqual([false, false, false, true, true])
})
