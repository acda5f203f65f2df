import { type ComponentType, lazy, useState } from 'react'

// A component in a chunk of its own that can be fetched before it is shown, and then shows at once:
// React's own lazy would first show the fallback, and takes a third of a second to change its mind.
// It still suspends where nobody fetched it.
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  const get = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Late = lazy(get)
  function Shown(props: Props) {
    // One and the same as long as it is shown.
    const [It] = useState<ComponentType<Props>>(
      () => loaded ?? (Late as unknown as ComponentType<Props>),
    )
    return <It {...props} />
  }
  return { Shown, fetch: () => void get().catch(() => {}) }
}
