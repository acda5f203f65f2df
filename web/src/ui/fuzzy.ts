// How well typed letters fit a title: in their order, not necessarily side by side. Higher is better;
// null if they do not fit. Beginnings of words count most, then letters side by side.
export function fuzzy(typed: string, title: string): number | null {
  const wanted = fold(typed)
  const text = fold(title)
  if (wanted === '') return 0
  const whole = text.indexOf(wanted)
  if (whole !== -1) return 100 - Math.min(whole, 50) + (isStart(text, whole) ? 60 : 0)
  let score = 0
  let at = -1
  for (const letter of wanted) {
    if (letter === ' ') continue
    const next = text.indexOf(letter, at + 1)
    if (next === -1) return null
    score += isStart(text, next) ? 8 : next === at + 1 ? 5 : 1 - Math.min(next - at, 10) / 10
    at = next
  }
  return score
}

function isStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
