import type { Claim, ClaimId, EventId, StoryEvent } from '../core/types'
import { h } from './dom'
import { claimantOf, type Says } from './list-lines'
import { safeUrl, whereCited } from './list-sources'

/** What the list needs of the world around it to share. */
export interface Share {
  /** The address that opens the page on this event, or on one of its claims. */
  linkTo(event: EventId, claim?: ClaimId): string
  /** The address of the present view for a class: layers with a word on their content cannot be opened there. */
  linkToClass(): string
  /** Puts text on the clipboard; false where the browser does not let it. */
  copy(text: string): Promise<boolean>
}

/** A claim as it is quoted elsewhere: sentence, speaker, outlet and place in it, date, address. */
export function quotation(says: Says, share: Share, event: StoryEvent, claim: Claim): string {
  const { story, words, format } = says
  const [citation] = claim.sources.length > 0 ? claim.sources : event.sources
  const source = citation ? story.sources.get(citation.source) : undefined
  const speaker = claimantOf(says, claim).value
  const parts = [
    speaker,
    source && source.publisher !== speaker ? source.publisher : '',
    citation ? whereCited(words, [citation]) : '',
    source?.published ? format.when(source.published) : '',
    safeUrl(source?.url ?? null)?.href ?? '',
    share.linkTo(event.id, claim.id),
  ]
  return words.list.quoted(claim.text.value, parts.filter(Boolean).join(', '))
}

/**
 * Copies and says so beside the button that was pressed; where the browser refuses, the text stands there, selected, to be copied by hand.
 * Only one answer is on the page at a time.
 */
export function createCopier(says: Says, share: Share) {
  const { words } = says
  const done = h('span', { class: 'copied' })
  const field = h('input', { class: 'copy-by-hand', readonly: true, 'aria-label': words.list.copyByHand })
  return async (text: string, button: HTMLElement, saysDone: string): Promise<void> => {
    done.remove()
    field.remove()
    if (await share.copy(text)) {
      done.textContent = saysDone
      button.after(done)
      return
    }
    field.value = text
    button.after(field)
    field.focus()
    field.select()
  }
}
