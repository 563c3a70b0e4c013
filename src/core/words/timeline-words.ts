import type { LaneBy, Status } from '../types'

const lanesBy: Readonly<Record<LaneBy, string>> = {
  place: 'Lanes by place',
  party: 'Lanes by party',
  topic: 'Lanes by topic',
}

const noLane: Readonly<Record<LaneBy, string>> = { place: 'No place given', party: 'No party', topic: 'No topic' }

const noLaneShort: Readonly<Record<LaneBy, string>> = { place: 'No place', party: 'No party', topic: 'No topic' }

/** What an option adds to its title and date; nothing for what simply happened. */
const statuses: Readonly<Record<Status, string>> = {
  happened: '',
  planned: 'planned',
  cancelled: 'cancelled',
  unknown: 'not known whether it happened',
}

/** Words of the timeline. */
export const timelineWords = {
  pane: 'Timeline',
  marks: 'Events on the timeline',
  marksHelp:
    'Arrows go from event to event and from lane to lane, Page Up and Page Down by a week. Enter opens an event. Plus and minus zoom.',
  tools: 'Timeline tools',
  lanes: 'Arrange by',
  lanesBy,
  noLane,
  noLaneShort,
  jointLane: 'Both sides',
  restLane: 'All others',
  zoneTime: (place: string): string => `${place} time`,

  shownUntil: (day: string): string => `Shown: ${day}, end of day`,
  shownAt: (day: string, time: string): string => `Shown: ${day}, ${time}`,

  statuses,
  shaky: 'claimed or disputed',
  added: 'from other sources',

  fold: (count: string): string => `+${count}`,
  foldLabel: (count: string, lane: string): string => `Show ${count} more: ${lane}`,
  unfold: (lane: string): string => `Show fewer: ${lane}`,

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  earlier: 'Earlier',
  later: 'Later',
  all: 'All',
  chapters: 'Chapters',
  goTo: 'Go to …',

  key: 'Key',
  more: 'More',
  planned: 'planned',
  otherSources: 'other sources',
  plus: '+',

  filter: 'Filter by time',
  filterOn: 'Filter by time: on',
  from: 'From',
  to: 'To',
  clear: 'Show all times',
  brushStart: 'Filter: first day',
  brushEnd: 'Filter: last day',
  brushHint: 'Drag along the dates, or type two days here. Map and list then show only what overlaps them.',

  whole: 'Whole story',
  windowStart: 'In view: from',
  windowEnd: 'In view: to',
  years: (from: string, to: string): string => (from === to ? from : `${from}–${to}`),
  yearsLabel: (span: string): string => `Go to the years ${span}`,

  noEvents: 'No event of this story has a date. The list shows them all.',
  noneInView: 'No event fits. The list says why.',
  clockDay: (day: string, time: string): string => `${day} ${time}`,
}
