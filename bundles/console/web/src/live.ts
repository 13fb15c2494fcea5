/** What others do, as they do it: one stream of events for the whole page, while it is looked at and somebody is signed in. */
import { onScopeDispose, watch } from 'vue'
import { url } from './api/client'
import { isPresent, whenBack } from './presence'
import { useSession } from './session'

export type Change = { matter: string; version: number } | 'reconnected'
type News = Change | 'notice'

/** A page that nobody looks at gives its connection back: a browser has few of them for one address. */
const HIDDEN = 60_000
const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 60_000
/** Lists are read again no more often than this. */
const REST = 2_000

const ears = new Set<(news: News) => void>()
const { session } = useSession()
let source: EventSource | null = null
let failures = 0
/** Something may have been missed since the page was read. */
let missed = false
let ended = false
let retry: ReturnType<typeof setTimeout> | undefined
let hidden: ReturnType<typeof setTimeout> | undefined

/** Hears of each change that I may see, and of having been away; until the component ends. */
export function onLive(heard: (change: Change) => void) {
  hear(news => { if (news !== 'notice') heard(news) })
}

/** Hears when I have been told something. */
export function onNotice(heard: () => void) {
  hear(news => { if (news === 'notice' || news === 'reconnected') heard() })
}

/** Reads a list again when something has moved; several changes at once are one. */
export function liveReload(reload: () => unknown) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = 0
  onLive(() => {
    waiting ??= setTimeout(() => { waiting = undefined; last = Date.now(); void reload() }, Math.max(200, last + REST - Date.now()))
  })
  onScopeDispose(() => clearTimeout(waiting))
}

function hear(ear: (news: News) => void) {
  begin()
  ears.add(ear)
  onScopeDispose(() => ears.delete(ear))
}

/** Reading again is a use of the session: for somebody who has left the desk it waits. */
function say(news: News) {
  if (!isPresent()) missed = true
  else for (const ear of [...ears]) ear(news)
}

let begun = false
function begin() {
  if (begun) return
  begun = true
  watch(() => session.value?.mustChangePassword === false ? session.value.user : '', () => { ended = false; close(); connect() }, { immediate: true, flush: 'sync' })
  whenBack(caughtUp)
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (document.visibilityState === 'visible') connect()
    else hidden = setTimeout(close, HIDDEN)
  })
}

function connect() {
  if (source || ended || document.visibilityState !== 'visible' || session.value?.mustChangePassword !== false) return
  source = new EventSource(url('/events'))
  source.onopen = () => { failures = 0; caughtUp() }
  source.onerror = () => {
    close()
    retry = setTimeout(connect, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures++) * (0.75 + Math.random() / 2))
  }
  source.addEventListener('matter', e => say(JSON.parse(e.data) as Change))
  source.addEventListener('notice', () => say('notice'))
  source.addEventListener('missed', () => say('reconnected'))
  source.addEventListener('ended', () => { ended = true; close() })
}

function close() {
  clearTimeout(retry)
  if (source) missed = true
  source?.close()
  source = null
}

function caughtUp() {
  if (!missed || !source || !isPresent()) return
  missed = false
  say('reconnected')
}
