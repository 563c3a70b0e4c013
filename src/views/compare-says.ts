import type { CompareWords } from '../core/words/compare-words'
import type { Says } from './list-lines'

/** What the comparison is written with: the words of the list, and its own. */
export interface CompareSays extends Says {
  readonly compare: CompareWords
}
