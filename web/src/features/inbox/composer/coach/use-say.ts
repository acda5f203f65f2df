import { useTranslation } from 'react-i18next'
import type { ReviewState } from './reviewer'
import { type Count, countOf, type Shown } from './shown'

// The state of things in one line: "2 of 3 points answered · 1 to mend".
export function useSay() {
  const { t } = useTranslation('coach')
  const say = (shown: Shown, articles: number, isEmpty: boolean): string => {
    const { points, answered, fix, consider }: Count = countOf(shown)
    const parts = isEmpty
      ? [
          points > 0 && t('points', { count: points }),
          articles > 0 && t('articles', { count: articles }),
        ]
      : [
          points > 0 && t('answered', { count: points, answered }),
          fix > 0 && t('mend', { count: fix }),
          consider > 0 && t('consider', { count: consider }),
          fix + consider === 0 && t('nothing'),
        ]
    return parts.filter(Boolean).join(' · ') || t('reads')
  }
  const sayState = (state: ReviewState) => (state === 'well' ? null : t(state))
  return { say, sayState }
}
