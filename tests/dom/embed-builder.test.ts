import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { builderWords as says } from '../../src/core/words/builder-words'
import type { AppState } from '../../src/state/state'
import { type BuilderPorts, createBuilder } from '../../src/views/embed-builder'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const BASE = 'https://news.example/talks/'
const story = aStory({
  title: 'Talks',
  asOf: '2026-02-26',
  attribution: 'The desk',
  license: { name: 'CC BY 4.0' },
  edition: { number: 2, published: '2026-03-01' },
  events: [anEvent({ id: 'third', title: 'Third round', when: '2026-02-26' }), anEvent({ id: 'second', when: '2026-02-17' })],
})
const third = { selected: 'third' as EventId }

/** The builder, open, with a clipboard that keeps what was copied; `refuses` stands for a browser that does not let the page copy. */
function builder(ports: Partial<BuilderPorts> & { refuses?: boolean } = {}, state: Partial<AppState> = third) {
  const copied: string[] = []
  const create = createBuilder(says, {
    base: BASE,
    pinned: 'pinned/2-0badcafe.html',
    hasOembed: true,
    languages: [['en', 'English']],
    picture: { path: 'preview/story.png', width: 1200, height: 675, alt: 'A map of talks' },
    hasPicture: async () => true,
    copy: async (text) => {
      if (!ports.refuses) copied.push(text)
      return !ports.refuses
    },
    ...ports,
  })
  return { ...show(create, story, { dialog: 'embed', ...state }), copied }
}
const dialog = () => screen.getByRole('dialog', { name: says.title })
const radio = (name: string | RegExp) => within(dialog()).getByRole<HTMLInputElement>('radio', { name })
const box = (name: string) => within(dialog()).getByRole<HTMLInputElement>('checkbox', { name })
const select = (name: string) => within(dialog()).getByRole<HTMLSelectElement>('combobox', { name })
const code = () => within(dialog()).getByRole<HTMLTextAreaElement>('textbox', { name: says.code }).value
const choose = (kind: keyof typeof says.kinds) => userEvent.selectOptions(select(says.kind), kind)
const preview = () => [...dialog().querySelectorAll('iframe')].at(-1)?.getAttribute('src')
const srcOf = (html: string) => /src="([^"]*)"/.exec(html)?.[1]

