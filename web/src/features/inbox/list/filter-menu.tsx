import { ActionIcon, Menu } from '@mantine/core'
import { IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNarrowed } from '@/api/conversations/view'
import { lazily } from '@/ui/lazily'
import { Tip } from '@/ui/tip'
import { useListChoice } from '../inbox-context'
import styles from './filter-menu.module.css'

const choices = lazily(() => import('./filter-choices').then((module) => module.FilterChoices))

// Narrows the list, and says what comes first in it. What there is to choose from comes when somebody
// is about to choose.
export function FilterMenu() {
  const { t } = useTranslation(['inbox', 'common'])
  const { filter } = useListChoice()
  const narrowed = isNarrowed(filter)
  const label = t('filter.label')
  const [opened, setOpened] = useState(false)

  return (
    <Menu position="bottom-end" width={280} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tip label={label} disabled={opened}>
          <ActionIcon
            size={40}
            aria-label={label}
            color={narrowed ? 'teal' : 'gray'}
            onPointerEnter={choices.fetch}
            onFocus={choices.fetch}
          >
            {narrowed ? <IconFilterFilled size={19} /> : <IconFilter size={20} stroke={1.6} />}
          </ActionIcon>
        </Tip>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <Suspense fallback={<Menu.Label>{t('common:loading')}</Menu.Label>}>
          <choices.Shown />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  )
}
