/** What of a valibot schema tells how a file is built. */
export interface SchemaNode {
  readonly type: string
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly item?: SchemaNode
  readonly wrapped?: SchemaNode
  readonly key?: unknown
  readonly options?: readonly unknown[]
  readonly pipe?: readonly { readonly type: string; readonly metadata?: { readonly ref?: string } }[]
}

/** The schema without `optional` around it. */
export const unwrap = (schema: SchemaNode): SchemaNode => (schema.wrapped ? unwrap(schema.wrapped) : schema)

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where records of a schema name items of another list: keys from the record down, `*` for every item. */
export interface RefPath {
  readonly keys: readonly string[]
  readonly list: string
}

/** All places of a schema that hold an id of another list. */
export function refPaths(schema: SchemaNode, keys: readonly string[] = []): RefPath[] {
  const plain = unwrap(schema)
  const list = plain.pipe?.find((action) => action.type === 'metadata')?.metadata?.ref
  if (list !== undefined) return [{ keys, list }]
  if (plain.item) return refPaths(plain.item, [...keys, '*'])
  return Object.entries(plain.entries ?? {}).flatMap(([key, entry]) => refPaths(entry, [...keys, key]))
}

/** Calls `visit` with every id that stands at `keys` of a record. */
export function visitIds(
  value: unknown,
  keys: readonly string[],
  visit: (id: string, keys: readonly (string | number)[]) => void,
  at: readonly (string | number)[] = [],
): void {
  const [key, ...rest] = keys
  if (key === undefined) {
    if (typeof value === 'string') visit(value, at)
  } else if (key === '*') {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visitIds(item, rest, visit, [...at, index])
  } else if (isRecord(value) && value[key] != null) visitIds(value[key], rest, visit, [...at, key])
}
