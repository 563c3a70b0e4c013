import type { Size } from '../core/mercator'
import type { EventId } from '../core/types'
import { mapHintWords } from '../core/words/map-hint-words'
import { pressPlace } from '../state/actions'
import type { Hint } from './map-frame'
import type { Popover } from './map-popover'
import type { Staged } from './map-staged'
import type { ViewContext } from './view'

interface PressParts {
  readonly context: ViewContext
  readonly popover: Popover
  readonly hint: Hint
  /** Holds both panes. */
  readonly box: HTMLElement
  choose(id: EventId): void
  /** The table of the ships' reports. */
  openCarriers(): void
}

interface Pressed {
  readonly target: Staged
  readonly at: readonly [number, number]
  readonly size: Size
  readonly button: HTMLButtonElement
  readonly byKeyboard: boolean
}

/** What a press on a mark does: an end of a distance while one is measured, else its event, or a list of them. */
export function createPress({ context, popover, hint, box, choose, openCarriers }: PressParts): (pressed: Pressed) => void {
  const { story, store, words } = context

  function measureTo({ place, title, events }: Staged): void {
    const patch = place === null ? null : pressPlace(story, store.state, place)
    if (patch) store.set(patch)
    else hint.answer(events.some(({ vessel }) => vessel === null) ? mapHintWords.noPoint(title) : mapHintWords.noPointShip(title))
  }

  function answer(choices: Staged['choices']): void {
    const [place] = choices
    if (choices.length > 1 || place === undefined) hint.answer(words.map.choiceOfMany)
    else store.set({ guess: place })
  }

  return ({ target, at, size, button, byKeyboard }) => {
    if (target.choices.length > 0) return answer(target.choices)
    if (store.state.measure?.kind === 'distance') return measureTo(target)
    const [only] = target.events
    if (!only) return openCarriers()
    if (target.events.length === 1) return choose(only.id)
    popover.open(target.title, target.events, at, { size, element: box }, button, byKeyboard)
  }
}
