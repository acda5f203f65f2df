import type { ReadingPart } from '@/api/reading'
import type { Correction, Reading } from '@/api/types'

// The reading as it stands with what a member says of it; the rest stays. Words of the post that
// spoke for something still do, as long as it holds.
export function corrected(
  reading: Reading,
  { sentiment, intents, reasons }: Correction,
  nameOf: (reason: string) => string,
): Reading {
  const next = { ...reading, corrected: [...reading.corrected] }
  const mark = (part: Reading['corrected'][number]) => {
    if (!next.corrected.includes(part)) next.corrected.push(part)
  }
  if (sentiment) {
    mark('sentiment')
    const evidence = reading.sentiment?.label === sentiment ? reading.sentiment.evidence : []
    const at = { negative: 0, neutral: 1, positive: 2 }[sentiment]
    const p = [0, 1, 2].map((one) => (one === at ? 1 : 0))
    next.sentiment = { label: sentiment, score: at - 1, p, evidence }
  }
  if (intents) {
    mark('intents')
    next.intents = intents.map(
      (label) =>
        reading.intents.find((one) => one.label === label) ?? { label, p: 1, evidence: [] },
    )
  }
  if (reasons) {
    mark('reasons')
    next.reasons = reasons.map(
      (key) =>
        reading.reasons.find((one) => one.key === key) ?? {
          key,
          name: nameOf(key),
          p: 1,
          evidence: [],
        },
    )
  }
  return next
}

// What members had said of it already: what has to be said again of these parts
// to have it as it was.
export function saidOf(
  { corrected, sentiment, intents, reasons }: Reading,
  parts: readonly ReadingPart[],
): Correction | null {
  const asked = parts.filter((part) => corrected.includes(part))
  if (asked.length === 0) return null
  return {
    ...(asked.includes('sentiment') && sentiment && { sentiment: sentiment.label }),
    ...(asked.includes('intents') && { intents: intents.map((one) => one.label) }),
    ...(asked.includes('reasons') && { reasons: reasons.map((one) => one.key) }),
  }
}
