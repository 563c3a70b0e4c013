import { tzOffset } from '@date-fns/tz/tzOffset'
import type { ByMap } from '../core/derive'
import { type Interval, sameInterval } from '../core/interval'
import { isMeasurable } from '../core/measure'
import type { Story } from '../core/story-types'
import { type Camera, type ClaimId, type EventId, type Instant, KINDS, type PlaceId, STATUSES } from '../core/types'
import { utcInstant, zonedInstant } from '../core/zone'
import { keepsBack } from './kept'
import { viewAt } from './path'
import { type AppState, initialState, type Measure, PARTS, type Part, SECRETS, type Secret } from './state'

/** The keys of the address. They are fixed: links live for ever, and a key that is absent means its default. */
export const QUERY_KEYS = [
  'window', 'brush', 'at', 'event', 'step', 'party', 'topic', 'kind', 'layer', 'status',
  'q', 'view', 'lanes', 'map', 'known', 'lang', 'theme', 'present', 'api',
  'inview', 'measure', 'relay', 'compare', 'motion', 'keys', 'lock',
  'parts', 'pane', 'resize', 'hide', 'told', 'exercise', 'handout', 'large',
] as const // biome-ignore format: one list, read as one
type Key = (typeof QUERY_KEYS)[number]

const SEARCH_LIMIT = 200

/* Times: a day of the story's zone where the instant begins or ends one, else UTC to the minute. */

function dayBounds(day: string, zone: string): Interval | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!match) return null
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  const check = new Date(utcInstant({ year, month, day: date }))
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== date) return null
  return [zonedInstant({ year, month, day: date }, zone), zonedInstant({ year, month, day: date + 1 }, zone) - 1]
}

function encodeInstant(instant: Instant, zone: string, edge: 0 | 1): string {
  const local = new Date(instant + tzOffset(zone, new Date(instant)) * 60_000)
  const day = local.toISOString().slice(0, 10)
  if (dayBounds(day, zone)?.[edge] === instant) return day
  return new Date(instant).toISOString().replace(/:\d\d\.\d+Z$/, 'Z')
}

