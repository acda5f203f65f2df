import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { makeQueryClient } from '@/api/query-client'
import { sessionQuery } from '@/api/session'
import { makeRouter } from './router'
import { cssVariables, schemeManager, theme } from './theme'
import { Toasts } from './toasts'

const cache = makeQueryClient(() => {
  if (cache.getQueryData(sessionQuery.queryKey)?.state !== 'signed_in') return
  void cache.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())
})
const router = makeRouter(cache)

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <Toasts />
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
