/** Words of the file that is taken along. */
export const offlineWords = {
  /** `edition` without its full stop: “Edition 1, 22 November 2026”; empty where the file names none. */
  note: (edition: string) =>
    `A copy to take along${edition === '' ? '' : `: ${edition}`}. It works without a network; corrections made later do not reach it.`,
  living: 'The version that is kept up to date:',
}
