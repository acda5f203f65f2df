import { useLocalStorage } from '@mantine/hooks'

// Whether the person stands beside the thread; kept, because it is a taste and not a moment.
export function usePersonOpen(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useLocalStorage({
    key: 'rapport.person',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  return [open, setOpen]
}
