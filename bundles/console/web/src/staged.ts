import { reactive, watch } from 'vue'
import type { Picked } from './components/MaterialSlots.vue'
import { useSession } from './session'

/**
 * Files that were chosen for a form that is not sent yet. They stay in the page's memory, so that one may look at another page and come back to the draft with them;
 * they are not kept on the server, nor by the browser: a machine in an office has many users. So they end with the page and with the session.
 */
const staged = reactive(new Map<string, Picked[]>())
const { session } = useSession()
watch(() => session.value?.user, () => staged.clear())
window.addEventListener('beforeunload', e => { if ([...staged.values()].some(files => files.length)) e.preventDefault() })

export function stagedFor(form: string): Picked[] {
  if (!staged.has(form)) staged.set(form, [])
  return staged.get(form)!
}
