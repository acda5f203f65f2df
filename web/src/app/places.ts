// Where one can go, for the palette: fetched when it is first asked for.

import { t } from 'i18next'
import '@/i18n/places'
import type { Command } from '@/ui/commands'

const places = [
  { id: 'inbox', to: '/inbox', key: 'g i' },
  { id: 'listen', to: '/listen', key: 'g l' },
  { id: 'coverage', to: '/listen/coverage' },
  { id: 'knowledge', to: '/knowledge', key: 'g k' },
  { id: 'gaps', to: '/knowledge/gaps' },
  { id: 'site', to: '/knowledge/site' },
  { id: 'reasons', to: '/insights/reasons', key: 'g r' },
  { id: 'topics', to: '/insights/topics' },
  { id: 'channels', to: '/settings/channels', key: 'g s' },
  { id: 'tags', to: '/settings/tags' },
  { id: 'learning', to: '/settings/learning' },
  { id: 'tokens', to: '/settings/tokens' },
] as const

export type Place = (typeof places)[number]['to']

export function offeredPlaces(go: (to: Place) => void, showKeys: () => void): Command[] {
  const group = t('places:go')
  return [
    ...places.map(({ id, to, ...more }) => ({
      ...more,
      id,
      group,
      title: t(`places:${id}`),
      run: () => go(to),
    })),
    { id: 'keys', group, title: t('common:shell.shortcuts'), key: '?', run: showKeys },
  ]
}
