import { eventTable } from './event-table'
import type { Story } from './story-types'
import type { StoryEvent } from './types'

/*
 * A built story as text: the page carries it, so that it starts without reading dates or checking a file again. What JSON has
 * no form for stands in objects of one key: `$map`, `$events`, `$end` (an open end), `$text` (a text in the story's language).
 */

/** JSON of a built story, for `storyFromJson`. */
export function storyToJson(story: Story): string {
  const plain = (text: { lang?: unknown; dir?: unknown }) => text.lang === story.language && text.dir === 'ltr'
  return JSON.stringify(story, (key, value: unknown) => {
    if (value === Infinity || value === -Infinity) return { $end: Math.sign(value) }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Map) return { $map: [...value] }
    if (key === 'events' && Symbol.iterator in value) return { $events: [...(value as Iterable<StoryEvent>)] }
    if ('value' in value && 'lang' in value && plain(value)) return { $text: value.value }
    return value
  })
}

function revive(value: object, language: string): unknown {
  if ('$end' in value) return Number(value.$end) * Infinity
  if ('$map' in value) return new Map(value.$map as [string, unknown][])
  if ('$events' in value) return eventTable(value.$events as StoryEvent[])
  if ('$text' in value) return { value: value.$text, lang: language, dir: 'ltr' }
  return value
}

/** The frozen story that `storyToJson` wrote. Throws on any other text. */
export function storyFromJson(json: string): Story {
  const { language } = JSON.parse(json) as { language: string }
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null ? Object.freeze(revive(value, language)) : value,
  ) as Story
}
