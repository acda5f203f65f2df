// When "later" is. Mornings are at nine, in the member's own time zone.

const morning = 9

export function snoozeTimes(now: Date): { later: Date; tomorrow: Date; nextWeek: Date } {
  const later = new Date(now)
  later.setHours(now.getHours() + 3, 0, 0, 0)
  const daysToMonday = (8 - now.getDay()) % 7 || 7
  return { later, tomorrow: morningIn(now, 1), nextWeek: morningIn(now, daysToMonday) }
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning)
}

// What <input type="datetime-local"> reads and writes: local time without a zone.
export function toLocalInput(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
