// A voice, the coach's rules, and an answer of the coach that knows the words to avoid alone.

import type { CoachAnswer, CoachLine, CoachRule, Voice } from '../src/api/types.ts'

const usual: Record<CoachRule['usual'], CoachRule['rule'][]> = {
  fix: [
    'unanswered',
    'empathy',
    'defensive',
    'deflect',
    'tone',
    'private',
    'promise',
    'contradiction',
    'language',
    'limits',
    'name',
    'generic',
    'hype',
  ],
  consider: ['thin', 'stuffy', 'resource', 'open'],
  nice: ['points', 'invites'],
}

export class Coaching {
  voice: Voice = {
    warmth: 'warm',
    formality: 'casual',
    emoji: 'few',
    humour: 'some',
    signature: '^{initials}',
    avoid: ['unfortunately', 'as per', 'kindly'],
    love: ['happily'],
    names: ['Northwind', 'Wind & Weather roast'],
    allowed_promises: ['refund', 'free repair'],
    require_clean: false,
    changed_by: 'Olga Holm',
    changed_at: new Date(Date.now() - 3 * 3600_000).toISOString(),
  }

  rules: CoachRule[] = Object.entries(usual).flatMap(([severity, rules]) =>
    rules.map((rule) => ({
      rule,
      setting: rule === 'stuffy' ? ('off' as const) : ('usual' as const),
      usual: severity as CoachRule['usual'],
      praises: ['points', 'empathy', 'tone', 'name', 'invites'].includes(rule),
    })),
  )

  change(voice: Voice): Voice {
    this.voice = { ...voice, changed_by: 'Olga Holm', changed_at: new Date().toISOString() }
    return this.voice
  }

  changeRules(changes: CoachRule[]): { rules: CoachRule[] } {
    for (const { rule, setting } of changes) {
      const known = this.rules.find((each) => each.rule === rule)
      if (known) known.setting = setting
    }
    return { rules: this.rules }
  }

  answer({ draft, voice }: CoachLine): CoachAnswer {
    const avoided = (voice?.avoid ?? this.voice.avoid)
      .map((word) => [draft.toLowerCase().indexOf(word.toLowerCase()), word.length] as const)
      .filter(([at]) => at >= 0)
      .map(([at, length]) => [at, at + length])
    return {
      points: [{ kind: 'question', post_span: [46, 64], answered: false, draft_spans: [] }],
      findings: [
        {
          rule: 'unanswered',
          severity: 'fix',
          draft_spans: [],
          post_spans: [[46, 64]],
          why: 'They asked something, and nothing here answers it.',
          next: 'Say when it comes, or that you are finding out.',
        },
        ...avoided.map((span) => ({
          rule: 'tone' as const,
          severity: 'consider' as const,
          draft_spans: [span],
          post_spans: [],
          why: 'This is a word that your voice avoids.',
          next: 'Find one of your own for it.',
        })),
        {
          rule: 'empathy',
          severity: 'nice',
          draft_spans: [],
          post_spans: [],
          why: 'It says sorry for what happened.',
          next: '',
        },
      ],
    }
  }
}
