import { Prec } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { useRef } from 'react'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useExtension } from './use-extension'

interface Keys {
  // Each says whether there was something to do.
  jump: (step: 1 | -1) => boolean
  mend: () => boolean
  insert: (article: number) => boolean
}

// The coach's keys: in the field all of them, elsewhere on the desk the one that leads there.
export function useKeys(view: EditorView, keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useShortcuts({ F8: ({ shiftKey }) => latest.current.jump(shiftKey ? -1 : 1) })
  useExtension(view, () =>
    Prec.highest(
      keymap.of([
        {
          key: 'F8',
          run: () => latest.current.jump(1),
          shift: () => latest.current.jump(-1),
        },
        { key: 'Alt-Enter', run: () => latest.current.mend() },
        ...[0, 1, 2].map((at) => ({
          key: `Alt-${at + 1}`,
          run: () => latest.current.insert(at),
        })),
      ]),
    ),
  )
}
