/** Words of the eras behind the lanes. */
export const eraWords = {
  title: 'Background spans',
  goTo: (title: string): string => `Show on the timeline: ${title}`,
  inView: (titles: string): string => `Background spans in view: ${titles}.`,
}
