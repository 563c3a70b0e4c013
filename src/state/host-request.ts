import { type HostRequest, isOpenToHost, type Selection } from '../core/host-messages'
import type { Story } from '../core/story-types'
import type { Patch, selectEvent, setDomain } from './actions'
import type { decodeQuery } from './query'
import type { AppState } from './state'

/** What a host hears of the state. */
export const selectionOf = ({ selected, claim, step }: AppState): Selection => ({ event: selected, claim, step })

/** What main has and lends: an embed's own script would bring it a second time. */
export interface Lent {
  readonly decodeQuery: typeof decodeQuery
  readonly selectEvent: typeof selectEvent
  readonly setDomain: typeof setDomain
}

type Wish = Exclude<HostRequest, { type: 'hello' }>

/** What a host's request changes; null where it changes nothing: a notice is never passed over, a reader's filter never undone. */
export function hostPatch(lent: Lent, story: Story, state: AppState, request: Wish): Patch | null {
  if (request.type === 'theme') return { theme: request.theme }
  if (request.type === 'select') return selectPatch(lent, story, state, request)
  const { domain } = lent.decodeQuery(story, `?window=${encodeURIComponent(request.window)}`)
  return domain ? lent.setDomain(story, domain) : null
}

type Select = Extract<HostRequest, { type: 'select' }>

function selectPatch({ selectEvent }: Lent, story: Story, state: AppState, { event: id, claim }: Select): Patch | null {
  if (id === null) return { selected: null, claim: null }
  const record = story.events.get(id)
  const event = record?.refines ? story.events.get(record.refines) : record
  if (!event || !isOpenToHost(story, state.layers, event.layer)) return null
  const layers = state.layers.has(event.layer) ? state.layers : new Set([...state.layers, event.layer])
  const patch = selectEvent(story, { ...state, layers }, event.id, claim)
  return patch.selected ? { ...patch, layers } : null
}
