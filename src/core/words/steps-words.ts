/** Words of the steps. */
export const stepsWords = {
  region: 'Steps',
  /** Numbers come formatted. */
  place: (step: string, count: string) => `Step ${step} of ${count}`,
  /** Said when another step is shown. */
  announced: (place: string, title: string) => `${place}: ${title}`,
  /** Of a dot. */
  dot: (step: string, title: string) => `Step ${step}: ${title}`,
  all: 'All steps',
  previous: 'Previous',
  next: 'Next',
  leave: 'Leave the steps',
  question: 'Question',
  showAnswer: 'Show the answer',
  hideAnswer: 'Hide the answer',
  strayed: 'You went on by yourself.',
  back: 'Back to the step',
}

export type StepsWords = typeof stepsWords
