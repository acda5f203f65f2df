// What the tabs of one browser tell each other about their common session.

const name = 'rapport-session'

let going = false

// Loads the page anew, so that nothing of the workspace that was left stays in memory. Once, however many
// reasons there are: each further call would stop the page that is on its way.
export function beginAfresh(): void {
  if (going) return
  going = true
  window.location.assign('/inbox')
}

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
