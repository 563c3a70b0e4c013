import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { ClaimId, EventId } from '../../src/core/types'
import { reportWords as says } from '../../src/core/words/report-words'
import type { AppState } from '../../src/state/state'
import { createReport } from '../../src/views/report'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const file = {
  title: 'Talks',
  asOf: '2026-02-26',
  attribution: 'The desk',
  edition: { number: 2, published: '2026-03-01' },
  sources: [{ id: 'paper', publisher: 'The paper', url: 'https://paper.example/a' }],
  events: [
    anEvent({
      id: 'third',
      title: 'Third round',
      when: '2026-02-26',
      sources: [{ source: 'paper' }],
      claims: [{ id: 'progress', by: { party: 'oman' }, text: 'There was progress' }],
    }),
  ],
}
const third = { selected: 'third' as EventId }
const PAGE = 'https://news.example/'

function report(state: Partial<AppState> = third, reportTo?: string, page = PAGE) {
  const copied: string[] = []
  const create = createReport(says, {
    linkTo: (event, claim) => (event === null ? page : `${page}?event=${[event, claim].filter(Boolean).join('.')}`),
    copy: async (text) => {
      copied.push(text)
      return true
    },
  })
  const story = aStory(reportTo === undefined ? file : { ...file, reportTo })
  return { ...show(create, story, { dialog: 'report', ...state }), copied }
}
const dialog = () => screen.getByRole('dialog', { name: says.title })
const about = () => within(dialog()).getByRole<HTMLSelectElement>('combobox', { name: says.about })
const value = (name: string) => within(dialog()).getByRole<HTMLTextAreaElement>('textbox', { name }).value

describe('the report of an error', () => {
  test('is about the open event at first, with its address, the edition and the date', () => {
    report()
    expect(about().selectedOptions[0]?.textContent).toBe('Event: Third round')
    expect(value(says.address)).toBe(`${PAGE}?event=third`)
    expect(value(says.text)).toBe(
      [
        'Error in “Talks”',
        '',
        'Story: Talks',
        'Event: Third round',
        `Address: ${PAGE}?event=third`,
        'Edition: 2, 1 March 2026',
        'As of: Thu, 26 Feb 2026',
        '',
        'What is wrong, and how you know:',
        '',
      ].join('\n'),
    )
  })

  test('can be about a claim, a source or the story as a whole', async () => {
    report()
    await userEvent.selectOptions(about(), 'Claim: There was progress')
    expect(value(says.address)).toBe(`${PAGE}?event=third.progress`)
    await userEvent.selectOptions(about(), 'Source: The paper')
    expect(value(says.text)).toContain('Address of the source: https://paper.example/a')
    await userEvent.selectOptions(about(), says.story)
    expect(value(says.address)).toBe(PAGE)
    expect(value(says.text)).not.toContain('Third round')
  })

  test('names no address where the page has none that others could open', async () => {
    report(third, undefined, '')
    expect(value(says.address)).toBe('?event=third')
    await userEvent.selectOptions(about(), says.story)
    expect(within(dialog()).queryByRole('textbox', { name: says.address })).toBeNull()
    expect(value(says.text)).not.toContain('Address')
  })

  test('is about the claim that a link names', () => {
    report({ ...third, claim: 'progress' as ClaimId })
    expect(about().selectedOptions[0]?.textContent).toBe('Claim: There was progress')
  })

  test('is about the story where no event is open', () => {
    report({ selected: null })
    expect([...about().options].map((option) => option.textContent)).toEqual([says.story])
  })

  test('says to whom to send it where the story names no address', () => {
    report()
    expect(dialog().textContent).toContain(says.noAddress('The desk'))
    expect(within(dialog()).queryByRole('link')).toBeNull()
  })

  test('opens a mail with the report in it where the story names an address', async () => {
    report(third, 'mailto:desk@example.org')
    const link = within(dialog()).getByRole<HTMLAnchorElement>('link', { name: 'Write to desk@example.org' })
    expect(link.href).toContain('mailto:desk@example.org?subject=Error%20in%20')
    expect(decodeURIComponent(link.href)).toContain(`Address: ${PAGE}?event=third\r\n`)
    await userEvent.selectOptions(about(), says.story)
    expect(decodeURIComponent(link.href)).toContain(`Address: ${PAGE}\r\n`)
  })

  test('leads to a page of the web in a tab of its own where the story names one', () => {
    report(third, 'https://tracker.example/new')
    const link = within(dialog()).getByRole<HTMLAnchorElement>('link', { name: 'Report it at tracker.example' })
    expect(link.target).toBe('_blank')
    expect(new URL(link.href).searchParams.get('title')).toBe('Error in “Talks”')
  })

  test('is copied, and closes with Esc', async () => {
    const { copied, store } = report()
    await userEvent.click(within(dialog()).getByRole('button', { name: says.copyText }))
    await waitFor(() => expect(dialog().textContent).toContain(says.copied))
    expect(copied).toEqual([value(says.text)])
    await userEvent.keyboard('{Escape}')
    expect(store.state.dialog).toBeNull()
  })
})
