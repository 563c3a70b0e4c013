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
