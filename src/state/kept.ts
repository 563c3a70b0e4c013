import type { AppState, Secret } from './state'

/** The part of the state that decides what is kept back. */
export type Kept = Pick<AppState, 'secrets' | 'told' | 'exercise'>
export const KEPT_KEYS = ['secrets', 'told', 'exercise'] as const satisfies readonly (keyof Kept)[]

export const keptOf = ({ secrets, told, exercise }: Kept): Kept => ({ secrets, told, exercise })

const OF_EXERCISE = { place: 'places', order: 'dates' } as const

/** What is kept back of every event that is not told: what the teacher chose, and what the exercise asks for. */
export const secretsOf = ({ secrets, exercise }: Pick<Kept, 'secrets' | 'exercise'>): ReadonlySet<Secret> =>
  exercise === null ? secrets : new Set([...secrets, OF_EXERCISE[exercise]])

/** True where something is kept back, so that the story must not be shown as it is. */
export const keepsBack = ({ secrets, exercise }: Partial<Kept>): boolean =>
  (secrets?.size ?? 0) > 0 || (exercise ?? null) !== null
