import { Button, Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import '@/i18n/shortcuts'
import { askForFirstLook } from '@/ui/first-look'
import { modKeys } from '@/ui/mod-key'
import { useFocusReturn } from '@/ui/use-focus-return'
import styles from './shortcut-sheet.module.css'

const { mod } = modKeys(navigator.platform)
const alt = mod === '⌘' ? '⌥' : 'Alt '

const groups = {
  move: [
    ['j', 'k'],
    ['Enter'],
    ['J', 'K'],
    ['Esc'],
    ['/'],
    ['mod K'],
    ['g i'],
    ['g m'],
    ['g v'],
    ['g l'],
    ['g k'],
    ['g r'],
    ['g s'],
  ],
  answer: [
    ['r'],
    ['n'],
    ['@'],
    ['l'],
    ['b'],
    ['q'],
    ['mod ↵'],
    ['F8'],
    ['alt ↵'],
    ['alt 1'],
    ['u'],
  ],
  listen: [['j', 'k'], ['Enter'], ['o'], ['s'], ['v']],
  knowledge: [['j', 'k'], ['Enter'], ['n'], ['mod ↵']],
  sort: [['x'], ['⇧ J', '⇧ K'], ['a'], ['t'], ['z'], ['e'], ['E'], ['s'], ['o'], ['p']],
} as const

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['common', 'shortcuts'])
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts:title')}
      size={680}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.groups}>
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{t(`shortcuts:${group}.title`)}</h3>
            <dl className={styles.list}>
              {groups[group].map((keys) => (
                <div key={keys.join()} className={styles.row}>
                  <dt>
                    {keys.map((key) => (
                      <Kbd key={key}>{key.replace('mod ', mod).replace('alt ', alt)}</Kbd>
                    ))}
                  </dt>
                  <dd>{t(`shortcuts:${group}.${keys[0]}` as never)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button
        variant="light"
        mt="md"
        onClick={() => {
          onClose()
          askForFirstLook()
        }}
      >
        {t('shell.firstLook')}
      </Button>
    </Modal>
  )
}
