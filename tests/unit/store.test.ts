import { expect, test } from 'vitest'
import { Store } from '../../src/state/store'

test('listeners hear which keys changed, once a patch', () => {
  const store = new Store({ a: 1, b: 1 })
  const heard: string[][] = []
  store.subscribe((_state, changed) => heard.push([...changed]))
  store.set({ a: 2, b: 1 })
  store.set({ a: 2 })
  expect(heard).toEqual([['a']])
  expect(store.state).toEqual({ a: 2, b: 1 })
})

test('a view that sets state while it is updated is an error, and the store goes on', () => {
  const store = new Store({ a: 1 })
  const stop = store.subscribe((state) => store.set({ a: state.a + 1 }))
  expect(() => store.set({ a: 2 })).toThrow('A view set state')
  stop()
  store.set({ a: 5 })
  expect(store.state.a).toBe(5)
})
