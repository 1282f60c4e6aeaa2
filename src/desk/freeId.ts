/** An id nobody has: the wanted one, or the first free one with a number behind it, from 2. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  return id
}
