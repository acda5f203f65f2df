import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OperatorWord } from './complete'

const words = { AND: 'and', OR: 'or', NOT: 'not', 'NEAR/5': 'near', 'ONEAR/5': 'onear' } as const

export function useOperators(): readonly OperatorWord[] {
  const { t } = useTranslation('listen')
  return useMemo(
    () => Object.entries(words).map(([write, word]) => ({ write, says: t(`operators.${word}`) })),
    [t],
  )
}
