import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import styles from './names.module.css'

export interface RowAct {
  say: string
  // What is shown below the row to do it. `done` puts it away.
  form: (done: () => void) => ReactNode
}

interface Props {
  // What the button of the menu is called: it says of which name.
  menu: string
  // Those that this member may do; without any there is no menu.
  acts: readonly (RowAct | false)[]
  children: ReactNode
}

// A name, what is told beside it, and what can be done with it.
export function NamedRow({ menu, acts, children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  // The form takes the focus then, and the menu must not take it back.
  const [chose, setChose] = useState(false)
  const may = acts.filter((act) => act !== false)
  const done = () => {
    // What had the focus is about to go.
    button.current?.focus()
    setOpen(null)
  }
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.text}>{children}</div>
        {may.length > 0 && (
          <Menu
            position="bottom-end"
            width={220}
            returnFocus={!chose}
            onOpen={() => setChose(false)}
          >
            <Menu.Target>
              <ActionIcon ref={button} size={44} aria-label={menu}>
                <IconDots size={20} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {may.map(({ say }) => (
                <Menu.Item
                  key={say}
                  onClick={() => {
                    setChose(true)
                    setOpen(say)
                  }}
                >
                  {say}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {may.find(({ say }) => say === open)?.form(done)}
    </li>
  )
}

// Beside the name, smaller.
export function Aside({ children }: { children: ReactNode }) {
  return <span className={styles.aside}>{children}</span>
}
