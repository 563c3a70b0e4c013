export type Changed<State> = ReadonlySet<keyof State>
export type Listener<State> = (state: State, changed: Changed<State>) => void

/**
 * One observable, flat object. `set` tells every listener which keys changed by identity, in the order of subscription and
 * before it returns. Throws when a listener sets state: views show state, they do not answer it.
 */
export class Store<State extends object> {
  #state: State
  #notifying = false
  readonly #listeners = new Set<Listener<State>>()

  constructor(state: State) {
    this.#state = Object.freeze({ ...state })
  }

  get state(): State {
    return this.#state
  }

  set(patch: Partial<State>): void {
    if (this.#notifying) throw new Error('A view set state while it was being updated')
    const keys = (Object.keys(patch) as (keyof State)[]).filter((key) => !Object.is(patch[key], this.#state[key]))
    if (keys.length === 0) return
    this.#state = Object.freeze({ ...this.#state, ...patch })
    this.#notifying = true
    try {
      const changed = new Set(keys)
      for (const listener of this.#listeners) listener(this.#state, changed)
    } finally {
      this.#notifying = false
    }
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener<State>): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
