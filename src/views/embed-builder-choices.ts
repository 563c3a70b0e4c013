import { LEAST_PX, MOST_PX } from '../core/frame-height'
import type { BuilderWords } from '../core/words/builder-words'
import type { EmbedChoices, EmbedStart } from '../state/embed-state'
import { PARTS, type Part, type Theme } from '../state/state'
import { h, write } from './dom'

/** What there is to choose from besides what every story has. */
export interface Offers {
  readonly says: BuilderWords
  /** BCP 47 and its name; no choice is offered among one. */
  readonly languages: readonly (readonly [id: string, name: string])[]
  /** The words for the pinned version; null where there is none. */
  readonly pinned: string | null
  count(n: number): string
}

export interface ChoicesView {
  readonly element: HTMLElement
  choices(): EmbedChoices
  /** Names the open event; null where none is open. Until the reader has chosen, the start is `start`. */
  showEvent(title: string | null, start: EmbedStart): void
  /** What a frame that keeps its height might have, until the reader has written one. */
  suggestHeight(px: number): void
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

interface Radio {
  readonly input: HTMLInputElement
  readonly words: HTMLElement
  readonly element: HTMLElement
}

function radio(group: string, value: string, text: string, checked: boolean): Radio {
  const input = h('input', { type: 'radio', name: `builder-${group}`, value, checked })
  const words = h('span', {}, text)
  return { input, words, element: h('label', { class: 'builder-option' }, input, words) }
}

const group = (legend: string, ...content: readonly (Node | null)[]): HTMLFieldSetElement =>
  h('fieldset', { class: 'builder-group' }, h('legend', {}, legend), ...content)

const list = (id: string, label: string, options: readonly (readonly [string, string])[]) => {
  const select = h('select', { id }, ...options.map(([value, text]) => h('option', { value }, text)))
  return { select, element: h('p', { class: 'builder-list' }, h('label', { for: id }, label), select) }
}

/** Boxes of which one stays ticked. */
function createParts({ says }: Offers) {
  const remark = h('p', { class: 'builder-remark', role: 'status' })
  const boxes = PARTS.map((part) => ({ part, box: h('input', { type: 'checkbox', checked: true }) }))
  const labels = boxes.map(({ part, box }) => h('label', { class: 'builder-option' }, box, h('span', {}, says.partNames[part])))
  const read = (): Part[] => boxes.filter(({ box }) => box.checked).map(({ part }) => part)
  return {
    element: group(says.parts, h('div', { class: 'builder-row' }, ...labels), remark),
    read: (): ReadonlySet<Part> => new Set(read()),
    keepOne(pressed: EventTarget | null): void {
      const isLast = read().length === 0
      if (isLast && pressed instanceof HTMLInputElement) pressed.checked = true
      write(remark, isLast ? says.onePart : '')
    },
  }
}

/** The height of the content, or a number that is checked while it is written. */
function createHeight({ says, count }: Offers) {
  const auto = radio('height', 'auto', says.heights.auto, true)
  const fixed = radio('height', 'fixed', says.heights.fixed, false)
  const wrong = h('p', { class: 'builder-wrong', id: 'builder-height-wrong', role: 'status' })
  const field = h('input', {
    type: 'number',
    min: LEAST_PX,
    max: MOST_PX,
    step: 1,
    'aria-label': says.heightField,
    'aria-describedby': wrong.id,
  })
  const line = h('p', { class: 'builder-height', hidden: true }, field, h('span', { 'aria-hidden': 'true' }, says.px))
  let isWritten = false
  let lastPx = 0
  return {
    element: group(says.height, auto.element, fixed.element, line, wrong),
    suggest(px: number): void {
      if (isWritten) return
      lastPx = px
      field.value = String(px)
    },
    check(changed: EventTarget | null): void {
      isWritten ||= changed === field
      line.hidden = !fixed.input.checked
      const px = field.valueAsNumber
      const isRight = Number.isInteger(px) && px >= LEAST_PX && px <= MOST_PX
      if (isRight) lastPx = px
      const isWrong = fixed.input.checked && !isRight
      field.setAttribute('aria-invalid', String(isWrong))
      write(wrong, isWrong ? says.heightWrong(count(LEAST_PX), count(MOST_PX)) : '')
    },
    read: (): number | null => (fixed.input.checked ? lastPx : null),
  }
}

function createVersion({ says, pinned }: Offers) {
  const living = radio('version', 'living', says.versions.living, true)
  if (pinned === null) {
    return {
      element: group(says.version, h('p', { class: 'builder-remark' }, `${says.versions.living}. ${says.noPinned}`)),
      isPinned: () => false,
    }
  }
  const fixed = radio('version', 'pinned', pinned, false)
  return { element: group(says.version, living.element, fixed.element), isPinned: () => fixed.input.checked }
}

function createStarts({ says }: Offers) {
  const opening = radio('start', 'opening', says.starts.opening, true)
  const view = radio('start', 'view', says.starts.view, false)
  const event = radio('start', 'event', '', false)
  const all = { opening, view, event } satisfies Record<EmbedStart, Radio>
  let isChosen = false
  return {
    element: group(says.start, opening.element, view.element, event.element),
    choose(changed: EventTarget | null): void {
      isChosen ||= Object.values(all).some(({ input }) => input === changed)
    },
    show(title: string | null, start: EmbedStart): void {
      event.element.hidden = title === null
      write(event.words, title === null ? '' : says.starts.event(title))
      const isGone = title === null && event.input.checked
      if (isGone || !isChosen) all[start].input.checked = true
    },
    read: (): EmbedStart => (event.input.checked ? 'event' : view.input.checked ? 'view' : 'opening'),
  }
}

/** What an embed shows and how. Keeps what was chosen as long as the page is there; `changed` is told of every choice. */
export function createChoices(offers: Offers, changed: () => void, signal: AbortSignal): ChoicesView {
  const { says, languages } = offers
  const starts = createStarts(offers)
  const parts = createParts(offers)
  const height = createHeight(offers)
  const version = createVersion(offers)
  const theme = list(
    'builder-theme',
    says.theme,
    THEMES.map((name) => [name, says.themes[name]] as const),
  )
  const language = languages.length > 1 ? list('builder-language', says.language, languages) : null
  const lists = h('div', { class: 'builder-lists' }, theme.element, language?.element ?? null)
  const element = h('form', { class: 'builder-choices' }, starts.element, parts.element, lists, height.element, version.element)
  const onInput = (event: Event): void => {
    starts.choose(event.target)
    parts.keepOne(event.target)
    height.check(event.target)
    changed()
  }
  element.addEventListener('input', onInput, { signal })
  element.addEventListener('submit', (event) => event.preventDefault(), { signal })
  return {
    element,
    choices: () => ({
      start: starts.read(),
      parts: parts.read(),
      theme: THEMES.find((name) => name === theme.select.value) ?? 'auto',
      lang: language?.select.value ?? null,
      fixedPx: height.read(),
      isPinned: version.isPinned(),
    }),
    showEvent: starts.show,
    suggestHeight: height.suggest,
  }
}
