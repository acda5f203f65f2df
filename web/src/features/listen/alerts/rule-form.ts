// The rules of a monitor as they stand in the form: lists as the text somebody writes.

import type { AlertDelivery, AlertKind, AlertRule } from '@/api/listening/types'

export interface RuleForm {
  kind: AlertKind
  on: boolean
  app: boolean
  emails: string
  webhook: string
  handles: string
  deliveries: readonly AlertDelivery[]
}

const none: readonly AlertDelivery[] = []

const kinds: readonly AlertKind[] = ['spike', 'negative', 'person']

// Every kind has its place in the form, also those that nobody asked for yet.
export function completeRules(known: readonly AlertRule[]): RuleForm[] {
  return kinds.map((kind) => {
    const rule = known.find((one) => one.kind === kind)
    return {
      kind,
      on: rule !== undefined,
      app: rule?.app ?? true,
      emails: rule?.emails.join(', ') ?? '',
      webhook: rule?.webhook ?? '',
      handles: rule?.handles.join(', ') ?? '',
      deliveries: rule?.deliveries ?? none,
    }
  })
}

export const listOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

export function rulesOf(forms: readonly RuleForm[]): AlertRule[] {
  return forms
    .filter(({ on }) => on)
    .map(({ kind, app, emails, webhook, handles }) => ({
      kind,
      app,
      emails: listOf(emails),
      webhook: webhook.trim(),
      handles: kind === 'person' ? listOf(handles).map((one) => one.replace(/^@/, '')) : [],
    }))
}

// What is missing or wrong, as far as the page can tell.
export function problemOf(form: RuleForm): 'emails' | 'webhook' | 'nowhere' | null {
  if (!form.on) return null
  if (listOf(form.emails).some((one) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(one))) return 'emails'
  if (form.webhook.trim() !== '' && !/^https?:\/\/\S+$/i.test(form.webhook.trim())) return 'webhook'
  const isTold = form.app || listOf(form.emails).length > 0 || form.webhook.trim() !== ''
  return isTold ? null : 'nowhere'
}
