// The list with one of it at another place, each knowing its own.
export function moved<T extends { id: string; place: number }>(
  all: readonly T[],
  id: string,
  place: number,
): T[] {
  const one = all.find((each) => each.id === id)
  if (!one) return [...all]
  const rest = all.filter((each) => each !== one)
  const at = Math.max(0, Math.min(place, rest.length))
  return [...rest.slice(0, at), one, ...rest.slice(at)].map((each, index) => ({
    ...each,
    place: index,
  }))
}
