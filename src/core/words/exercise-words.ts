/** Words of the two exercises. Numbers and lists come formatted. */
export const exerciseWords = {
  stop: 'Leave the exercise',
  next: 'Next',
  again: 'Try again',

  place: {
    title: 'Place it on the map',
    ask: 'Where does the file put this event? Press a place on the map, or choose one here.',
    planned: 'For when it was planned, it counts where it was planned.',
    choose: 'Place',
    none: 'Choose a place',
    answer: 'Answer',
    unanswered: 'Choose a place first.',
    right: (place: string) => `Right: ${place}.`,
    wrong: (place: string) => `${place} is not where the file puts it.`,
    show: 'Show what the file says',
    fileSays: 'The file says: ',
    nothingLeft: 'No event is left to place: every one that has a place is told, or hidden by the layers.',
  },

  order: {
    title: 'Put them in order',
    ask: (count: string) => `Put these ${count} events in order, the earliest first.`,
    list: 'Events, the earliest first',
    up: 'Up',
    down: 'Down',
    moveUp: (title: string) => `Up: ${title}`,
    moveDown: (title: string) => `Down: ${title}`,
    moved: (title: string, place: string, count: string) => `${title}: now ${place} of ${count}`,
    check: 'Check',
    right: 'stands right',
    wrong: 'not here',
    allRight: 'By the file all of them stand right.',
    someRight: (titles: string) => `By the file, not here: ${titles}.`,
    either: 'Where the sources leave a date open, or dates overlap, either order counts.',
    show: 'Show the order',
    shown: 'This is the order of the file.',
    next: 'Other events',
    nothingLeft: 'There are not enough events with a date to put in order: they are told, or hidden by the layers.',
  },
}

export type ExerciseWords = typeof exerciseWords
