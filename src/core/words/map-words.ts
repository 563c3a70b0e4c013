/** Words of the map. */
export const mapWords = {}
