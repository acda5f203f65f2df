// What the tabs of one browser tell each other about their common session.

const name = 'rapport-session'

// The session went to another workspace: every other tab follows.
export function tellTabs(): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage('moved')
  channel.close()
}

export function onTabMoved(run: () => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = () => run()
  return () => channel.close()
}
