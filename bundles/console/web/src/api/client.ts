/** One door to /api/v1: JSON in and out, the CSRF header, and problems as values that the pages can show. */
import { lineReader, type WorkLine } from '../lib/ndjson'
import { t } from '../language'

export interface ProblemBody {
  status: number; code: string; title: string; detail: string
  field?: string; rule?: { citation: string }; errors?: { field: string; detail: string }[]; current?: unknown
}

export class Problem extends Error {
  constructor(readonly body: ProblemBody) { super(body.detail || body.title) }
  get code() { return this.body.code }
}

export const offline: ProblemBody = {
  status: 0, code: 'unreachable', title: t('无法连接'), detail: t('连不上服务器，请检查网络后重试；已填写的内容仍保留在本页。'),
}

const interrupted: ProblemBody = { status: 0, code: 'interrupted', title: t('中断'), detail: t('连接中断，还没有得到结果，请检查网络后重新开始。') }

let csrf = ''
let onProblem: (problem: Problem) => void = () => {}
export const setCsrf = (token: string) => { csrf = token }
/** Called for every problem before it is thrown: session expiry and forced password change are handled in one place. */
export const watchProblems = (watcher: (problem: Problem) => void) => { onProblem = watcher }

let ahead = 0
/** The server's time in milliseconds, as far as its last answer tells: what has begun is its to say, not this machine's clock. */
export const serverNow = () => Date.now() + ahead
/** Whole seconds, cut: the second that is running counts as over, so that what was decided just now has begun. */
function clock(answer: Response) {
  const said = Date.parse(answer.headers.get('Date') ?? '')
  if (said) ahead = said + 999 - Date.now()
}

type Query = Record<string, string | number | boolean | null | undefined>

export function url(path: string, query: Query = {}): string {
  const used = Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== '')
  const text = new URLSearchParams(used.map(([k, v]) => [k, String(v)])).toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}

function fail(body: ProblemBody): never {
  const problem = new Problem(body)
  onProblem(problem)
  throw problem
}

function parseProblem(status: number, text: string): ProblemBody {
  try {
    const body = JSON.parse(text)
    if (body && typeof body.code === 'string') return { ...body, status }
  } catch { /* a proxy's HTML page: fall through */ }
  return { status, code: 'unknown', title: t('服务器未能处理'), detail: t('服务器未能处理这次请求（{0}），请稍后重试。', status) }
}

async function ask(method: string, path: string, query?: Query, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = { method, headers: { Accept: 'application/json', ...headers }, credentials: 'same-origin', cache: 'no-store', signal }
  if (method !== 'GET') init.headers = { ...init.headers, 'X-CSRF-Token': csrf }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { ...init.headers, 'Content-Type': 'application/json' }
  }
  const answer = await fetch(url(path, query), init)
  clock(answer)
  return answer
}

async function send<T>(method: string, path: string, query?: Query, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<T> {
  let answer: Response, text: string
  try {
    answer = await ask(method, path, query, body, headers, signal)
    text = await answer.text()
  } catch { return fail(offline) }
  if (!answer.ok) return fail(parseProblem(answer.status, text))
  return (text ? JSON.parse(text) : undefined) as T
}

export interface LongWork { path: string; query?: Query; method?: 'GET' | 'POST'; body?: unknown }

/** Long work that tells line by line how far it is; aborting it stops it at the server's next page. Undefined when it was stopped. */
export async function stream<T>(work: LongWork, progress: (done: number, of: number | null) => void, signal: AbortSignal): Promise<T | undefined> {
  try {
    const answer = await ask(work.method ?? 'GET', work.path, work.query, work.body, { Accept: 'application/x-ndjson, application/problem+json' }, signal)
    if (!answer.ok) return fail(parseProblem(answer.status, await answer.text()))
    return await lastLine<T>(answer, progress)
  } catch (e) {
    if (e instanceof Problem) throw e
    return signal.aborted ? undefined : fail(interrupted)
  }
}

async function lastLine<T>(answer: Response, progress: (done: number, of: number | null) => void): Promise<T> {
  let end: { result: T } | undefined
  const feed = lineReader<WorkLine<T>>(line => {
    if ('problem' in line) fail({ ...line.problem, status: line.problem.status ?? 500 })
    else if ('result' in line) end = line
    else progress(line.done, line.of ?? null)
  })
  const reader = answer.body!.getReader(), text = new TextDecoder()
  for (let part = await reader.read(); !part.done; part = await reader.read()) feed(text.decode(part.value, { stream: true }))
  feed(text.decode(), true)
  return end ? end.result : fail(interrupted)
}

export const get = <T>(path: string, query?: Query) => send<T>('GET', path, query)
export const post = <T>(path: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal) => send<T>('POST', path, undefined, body, headers, signal)
export const put = <T>(path: string, body: unknown) => send<T>('PUT', path, undefined, body)
export const patch = <T>(path: string, body: unknown) => send<T>('PATCH', path, undefined, body)
export const remove = <T = void>(path: string, query?: Query) => send<T>('DELETE', path, query)

/** A file that an answer is, for whoever asks with a body. */
export async function fileFrom(path: string, query: Query, body: unknown): Promise<Blob> {
  let answer: Response
  try { answer = await ask('POST', path, query, body, { Accept: '*/*' }) } catch { return fail(offline) }
  if (!answer.ok) return fail(parseProblem(answer.status, await answer.text()))
  return answer.blob()
}

/** Sends a file's bytes; XMLHttpRequest because fetch tells no upload progress. */
export function upload<T>(path: string, query: Query, file: File, progress: (percent: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (body: ProblemBody) => { try { fail(body) } catch (e) { reject(e) } }
    request.open('POST', url(path, query))
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('X-CSRF-Token', csrf)
    request.upload.onprogress = e => { if (e.lengthComputable) progress(Math.round((e.loaded / e.total) * 100)) }
    request.onerror = () => refuse(offline)
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.onload = () => request.status < 300
      ? resolve(JSON.parse(request.responseText) as T)
      : refuse(parseProblem(request.status, request.responseText))
    request.send(file)
  })
}

/** Sends a small file in place of what is there; the answer is a file or JSON. */
export async function putFile(path: string, query: Query, file: File): Promise<Blob> {
  let answer: Response
  try {
    answer = await fetch(url(path, query), { method: 'PUT', body: file, credentials: 'same-origin', cache: 'no-store', headers: { 'Accept': '*/*', 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': csrf } })
    clock(answer)
  } catch { return fail(offline) }
  if (!answer.ok) return fail(parseProblem(answer.status, await answer.text()))
  return answer.blob()
}

/** Random without crypto.randomUUID, which browsers withhold on plain-http intranet addresses. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('')
}
