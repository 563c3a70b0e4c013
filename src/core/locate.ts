import { type Node, parseTree } from 'jsonc-parser'
import { MAX_LOCATED } from './json-text'

/** Finds places of a text by JSON Pointer. */
export interface Locator {
  /** Offset of the value, or of what holds it where it is missing; null where it cannot be known. */
  offsetOf(pointer: string): number | null
  lineOf(offset: number): { line: number; column: number }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last start that is not after `offset`. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The node's child by key or index; of a key that stands twice the last, as `JSON.parse` has it. */
function childOf(node: Node, key: string): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(key)]
  return node.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1]
}

/** The text is read only when the first place is asked for. It must not be nested deeper than the parser can recurse. */
export function createLocator(text: string): Locator {
  let root: Node | null | undefined
  let starts: readonly number[] | undefined
  return {
    offsetOf(pointer) {
      if (text.length > MAX_LOCATED) return null
      root ??= parseTree(text) ?? null
      let node = root
      for (const part of pointer.split('/').slice(1)) {
        const child = node && childOf(node, part.replaceAll('~1', '/').replaceAll('~0', '~'))
        if (!child) break
        node = child
      }
      return node?.offset ?? null
    },
    lineOf(offset) {
      starts ??= lineStartsOf(text)
      const index = lastAtOrBefore(starts, offset)
      return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 }
    },
  }
}
