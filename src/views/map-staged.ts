import { findEvent } from '../core/derive'
import type { PlacedMark } from '../core/map-marks'
import { memoLast } from '../core/memo'
import type { Point } from '../core/mercator'
import type { Scene, SceneSubject } from '../core/scene'
import type { ShipMark } from '../core/scene-ships'
import { ICON } from '../core/ship-leader'
import type { Story } from '../core/story-types'
import type { LayerId, PlaceId, StoryEvent } from '../core/types'
import { isMeasurable } from '../state/actions'
import type { AppState } from '../state/state'
import type { Target } from './map-targets'

/** What stands at a target. */
export interface Staged {
  readonly title: string
  readonly events: readonly StoryEvent[]
  /** Where a distance can be measured to it; null for an area and for a ship. */
  readonly place: PlaceId | null
  /** The places that can be chosen here as an answer. */
  readonly choices: readonly PlaceId[]
  readonly at: Point
  readonly pane: 'main' | 'strip'
}

export interface StagedPane {
  readonly name: 'main' | 'strip'
  readonly staged: ReadonlyMap<string, Staged>
  /** From west to east. */
  readonly targets: readonly Omit<Target, 'layer'>[]
}

/** The same set for the same story: what is shown of all layers is then remembered. */
const allLayers = memoLast((story: Story): ReadonlySet<LayerId> => new Set(story.layers.keys()))

/** What a mark is for while a distance is measured or a place is to be chosen; nothing changes otherwise. */
function measured(
  subject: SceneSubject,
  mark: PlacedMark,
  place: PlaceId | null,
  { measure, guess }: AppState,
): Pick<Target, 'name' | 'pressed' | 'isBarred'> {
  if (mark.role === 'choice') return { name: mark.name, pressed: mark.places.some((id) => id === guess), isBarred: false }
  if (measure?.kind !== 'distance') return { name: mark.name, pressed: null, isBarred: false }
  if (place === null) return { name: subject.words.map.noPointName(mark.name), pressed: null, isBarred: true }
  return { name: mark.name, pressed: place === measure.from || place === measure.to, isBarred: false }
}

/** What can be pressed in a pane, and what stands there. */
export function stagedIn(
  subject: SceneSubject,
  scene: Scene,
  pane: 'main' | 'strip',
  state: AppState,
  scale: number,
): StagedPane {
  const { story, words, tracks } = subject
  const staged = new Map<string, Staged>()
  const ofMark = (mark: PlacedMark): Omit<Target, 'layer'> => {
    const place = mark.places.find((id) => isMeasurable(story, id)) ?? null
    const choices = mark.role === 'choice' ? mark.places : []
    staged.set(mark.key, { title: mark.title.value, events: mark.events, place, choices, at: mark.at, pane })
    const size = { widthPx: mark.radius * 2, heightPx: mark.radius * 2 }
    return { key: mark.key, at: mark.at, ...size, ...measured(subject, mark, place, state) }
  }
  const ofShip = ({ id, at, told }: ShipMark): Omit<Target, 'layer'> => {
    const track = tracks.find(({ vessel }) => vessel.id === id)
    const event = findEvent(story, { layers: allLayers(story), known: null }, track?.report?.event ?? null)
    const title = track?.vessel.name.value ?? ''
    staged.set(id, { title, events: event ? [event] : [], place: null, choices: [], at, pane })
    const isBarred = state.measure?.kind === 'distance'
    const size = { widthPx: ICON.width * scale, heightPx: ICON.height * scale }
    return { key: id, name: words.map.shipName(title, told), at, ...size, pressed: null, isBarred }
  }
  const targets = [...scene.marks.map(ofMark), ...scene.ships.map(ofShip)]
  return { name: pane, staged, targets: targets.sort((a, b) => a.at[0] - b.at[0]) }
}