describe('the builder of embeds', () => {
  test('opens with the embed as a reader would see it, and with lines that show the same', () => {
    builder()
    expect(preview()).toBe(`${BASE}embed.html?event=third`)
    expect(dialog().querySelector('iframe')?.title).toBe(says.previewFrame)
    expect(srcOf(code())).toBe(`${BASE}embed.html?event=third`)
    expect(radio(says.starts.view).checked).toBe(true)
  })

  test('is not there before it is asked for, and takes the frame away when it closes', async () => {
    const { store, root } = builder({}, { ...third, dialog: null })
    expect(root.querySelector('iframe')).toBeNull()
    store.set({ dialog: 'embed' })
    expect(preview()).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(store.state.dialog).toBeNull()
    expect(root.querySelector('iframe')).toBeNull()
  })

  test('begins with the opening where the page shows nothing else', () => {
    builder({}, { selected: story.opens })
    expect(radio(says.starts.opening).checked).toBe(true)
    expect(preview()).toBe(`${BASE}embed.html`)
  })

  test('offers the open event, and no event where none is open', async () => {
    const { store } = builder({}, { ...third, search: 'x' })
    await userEvent.click(radio(says.starts.event('Third round')))
    expect(srcOf(code())).toBe(`${BASE}embed.html?event=third`)
    store.set({ dialog: null })
    store.set({ selected: null, dialog: 'embed' })
    expect(within(dialog()).queryByRole('radio', { name: /^The open event/ })).toBeNull()
  })

  test('shows the views that are ticked, and keeps one of them', async () => {
    builder()
    await userEvent.click(box(says.partNames.list))
    await userEvent.click(box(says.partNames.timeline))
    expect(srcOf(code())).toBe(`${BASE}embed.html?event=third&amp;parts=map`)
    await userEvent.click(box(says.partNames.map))
    expect(box(says.partNames.map).checked).toBe(true)
    expect(dialog().textContent).toContain(says.onePart)
    await userEvent.click(box(says.partNames.list))
    expect(dialog().textContent).not.toContain(says.onePart)
    await waitFor(() => expect(preview()).toBe(`${BASE}embed.html?event=third&parts=list,map`))
  })

  test('has a choice of colours, and of languages where there are several', async () => {
    builder({
      languages: [
        ['en', 'English'],
        ['fa', 'فارسی'],
      ],
    })
    await userEvent.selectOptions(select(says.theme), says.themes.dark)
    await userEvent.selectOptions(select(says.language), 'fa')
    expect(srcOf(code())).toBe(`${BASE}embed.html?event=third&amp;lang=fa&amp;theme=dark`)
  })

  test('asks for no language where there is one', () => {
    builder()
    expect(within(dialog()).queryByRole('combobox', { name: says.language })).toBeNull()
  })

  test('takes a fixed height that is a number within bounds, and says what is wrong with another', async () => {
    builder()
    expect(within(dialog()).queryByRole('spinbutton')).toBeNull()
    await userEvent.click(radio(says.heights.fixed))
    await choose('frame')
    const field = within(dialog()).getByRole<HTMLInputElement>('spinbutton', { name: says.heightField })
    expect(field.value).toBe('720')
    await userEvent.clear(field)
    await userEvent.type(field, '12')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(dialog().textContent).toContain('Give a whole number from 200 to 4,000.')
    await userEvent.clear(field)
    await userEvent.type(field, '600')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    expect(code()).toContain('height="600"')
    expect(srcOf(code())).toContain('resize=fixed')
  })

  test('takes the height that the frame in the preview asks for, from nobody else', async () => {
    builder()
    const frame = dialog().querySelector('iframe')
    const send = (source: Window | null | undefined, height: number) =>
      window.dispatchEvent(
        new MessageEvent('message', { data: { type: 'embed-size', height, parley: 1 }, source: source ?? null }),
      )
    send(window, 333)
    expect(code()).toContain('height="720"')
    send(frame?.contentWindow, 1234)
    expect(code()).toContain('height="1234"')
    expect(dialog().textContent).toContain('650 × 1,234 px')
  })

  test('pins the edition where there is one, and says what that means', async () => {
    builder()
    await userEvent.click(radio(/^Pinned: edition 2 of 1 March 2026/))
    expect(srcOf(code())).toBe(`${BASE}pinned/2-0badcafe.html?event=third`)
    expect(code()).toContain('Pinned version: edition 2 of 1 March 2026')
    await choose('oembed')
    expect(dialog().textContent).toContain(says.gaps['oembed-is-living'])
    await choose('picture')
    await waitFor(() => expect(dialog().textContent).toContain(says.gaps['picture-is-living']))
  })

  test('says that a story without a pinned page cannot be pinned', () => {
    builder({ pinned: null })
    expect(within(dialog()).queryByRole('radio', { name: /^Pinned/ })).toBeNull()
    expect(dialog().textContent).toContain(says.noPinned)
  })
})

describe('the lines to paste', () => {
  test('come for every kind of host, with a word on each', async () => {
    builder()
    for (const kind of ['frame', 'pym', 'amp', 'picture', 'link'] as const) {
      await choose(kind)
      expect(dialog().textContent).toContain(says.notes[kind])
      await waitFor(() => expect(code()).toContain(BASE))
    }
    await choose('oembed')
    expect(within(dialog()).getByRole<HTMLTextAreaElement>('textbox', { name: says.address }).value).toBe(BASE)
  })

  test('are copied, and that is said', async () => {
    const { copied } = builder()
    await userEvent.click(within(dialog()).getAllByRole('button', { name: says.copy })[0] as HTMLElement)
    await waitFor(() => expect(dialog().textContent).toContain(says.copied))
    expect(copied).toEqual([code()])
  })

  test('stand selected where the browser does not let the page copy, and that is said', async () => {
    builder({ refuses: true })
    await userEvent.click(within(dialog()).getAllByRole('button', { name: says.copy })[0] as HTMLElement)
    await waitFor(() => expect(dialog().textContent).toContain(says.byHand))
    const field = within(dialog()).getByRole<HTMLTextAreaElement>('textbox', { name: says.code })
    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length])
  })

  test('say why there is no address or no picture', async () => {
    builder({ hasOembed: false, hasPicture: async () => false })
    await choose('oembed')
    expect(dialog().textContent).toContain(says.gaps['no-oembed'])
    expect(within(dialog()).queryByRole('textbox', { name: says.address })).toBeNull()
    await choose('picture')
    expect(dialog().textContent).toContain(says.gaps['no-picture'])
  })

  test('are said to be of no use to others where the page is not published', () => {
    builder({ base: 'http://localhost:4173/' })
    expect(dialog().textContent).toContain(says.notPublished('http://localhost:4173/'))
  })

  test('come with what sites with a sandbox or a policy need', () => {
    builder()
    const value = (name: string) => within(dialog()).getByRole<HTMLTextAreaElement>('textbox', { name }).value
    dialog().querySelector('details')?.setAttribute('open', '')
    expect(value(says.sandboxCode)).toContain('allow-scripts allow-same-origin')
    expect(value(says.policyCode)).toBe('frame-src https://news.example')
  })
})
