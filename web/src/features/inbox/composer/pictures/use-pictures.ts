import { type ClipboardEvent, type DragEvent, useCallback, useRef, useState } from 'react'
import type { ActMedia } from '@/api/types'
import { sayFailure } from '@/ui/toast'
import { uuid } from '@/ui/uuid'

// A chosen file that is not on the server yet.
export interface Adding {
  key: string
  file: File
  error: string | null
}

export type Pictures = ReturnType<typeof usePictures>

// Pictures on their way into a post, by button, by paste or dropped. `onReady` gets each as soon as it
// is there; what fails stays, to be tried again.
export function usePictures(mostBytes: number, onReady: (picture: ActMedia) => void) {
  const [adding, setAdding] = useState<readonly Adding[]>([])
  const [over, setOver] = useState(false)
  const ready = useRef(onReady)
  ready.current = onReady

  const work = useCallback(
    async (one: Adding) => {
      let prepare: typeof import('./prepare')
      try {
        prepare = await import('./prepare')
      } catch (error) {
        setAdding((all) => all.filter((other) => other.key !== one.key))
        return sayFailure(error)
      }
      try {
        const picture = await prepare.preparePicture(one.file, mostBytes)
        ready.current(picture)
        setAdding((all) => all.filter((other) => other.key !== one.key))
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        setAdding((all) =>
          all.map((other) => (other.key === one.key ? { ...other, error: words } : other)),
        )
      }
    },
    [mostBytes],
  )

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files]
        .filter((file) => file.type.startsWith('image/'))
        .map((file) => ({ key: uuid(), file, error: null }))
      if (fresh.length === 0) return false
      setAdding((all) => [...all, ...fresh])
      for (const one of fresh) void work(one)
      return true
    },
    [work],
  )

  return {
    adding,
    add,
    busy: adding.some((one) => one.error === null),
    retry: (one: Adding) => {
      setAdding((all) => all.map((x) => (x.key === one.key ? { ...x, error: null } : x)))
      void work(one)
    },
    drop: (key: string) => setAdding((all) => all.filter((one) => one.key !== key)),
    // For the box that pictures are pasted into or dropped on.
    over,
    target: {
      onPaste: (event: ClipboardEvent) => {
        if (add(event.clipboardData.files)) event.preventDefault()
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        add(event.dataTransfer.files)
      },
    },
  }
}
