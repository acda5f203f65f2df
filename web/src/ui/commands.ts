// What can be done now, for the palette: each part of the screen that is mounted offers its own.
// They are asked for only when the palette opens, so offering costs nothing.

import { useEffect, useRef } from 'react'

export interface Command {
  id: string
  group: string
  title: string
  // Further words it is found by.
  words?: string
  // Its key, where it has one.
  key?: string
  run: () => void
}

type Offer = () => Command[] | Promise<Command[]>

const offers: { rank: number; ask: Offer }[] = []

// Offers of a lower rank come first: what one works on before where one could go.
export function useOffer(offer: Offer, rank = 0): void {
  const latest = useRef(offer)
  latest.current = offer
  useEffect(() => {
    const mine = { rank, ask: () => latest.current() }
    offers.push(mine)
    return () => {
      offers.splice(offers.indexOf(mine), 1)
    }
  }, [rank])
}

export async function offeredCommands(): Promise<Command[]> {
  const ordered = offers.toSorted((a, b) => a.rank - b.rank)
  const all = await Promise.all(ordered.map(({ ask }) => ask()))
  return all.flat()
}