function decodeInstant(text: string, zone: string, edge: 0 | 1): Instant | null {
  const day = dayBounds(text, zone)
  if (day) return day[edge]
  if (!/^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}

const encodeInterval = ([start, end]: Interval, zone: string): string =>
  `${encodeInstant(start, zone, 0)}/${encodeInstant(end, zone, 1)}`

function decodeInterval(text: string, zone: string): Interval | null {
  const [start, end, ...more] = text.split('/')
  if (start === undefined || end === undefined || more.length > 0) return null
  const from = decodeInstant(start, zone, 0)
  const to = decodeInstant(end, zone, 1)
  return from === null || to === null || from >= to ? null : [from, to]
}

const encodeCamera = ({ center: [lon, lat], zoom }: Camera): string => [lon.toFixed(4), lat.toFixed(4), zoom.toFixed(2)].join(',')

function decodeCamera(text: string): Camera | null {
  if (!/^-?\d{1,3}(\.\d{1,8})?,-?\d{1,2}(\.\d{1,8})?,\d{1,2}(\.\d{1,4})?$/.test(text)) return null
  const [lon = 0, lat = 0, zoom = 0] = text.split(',').map(Number)
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom <= 22 ? { center: [lon, lat], zoom } : null
}

/** The members of a list that the story knows; null where none is left, so that a bad value is ignored. */
function decodeIds<Id extends string>(text: string, known: { has(id: Id): boolean }): ReadonlySet<Id> | null {
  const ids = (text.split(',') as Id[]).filter((id) => known.has(id))
  return ids.length > 0 ? new Set(ids) : null
}

/** In the place of an event's id or of a time filter: none, although the step has one. No id looks like it. */
const NONE = '-'

function decodeEvent(story: Story, text: string): Pick<AppState, 'selected' | 'claim'> | null {
  if (text === NONE) return { selected: null, claim: null }
  const [id, claim] = text.split('.')
  const event = story.events.get(id as EventId)
  if (!event) return null
  const known = event.claims.some((one) => one.id === claim) || claimOfRefinement(story, event.id, claim)
  return { selected: event.id, claim: known ? (claim as ClaimId) : null }
}

const claimOfRefinement = (story: Story, id: EventId, claim: string | undefined): boolean =>
  [...story.events].some((event) => event.refines === id && event.claims.some((one) => one.id === claim))

/** A link to an event of a layer that is hidden at first shows that layer, unless a notice has to be read before. */
function layersFor(story: Story, { layers }: AppState, id: EventId | null): Pick<AppState, 'layers'> | null {
  const layer = id === null ? undefined : story.layers.get(story.events.get(id)?.layer as never)
  return !layer || layers.has(layer.id) || layer.notice !== null ? null : { layers: new Set([...layers, layer.id]) }
}

const isEvent = (story: Story, id: string): id is EventId => story.events.get(id as EventId) !== undefined

/** `time,FROM,TO` or `distance,FROM,TO`; an end that is not known is still to be chosen. */
function decodeMeasure(story: Story, text: string): Measure | null {
  const [kind, a = '', b = ''] = text.split(',')
  const ends = <Id extends string>(known: (id: string) => boolean) => {
    const [from = null, to = null] = [a, b].map((id) => (known(id) ? (id as Id) : null))
    return from === null && to !== null ? { from: to, to: null } : { from, to: to === from ? null : to }
  }
  if (kind === 'time') return { kind, ...ends<EventId>((id) => isEvent(story, id)) }
  return kind === 'distance' ? { kind, ...ends<PlaceId>((id) => isMeasurable(story, id as PlaceId)) } : null
}

function decodeCompare(story: Story, text: string): readonly [EventId, EventId] | null {
  const [a = '', b = ''] = text.split(',')
  return isEvent(story, a) && isEvent(story, b) ? [a, b] : null
}

const IN_VIEW: Readonly<Record<ByMap, string | false>> = { off: false, view: '1', 'view-and-unplaced': '2' }

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (text: string): Value | null =>
    values.find((value) => value === text) ?? null

const panel = oneOf(['events', 'table', 'positions'])
const laneBy = oneOf(['place', 'party', 'topic'])
const theme = oneOf(['auto', 'light', 'dark'])
const part = oneOf(PARTS)
const exercise = oneOf(['place', 'order'])
const handout = oneOf(['answers', 'blank'])
const byMap: readonly ByMap[] = ['view', 'view-and-unplaced']

/** For each key of the address what it sets; null where the value is bad. */
const DECODERS: Readonly<Record<Key, (story: Story, text: string) => Partial<AppState> | null>> = {
  window: (story, text) => as('domain', decodeInterval(text, story.timeZone)),
  brush: (story, text) => (text === NONE ? { brush: null } : as('brush', decodeInterval(text, story.timeZone))),
  at: (story, text) => as('instant', decodeInstant(text, story.timeZone, 1)),
  event: decodeEvent,
  step: (story, text) => as('step', story.steps.find(({ id }, index) => id === text || numbered(index) === text)?.id ?? null),
  party: (story, text) => as('parties', decodeIds(text, story.parties)),
  topic: (story, text) => as('topics', decodeIds(text, story.topics)),
  kind: (_story, text) => as('kinds', decodeIds(text, new Set(KINDS))),
  layer: (story, text) => as('layers', decodeIds(text, story.layers)),
  status: (_story, text) => as('statuses', decodeIds(text, new Set(STATUSES))),
  q: (_story, text) => as('search', text.slice(0, SEARCH_LIMIT).trim() || null),
  view: (_story, text) => as('panel', panel(text)),
  lanes: (_story, text) => as('laneBy', laneBy(text)),
  map: (_story, text) => as('camera', decodeCamera(text)),
  known: (story, text) => as('known', decodeInstant(text, story.timeZone, 1)),
  lang: (_story, text) => as('lang', /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(text) ? text : null),
  theme: (_story, text) => as('theme', theme(text)),
  present: (_story, text) => (text === '1' ? { mode: 'present' } : null),
  api: (_story, text) => (text === '1' ? { api: true } : null),
  inview: (_story, text) => as('byMap', byMap.find((value) => IN_VIEW[value] === text) ?? null),
  measure: (story, text) => as('measure', decodeMeasure(story, text)),
  relay: (_story, text) => (text === '1' ? { relay: true } : null),
  compare: (story, text) => as('compare', decodeCompare(story, text)),
  motion: (_story, text) => (text === 'less' ? { motion: 'less' } : null),
  keys: (_story, text) => (text === 'off' ? { keys: false } : null),
  lock: (_story, text) => (text === '1' ? { locked: true } : null),
  parts: (_story, text) => as('parts', decodeIds<Part>(text, new Set(PARTS))),
  pane: (_story, text) => as('pane', part(text)),
  resize: (_story, text) => (text === 'fixed' ? { resize: 'fixed' } : null),
  hide: (_story, text) => as('secrets', decodeIds<Secret>(text, new Set(SECRETS))),
  told: (story, text) => as('told', decodeIds<EventId>(text, { has: (id) => isEvent(story, id) })),
  exercise: (_story, text) => as('exercise', exercise(text)),
  handout: (_story, text) => as('handout', handout(text)),
  large: (_story, text) => (text === '1' ? { large: true } : null),
}

/** A step while something is kept back: its id may tell. No id looks like it. */
const numbered = (index: number): string => `_${index + 1}`

const as = <Name extends keyof AppState>(name: Name, value: AppState[Name] | null): Partial<AppState> | null =>
  value === null ? null : { [name]: value }

/** What a query string asks for; where it names a step, all that the step shows. Total: unknown keys and bad values give fewer keys, never an error. */
export function decodeQuery(story: Story, query: string): Partial<AppState> {
  const asked = new URLSearchParams(query)
  const parts = QUERY_KEYS.map((key) => {
    const text = asked.get(key)
    return text === null ? null : DECODERS[key](story, text)
  })
  const decoded: Partial<AppState> = Object.assign({}, ...parts)
  const step = viewAt(story, decoded.step ?? null)
  const layers = decoded.layers ? {} : layersFor(story, { ...initialState(story), ...step }, decoded.selected ?? null)
  return withoutLocked(story, { ...step, ...layers, ...decoded })
}

/** In a class's link a layer with a notice stays closed, whatever else the link asks for. */
function withoutLocked(story: Story, decoded: Partial<AppState>): Partial<AppState> {
  if (!decoded.locked || !decoded.layers) return decoded
  const open = [...decoded.layers].filter((id) => (story.layers.get(id)?.notice ?? null) === null)
  return { ...decoded, layers: open.length > 0 ? new Set(open) : initialState(story).layers }
}

const list = (ids: ReadonlySet<string>): string => [...ids].sort().join(',')
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => list(a) === list(b)

/** The query of a state, with `?`; empty where everything is as it is without one. Times are written to the minute. */
export function encodeQuery(story: Story, state: AppState): string {
  const initial = { ...initialState(story), ...viewAt(story, state.step, state.locked) }
  const zone = story.timeZone
  const differs = (key: keyof AppState): boolean => state[key] !== initial[key]
  const values: Readonly<Record<Key, string | false>> = {
    window: sameTime(state.domain, initial.domain) ? false : encodeInterval(state.domain, zone),
    brush: !sameInterval(state.brush, initial.brush) && (state.brush === null ? NONE : encodeInterval(state.brush, zone)),
    at: differs('instant') && encodeInstant(state.instant, zone, 1),
    event: (differs('selected') || differs('claim')) && [state.selected ?? NONE, state.claim].filter(Boolean).join('.'),
    step: (state.step && keepsBack(state) ? numbered(story.steps.findIndex(({ id }) => id === state.step)) : state.step) ?? false,
    party: list(state.parties),
    topic: list(state.topics),
    kind: list(state.kinds),
    layer: !sameSet(state.layers, initial.layers) && list(state.layers),
    status: list(state.statuses),
    q: state.search,
    view: differs('panel') && state.panel,
    lanes: differs('laneBy') && state.laneBy,
    map: state.camera !== null && encodeCamera(state.camera),
    known: state.known !== null && encodeInstant(state.known, zone, 1),
    lang: state.lang ?? false,
    theme: differs('theme') && state.theme,
    present: state.mode === 'present' && '1',
    api: state.api && '1',
    inview: IN_VIEW[state.byMap],
    measure: state.measure !== null && [state.measure.kind, state.measure.from ?? '', state.measure.to ?? ''].join(),
    relay: state.relay && '1',
    compare: state.compare?.join() ?? false,
    motion: state.motion === 'less' && 'less',
    keys: !state.keys && 'off',
    lock: state.locked && '1',
    parts: !sameSet(state.parts, initial.parts) && list(state.parts),
    pane: state.pane ?? false,
    resize: differs('resize') && state.resize,
    hide: list(state.secrets),
    told: list(state.told),
    exercise: state.exercise ?? false,
    handout: state.handout ?? false,
    large: state.large && '1',
  }
  const query = QUERY_KEYS.flatMap((key) => (values[key] ? [`${key}=${percentEncode(values[key])}`] : []))
  return query.length > 0 ? `?${query.join('&')}` : ''
}

const sameTime = (a: Interval, b: Interval): boolean => Math.abs(a[0] - b[0]) < 1 && Math.abs(a[1] - b[1]) < 1

/** Percent-encoding that leaves the signs of dates and lists readable, which a query may hold as they are (RFC 3986 §3.4). */
const percentEncode = (text: string): string => encodeURIComponent(text).replace(/%(2C|2F|3A)/g, decodeURIComponent)
