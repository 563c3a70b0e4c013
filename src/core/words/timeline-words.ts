/** Words of the timeline. */
export const timelineWords = {}
