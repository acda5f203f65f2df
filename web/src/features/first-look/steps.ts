// What the first look shows, to whom, in which order; and how far somebody got, as it is kept.

export const allSteps = [
  'waits',
  'thread',
  'person',
  'answer',
  'sent',
  'sort',
  'search',
  'coverage',
] as const
export type Step = (typeof allSteps)[number]

// A desk of one's own is shorter: its owner knows who speaks there.
const shortly: readonly Step[] = ['waits', 'answer', 'sent', 'sort', 'coverage']
const forWriters: readonly Step[] = ['answer', 'sent', 'sort']
// These happen inside an open conversation.
const inside: readonly Step[] = ['thread', 'person', 'answer', 'sent', 'sort']

export function stepsFor({ demo, mayWrite }: { demo: boolean; mayWrite: boolean }): Step[] {
  return allSteps.filter(
    (step) => (demo || shortly.includes(step)) && (mayWrite || !forWriters.includes(step)),
  )
}

export function needsConversation(step: Step): boolean {
  return inside.includes(step)
}

// What the visitor has done by now, as the screen shows it.
export interface Done {
  opened: boolean
  sent: boolean
  sorted: boolean
  searched: boolean
}

// A step is over by itself once its thing was done; the others wait for "Next".
export function isDone(step: Step, done: Done): boolean {
  switch (step) {
    case 'waits':
      return done.opened
    case 'answer':
      return done.sent
    case 'sort':
      return done.sorted
    case 'search':
      return done.searched
    default:
      return false
  }
}

// The step after, or before, `from`; none at the ends. Without an answer there is none to look at.
export function neighbour(
  steps: readonly Step[],
  from: Step,
  way: 1 | -1,
  sent: boolean,
): Step | undefined {
  const able = steps.filter((step) => step === from || step !== 'sent' || sent)
  return able[able.indexOf(from) + way]
}

export type Progress =
  | { state: 'new' }
  | { state: 'going' | 'skipped'; at: Step | undefined }
  | { state: 'done' }

// "at waits", "skipped", "skipped at answer", "done". What nobody understands any more counts as
// skipped: whoever has seen it once is not asked again.
export function readProgress(value: string | undefined): Progress {
  if (value === undefined) return { state: 'new' }
  if (value === 'done') return { state: 'done' }
  const [, word, name] = value.match(/^(skipped )?at (\w+)$/) ?? []
  const at = allSteps.find((step) => step === name)
  return { state: at && !word ? 'going' : 'skipped', at }
}

export function writeProgress(progress: Exclude<Progress, { state: 'new' }>): string {
  if (progress.state === 'done') return 'done'
  const at = progress.at && `at ${progress.at}`
  if (progress.state === 'going') return at ?? 'skipped'
  return at ? `skipped ${at}` : 'skipped'
}
