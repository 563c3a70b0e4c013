import { middleOf } from './geo'
import type { PlaceMark } from './map-marks'
import type { Place } from './story-types'
import type { Words } from './words/words'

/** A mark for each place that can be chosen as an answer, whether anything is told of it or not. */
export const choiceMarks = (places: readonly Place[], { map: says }: Words): readonly PlaceMark[] =>
  places.flatMap(({ id, short, geometry }) => {
    const position = geometry && middleOf(geometry)
    if (!position) return []
    const name = says.choice(short.value)
    const plain = { second: '', events: [], party: null, hollow: false, later: false }
    return [{ ...plain, key: id, role: 'choice', position, title: short, brief: short, places: [id], name } as const]
  })
