import type { PostExample } from '@/api/types'

// What people speak of in a time, and how much more or less than before.
export interface Insight {
  id: string
  name: string
  // The words it is known by, where it was learned from words.
  terms?: readonly string[]
  posts: number
  before: number
  examples: readonly PostExample[]
}

// What its name does not say already.
export function termsBeside({ name, terms = [] }: Pick<Insight, 'name' | 'terms'>): string {
  const said = name.toLowerCase().split(', ')
  return terms.filter((term) => !said.includes(term)).join(' · ')
}

export const growth = ({ posts, before }: Insight) => posts - before

// One more or less says nothing: half as many again does, of at least three.
export const rises = (one: Insight) => growth(one) >= 3 && one.posts >= one.before * 1.5
