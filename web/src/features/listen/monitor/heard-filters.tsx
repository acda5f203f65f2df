import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type HeardFilter, monitorSummaryQuery } from '@/api/listening/monitors'
import type { Id } from '@/api/types'
import { languageName } from '@/ui/language-name'
import { networkName } from '@/ui/networks'
import { sayStep } from '@/ui/time'
import { sayAuthor } from '../shared/say-author'
import styles from './monitor.module.css'
import { isNarrowed, useHeardFilter } from './use-heard-filter'

type By = 'sentiment' | 'state' | 'reason' | 'language' | 'author' | 'network' | 'site'

// Narrows the list: to what there is of each kind.
export function HeardFilters({ id }: { id: Id | 'all' }) {
  const { t } = useTranslation(['listen', 'inbox'])
  const { filter, show } = useHeardFilter()
  const { data: summary } = useQuery({
    ...monitorSummaryQuery(id, filter.days),
    placeholderData: keepPreviousData,
  })
  const choices: Record<By, { value: string; label: string }[]> = {
    sentiment: (['negative', 'neutral', 'positive'] as const).map((value) => ({
      value,
      label: t(`inbox:reading.sentiment.${value}`),
    })),
    state: (
      ['heard', 'open', 'waiting', 'snoozed', 'answered', 'resolved', 'skipped'] as const
    ).map((value) => ({ value, label: t(`state.${value}`) })),
    reason: summary?.reasons.map(({ key, name }) => ({ value: key, label: name || key })) ?? [],
    language:
      summary?.languages.map(({ key: language }) => ({
        value: language,
        label: languageName(language) || t('parts.unknown'),
      })) ?? [],
    author:
      summary?.authors.map(({ account }) => ({
        value: account.id,
        label: sayAuthor(account),
      })) ?? [],
    // With one network there is nothing to choose.
    network:
      summary && summary.networks.length > 1
        ? summary.networks.map(({ key }) => ({ value: key, label: networkName(key) }))
        : [],
    site: summary?.sites.map(({ key }) => ({ value: key, label: key })) ?? [],
  }
  return (
    <fieldset className={styles.filters} aria-label={t('filter.title')} data-testid="heard-filters">
      {(Object.keys(choices) as By[]).map((by) => (
        <Choice key={by} by={by} choices={choices[by]} value={filter[by]} show={show} />
      ))}
      {filter.from && (
        <button
          type="button"
          className={styles.chip}
          onClick={() => show({ from: undefined, to: undefined })}
        >
          {t(filter.to ? 'filter.time' : 'filter.since', {
            when: sayStep(filter.from, filter.days <= 3 ? 'hour' : 'day'),
          })}
          <IconX size={14} stroke={2} aria-label={t('filter.off')} role="img" />
        </button>
      )}
      {filter.skip_reason && (
        <button
          type="button"
          className={styles.chip}
          onClick={() => show({ skip_reason: undefined })}
        >
          {t('filter.skippedFor', { reason: t(`inbox:skip.${filter.skip_reason}` as never) })}
          <IconX size={14} stroke={2} aria-label={t('filter.off')} role="img" />
        </button>
      )}
      {filter.link && (
        <button type="button" className={styles.chip} onClick={() => show({ link: undefined })}>
          <span className={styles.chipText}>
            <bdi>{summary?.links.find(({ key }) => key === filter.link)?.name || filter.link}</bdi>
          </span>
          <IconX size={14} stroke={2} aria-label={t('filter.off')} role="img" />
        </button>
      )}
      {isNarrowed(filter) && (
        <button
          type="button"
          className={styles.clear}
          onClick={() =>
            show({
              from: undefined,
              to: undefined,
              skip_reason: undefined,
              link: undefined,
              ...Object.fromEntries(Object.keys(choices).map((by) => [by, undefined])),
            })
          }
        >
          {t('filter.clear')}
        </button>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  by: By
  choices: { value: string; label: string }[]
  value: string | undefined
  show: (more: Partial<HeardFilter>) => void
}

function Choice({ by, choices, value, show }: ChoiceProps) {
  const { t } = useTranslation('listen')
  // One that no longer is among them still narrows, and can be taken away.
  const known = value && !choices.some((one) => one.value === value)
  if (choices.length === 0 && !value) return null
  return (
    <select
      className={styles.choice}
      aria-label={t(`filter.${by}`)}
      data-on={value ? true : undefined}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = { [by]: event.currentTarget.value || undefined }
        // Why it was skipped goes with the state.
        show(by === 'state' ? { ...chosen, skip_reason: undefined } : chosen)
      }}
    >
      <option value="">{t(`filter.${by}`)}</option>
      {known && <option value={value}>{by === 'network' ? networkName(value) : value}</option>}
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
