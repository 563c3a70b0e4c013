import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'
import { showPane } from './show'

// jsdom knows no popovers, and takes them for hidden; without them a term is plain text, as in the page before script.
const popovers = HTMLElement.prototype as { showPopover?: () => void; hidePopover?: () => void }
beforeEach(() => {
  const toggle = (element: HTMLElement, newState: string): void => {
    element.toggleAttribute('data-open', newState === 'open')
    element.dispatchEvent(Object.assign(new Event('toggle'), { newState }))
  }
  popovers.showPopover = function (this: HTMLElement) {
    toggle(this, 'open')
  }
  popovers.hidePopover = function (this: HTMLElement) {
    toggle(this, 'closed')
  }
})
afterEach(() => {
  delete popovers.showPopover
  delete popovers.hidePopover
})

const story = () =>
  aStory({
    sources: [{ id: 'trt', publisher: 'TRT World', url: 'https://trt.example/a' }],
    glossary: [
      { term: 'Enrichment', text: 'Raising the share of uranium-235.', sources: [{ source: 'trt', at: 'S7' }] },
      { term: 'IAEA', text: 'The agency in Vienna.' },
    ],
    events: [
      anEvent({
        id: 'talks',
        title: 'Enrichment talks',
        text: 'They spoke of enrichment, and again of enrichment.',
        claims: [
          {
            id: 'c',
            by: { party: 'iran' },
            attribution: 'named',
            status: 'claimed',
            text: 'No IAEA.',
            sources: [{ source: 'trt' }],
          },
        ],
      }),
    ],
  })
const open = () => showPane(story(), { selected: 'talks' as EventId })
const pane = () => document.querySelector<HTMLElement>('[popover][data-open]')

test('the first occurrence of a term in each text is a button; titles stay as they are', () => {
  open()
  const row = screen.getByRole('heading', { name: 'Enrichment talks' }).closest('li') ?? document.body
  const terms = [...row.querySelectorAll('[aria-haspopup="dialog"]')]
  expect(terms.map((term) => [term.getAttribute('role'), term.textContent])).toEqual([
    ['button', 'enrichment'],
    ['button', 'IAEA'],
  ])
  expect(row.textContent).toContain('They spoke of enrichment, and again of enrichment.')
})

test('a press opens the definition with its source and the way to all terms; closing gives the focus back', async () => {
  open()
  const word = screen.getByRole('button', { name: 'enrichment' })
  await userEvent.click(word)
  const dialog = pane()
  expect(dialog?.textContent).toContain('EnrichmentRaising the share of uranium-235.TRT World, sentence 7')
  expect(word.getAttribute('aria-expanded')).toBe('true')
  expect(document.activeElement).toBe(dialog)
  expect(within(dialog ?? document.body).getByRole<HTMLAnchorElement>('link', { name: 'All terms', hidden: true }).hash).toBe(
    '#terms',
  )
  await userEvent.click(within(dialog ?? document.body).getByRole('button', { name: 'Close', hidden: true }))
  expect(pane()).toBeNull()
  expect(word.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(word)
})

test('Enter and the space bar open it too', async () => {
  open()
  screen.getByRole('button', { name: 'IAEA' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(pane()?.textContent).toContain('The agency in Vienna.')
  await userEvent.click(screen.getByRole('button', { name: 'Close', hidden: true }))
  await userEvent.keyboard(' ')
  expect(pane()?.textContent).toContain('The agency in Vienna.')
})

test('where the browser has no popovers a term is text', () => {
  delete popovers.showPopover
  open()
  expect(screen.queryByRole('button', { name: 'enrichment' })).toBeNull()
  expect(screen.getByText('They spoke of enrichment, and again of enrichment.')).toBeTruthy()
})
