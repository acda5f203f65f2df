import { Notifications } from '@mantine/notifications'
import { useIsPhone } from '@/ui/use-media'

// Where we tell what was done: beside the work, and never over the composer.
export function Toasts() {
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
