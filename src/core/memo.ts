/** The last result of `compute`, as long as every argument stays identical. Enough for one state that many views read. */
export function memoLast<Args extends readonly unknown[], Result>(compute: (...args: Args) => Result): (...args: Args) => Result {
  let lastArgs: Args | null = null
  let lastResult: Result
  return (...args) => {
    if (lastArgs === null || args.some((arg, index) => arg !== lastArgs?.[index])) {
      lastResult = compute(...args)
      lastArgs = args
    }
    return lastResult
  }
}

/** The result of `compute` for each object, as long as the object lives: for indexes of lists that several callers hold in turn. */
export function memoKeyed<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, Result>()
  return (key) => {
    const known = results.get(key)
    if (known !== undefined) return known
    const result = compute(key)
    results.set(key, result)
    return result
  }
}
