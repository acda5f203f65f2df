import { useMediaQuery } from '@mantine/hooks'

// The two widths at which the desk rearranges; CSS modules use the same numbers.
export const useIsPhone = () =>
  useMediaQuery('(max-width: 799.98px)', undefined, { getInitialValueInEffect: false })
export const useIsWide = () =>
  useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false })
