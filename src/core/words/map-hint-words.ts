/** How the map is used, and why a press does nothing. */
export const mapHintWords = {
  described:
    'Everything on the map is in the list of events as well. Tab goes to the controls, to the marks and to the tools under the map; arrow keys go from one to the next. On a mark, plus and minus zoom, 0 shows the story’s frame.',
  wheelHint: (key: string) => `Hold ${key} and scroll to zoom the map`,
  touchHint: 'Use two fingers to move the map',
  noPoint: (place: string) => `${place} is an area: it has no one point to measure from.`,
  noPointShip: (name: string) => `${name} has no published position to measure from.`,
}
