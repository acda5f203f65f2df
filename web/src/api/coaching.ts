// How the brand speaks, which rules its coach follows, and what the coach says of a draft told whole.

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { CoachAnswer, CoachLine, CoachRule, Voice, VoiceBody } from './types'

export const voiceQuery = queryOptions({
  queryKey: ['voice'],
  queryFn: ({ signal }) => request<Voice>('GET', '/api/voice', { signal }),
})

export const changeVoice = (body: VoiceBody) => request<Voice>('PUT', '/api/voice', { body })

interface CoachRules {
  rules: CoachRule[]
}

export const coachRulesQuery = queryOptions({
  queryKey: ['coach-rules'],
  queryFn: ({ signal }) => request<CoachRules>('GET', '/api/coach/rules', { signal }),
})

export const changeCoachRule = (rule: CoachRule['rule'], setting: CoachRule['setting']) =>
  request<CoachRules>('PUT', '/api/coach/rules', { body: { rules: [{ rule, setting }] } })

export const askCoach = (body: CoachLine, signal: AbortSignal) =>
  request<CoachAnswer>('POST', '/api/coach', { body, signal })
