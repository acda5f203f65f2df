// How toasts look. Loaded with the first of them (toast.tsx).

import { Button } from '@mantine/core'
import '@mantine/notifications/styles.css'
import { Notifications, notifications } from '@mantine/notifications'
import { closeLabel, type UndoOptions } from './toast'
import { UndoToast } from './undo-toast'
import styles from './undo-toast.module.css'
import { useIsPhone } from './use-media'

// Where we tell what was done: beside the work, and never over the composer.
export default function Toasts() {
  const phone = useIsPhone()
  return (
    <Notifications
      position={phone ? 'top-center' : 'bottom-left'}
      limit={3}
      containerWidth={360}
      transitionDuration={120}
    />
  )
}

export function showUndo(
  id: string,
  message: string,
  run: () => void,
  { until, testId }: UndoOptions,
  onClose: () => void,
): void {
  notifications.show({
    id,
    message: <UndoToast message={message} until={until} testId={testId} onUndo={run} />,
    autoClose: until ? Math.max(0, until - Date.now()) : 7_000,
    withCloseButton: !until,
    closeButtonProps: closeLabel(),
    onClose,
  })
}

export function showWords(message: string, link?: { text: string; go: () => void }): void {
  notifications.show({
    message: link ? (
      <div className={styles.toast}>
        <span className={styles.message}>{message}</span>
        <Button size="compact-sm" variant="light" onClick={link.go}>
          {link.text}
        </Button>
      </div>
    ) : (
      message
    ),
    autoClose: link ? 9_000 : 5_000,
    closeButtonProps: closeLabel(),
  })
}

export function showFailure(message: string): void {
  notifications.show({
    message,
    autoClose: 9_000,
    className: 'rp-toast-bad',
    closeButtonProps: closeLabel(),
  })
}

export function hide(id: string): void {
  notifications.hide(id)
}
