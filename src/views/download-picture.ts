import { isoDay } from '../core/calendar-day'
import { fileName } from '../core/file-name'
import { OWN_PX, PICTURE_SIZES, PICTURE_SUBJECTS, type PictureSize, type PictureSubject, pictureSheet } from '../core/picture'
import type { ShareWords } from '../core/words/share-words'
import type { AppState } from '../state/state'
import { h, write } from './dom'
import { drawPicture, type Picture } from './picture'
import type { SharePorts } from './share-ports'
import { radioGroup } from './share-radio'
import type { ViewContext } from './view'

export interface PicturePart {
  readonly element: HTMLElement
  show(state: AppState): void
  /** Lets go of what it shows. */
  stop(): void
}

/** A number is written digit by digit. */
const PAUSE_MS = 300

/** Of what and how large, the picture itself, and the buttons that save it. `saved` is told the name of the file. */
export function createPicturePart(
  context: ViewContext,
  says: ShareWords,
  ports: SharePorts,
  saved: (name: string) => void,
  signal: AbortSignal,
): PicturePart {
  const words = says.download
  const { story } = context
  const subjects = radioGroup<PictureSubject>(
    'picture-of',
    words.of,
    PICTURE_SUBJECTS.map((subject) => [subject, words.subjects[subject]]),
    () => update(0),
    signal,
  )
  const size = h(
    'select',
    { id: 'picture-size' },
    ...PICTURE_SIZES.map((each) => h('option', { value: each }, words.sizes[each])),
  )
  const wrong = h('p', { class: 'share-wrong', id: 'picture-width-wrong', role: 'status' })
  const own = h('input', {
    id: 'picture-width',
    type: 'number',
    min: OWN_PX.least,
    max: OWN_PX.most,
    step: 1,
    value: OWN_PX.first,
    'aria-describedby': wrong.id,
  })
  const ownField = h('p', { class: 'share-field', hidden: true }, h('label', { for: own.id }, words.ownWidth), own)
  const title = h('input', { type: 'checkbox', id: 'picture-title', checked: true })
  const image = h('img', { class: 'share-preview', alt: '' })
  const told = h('p', { class: 'share-remark', role: 'status' })
  let isMaking = false
  const button = (name: string, press: () => Promise<void>): HTMLButtonElement => {
    const made = h('button', { type: 'button', class: 'share-button', 'aria-disabled': 'true' }, name)
    made.addEventListener('click', () => void press(), { signal })
    return made
  }
  const buttons = [button(words.png, () => make('png', ports.png)), button(words.svg, () => make('svg', svgOf))]
  let state: AppState | null = null
  let picture: Picture | null = null
  let address: string | null = null
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const sizeOf = (): PictureSize => PICTURE_SIZES.find((each) => each === size.value) ?? 'card'
  const sheet = () => pictureSheet(sizeOf(), own.valueAsNumber)
  const isOwnRight = (): boolean =>
    Number.isInteger(own.valueAsNumber) && own.valueAsNumber >= OWN_PX.least && own.valueAsNumber <= OWN_PX.most

  /** A large bitmap takes a second: it is said, and a second press makes no second one. */
  async function make(extension: string, file: (made: Picture) => Promise<Blob | null>): Promise<void> {
    if (picture === null || isMaking) return
    isMaking = true
    const name = fileName(story, subjects.value(), extension, isoDay(ports.today()))
    const size = told.textContent ?? ''
    write(told, words.drawing)
    const content = await file(picture).finally(() => (isMaking = false))
    if (signal.aborted) return
    write(told, content === null ? words.notDrawn : size)
    if (content === null) return
    ports.save(name, content)
    saved(name)
  }
  const svgOf = async (made: Picture): Promise<Blob> =>
    new Blob([await ports.svg(made, sheet().widthMm)], { type: 'image/svg+xml' })

  const show = (next: Picture | null, file: string | null): void => {
    picture = next
    if (address !== null) URL.revokeObjectURL(address)
    address = file === null ? null : URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
    image.hidden = address === null
    if (address === null) image.removeAttribute('src')
    else image.src = address
    for (const each of buttons) each.setAttribute('aria-disabled', String(next === null))
  }
  async function draw(): Promise<void> {
    if (state === null) return
    const mine = ++turn
    const [subject, on] = [subjects.value(), sheet()]
    const order = { subject, sheet: on, state, isTitled: title.checked, address: ports.addressOf(state), accessed: ports.today() }
    const made = await drawPicture(context, says, order, ports)
    const file = made && (await ports.svg(made, null))
    if (mine !== turn || signal.aborted) return
    show(made, file)
    image.alt = words.alt(words.subjects[subject])
    if (made === null) return write(told, words.notHere)
    const [width, height] = [String(made.widthPx), String(made.heightPx)]
    write(told, on.widthMm === null ? words.isSize(width, height) : words.isPrint(width, height, String(on.widthMm)))
  }
  function fail(error: unknown): never {
    write(told, words.notHere)
    // The developer's copy.
    throw error
  }
  function update(pauseMs: number): void {
    clearTimeout(timer)
    ownField.hidden = sizeOf() !== 'own'
    const isWrong = !ownField.hidden && !isOwnRight()
    own.setAttribute('aria-invalid', String(isWrong))
    write(wrong, isWrong ? words.ownWrong(String(OWN_PX.least), String(OWN_PX.most)) : '')
    if (isWrong) return
    if (picture === null) write(told, words.drawing)
    timer = setTimeout(() => void draw().catch(fail), pauseMs)
  }
  for (const choice of [size, title]) choice.addEventListener('change', () => update(0), { signal })
  own.addEventListener('input', () => update(PAUSE_MS), { signal })

  const heading = h('h3', { id: 'download-picture' }, words.picture)
  return {
    element: h(
      'section',
      { class: 'share-picture', 'aria-labelledby': heading.id },
      heading,
      subjects.element,
      h('p', { class: 'share-field' }, h('label', { for: size.id }, words.size), size),
      ownField,
      wrong,
      h('label', { class: 'share-option' }, title, h('span', {}, words.titled)),
      h('div', { class: 'share-stage' }, image),
      told,
      h('div', { class: 'share-buttons' }, ...buttons),
    ),
    show(next) {
      state = next
      update(0)
    },
    stop() {
      clearTimeout(timer)
      turn++
      state = null
      show(null, null)
    },
  }
}
