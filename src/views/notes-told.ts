import type { Formatter } from '../core/format'
import type { ShownEdition, Shows } from '../core/notes-messages'
import type { NotesWords } from '../core/words/notes-words'

/** An edition as it is told apart from `other`: by its number, and by its day where the numbers are the same. */
const nameOf = (edition: ShownEdition | null, other: ShownEdition | null, says: NotesWords, { count }: Formatter): string => {
  if (edition === null) return says.noEdition
  const day = edition.number === other?.number && edition.published !== null ? ` (${edition.published})` : ''
  return count(edition.number) + day
}

/** In what the screen is unlike these notes: what the class does not see, an exercise, another edition. Empty where it is not. */
export function toldOf(shows: Shows, own: ShownEdition | null, says: NotesWords, format: Formatter): string {
  const { exercise, hidden, edition, reveals, event } = shows
  const isSame = edition?.number === own?.number && edition?.published === own?.published
  const here = event === null ? [] : [reveals === 'event' ? says.hiddenHere : says.toldHere]
  return [
    ...(isSame ? [] : [says.edition(nameOf(own, edition, says, format), nameOf(edition, own, says, format))]),
    ...(exercise === null ? [] : [says.exercise[exercise]]),
    ...(hidden.length === 0 ? [] : [says.hidden(format.list(hidden.map((each) => says.hides[each]))), ...here]),
  ].join(' ')
}
