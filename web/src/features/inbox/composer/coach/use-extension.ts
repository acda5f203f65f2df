import { Compartment, type Extension, StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'

// What an editor can do more, as long as this is drawn. Made once for each editor.
export function useExtension(view: EditorView, make: () => Extension): void {
  const latest = useRef(make)
  latest.current = make
  useEffect(() => {
    const here = new Compartment()
    view.dispatch({ effects: StateEffect.appendConfig.of(here.of(latest.current())) })
    return () => {
      if (view.dom.isConnected) view.dispatch({ effects: here.reconfigure([]) })
    }
  }, [view])
}
