import { onBeforeUnmount, onMounted, ref } from 'vue'

type Taker = (files: File[]) => void
const takers: Taker[] = []

const carriesFiles = (e: DragEvent) => !!e.dataTransfer?.types.includes('Files')
const over = (e: DragEvent) => { if (carriesFiles(e)) e.preventDefault() }
/** Whatever no slot took; the browser must never open a file in place of the page. */
function dropped(e: DragEvent) {
  if (!carriesFiles(e) || e.defaultPrevented) return
  e.preventDefault()
  takers[takers.length - 1]?.([...e.dataTransfer!.files])
}

/** Files that are dropped somewhere on the page go to whoever came last: the dialog, then the page below it. */
export function useDropping(enabled: () => boolean, take: Taker) {
  const mine: Taker = files => { if (enabled()) take(files) }
  onMounted(() => {
    if (!takers.length) {
      window.addEventListener('dragover', over)
      window.addEventListener('drop', dropped)
    }
    takers.push(mine)
  })
  onBeforeUnmount(() => {
    takers.splice(takers.indexOf(mine), 1)
    if (takers.length) return
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', dropped)
  })
}

/** Files over one slot: whether they hover, and what to do with them. */
export function useSlotDrop(take: (id: string, files: File[]) => void, enabled: () => boolean) {
  const hovered = ref('')
  const hover = (id: string, e: DragEvent) => { if (enabled() && carriesFiles(e)) { e.preventDefault(); hovered.value = id } }
  function leave() { hovered.value = '' }
  function drop(id: string, e: DragEvent) {
    hovered.value = ''
    if (!enabled() || !carriesFiles(e)) return
    e.preventDefault()
    take(id, [...e.dataTransfer!.files])
  }
  return { hovered, hover, leave, drop }
}
