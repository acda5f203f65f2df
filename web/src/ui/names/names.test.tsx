// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '@/api/http'
import { sayFailure } from '@/ui/toast'
import { Aside, MergeForm, NamedList, NamedRow, NewName, RemoveForm, RenameForm } from '.'

vi.mock('@/ui/toast', () => ({ say: vi.fn(), sayFailure: vi.fn() }))

const refusal = new ApiError(409, 'conflict', 'There is one already.')
let names: string[]
let told: string[]
let read: () => Promise<readonly string[]>
let act: (what: string) => Promise<string>

beforeEach(() => {
  names = ['Delivery', 'Quality']
  told = []
  read = async () => names
  act = async (what) => {
    told.push(what)
    return what
  }
})

function Names({ mayAct }: { mayAct: boolean }) {
  const query = useQuery({ queryKey: ['names'], queryFn: () => read() })
  return (
    <>
      <NewName
        example="Colour"
        add="Add one"
        onAdd={(name) => act(`add ${name}`)}
        onAdded={(added) => told.push(`did ${added}`)}
      />
      <NamedList query={query} testId="names" empty="None yet">
        {(all) =>
          all.map((name) => (
            <NamedRow
              key={name}
              menu={`Change ${name}`}
              acts={[
                mayAct && {
                  say: 'Rename',
                  form: (done) => (
                    <RenameForm
                      name={name}
                      onSave={(to) => act(`rename ${name} to ${to}`)}
                      onSaved={done}
                      onCancel={done}
                    />
                  ),
                },
                mayAct && {
                  say: 'Merge',
                  form: (done) => (
                    <MergeForm
                      hint="Cannot be taken back."
                      others={all.filter((one) => one !== name).map((id) => ({ id, name: id }))}
                      onMerge={(into) => act(`merge ${name} into ${into}`)}
                      onMerged={done}
                      onCancel={done}
                    />
                  ),
                },
                mayAct && {
                  say: 'Remove',
                  form: (done) => (
                    <RemoveForm
                      hint="It will be gone."
                      onRemove={() => act(`remove ${name}`)}
                      onRemoved={done}
                      onCancel={done}
                    />
                  ),
                },
              ]}
            >
              {name}
              <Aside>twice</Aside>
            </NamedRow>
          ))
        }
      </NamedList>
    </>
  )
}

function draw(mayAct = true) {
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MantineProvider env="test">
        <Names mayAct={mayAct} />
      </MantineProvider>
    </QueryClientProvider>,
  )
}

async function open(what: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Change Delivery' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: what }))
  return within(screen.getByTestId('names'))
}

test('a name is added without the space around it, and the field is free for the next', async () => {
  draw()
  const field = screen.getByRole('textbox', { name: 'Name' })
  const add = screen.getByRole('button', { name: 'Add one' })
  await userEvent.type(field, '   ')
  expect(add).toHaveProperty('disabled', true)
  await userEvent.type(field, 'Price {Enter}')
  await waitFor(() => expect(told).toEqual(['add Price', 'did add Price']))
  expect(field).toHaveProperty('value', '')
})

test('why a name is refused stands at its field until another is typed', async () => {
  act = () => Promise.reject(refusal)
  draw()
  const field = screen.getByRole('textbox', { name: 'Name' })
  await userEvent.type(field, 'Quality{Enter}')
  await screen.findByText('There is one already.')
  expect(field).toHaveProperty('value', 'Quality')
  await userEvent.type(field, '2')
  expect(screen.queryByText('There is one already.')).toBeNull()
})

test('a rename is saved once something else is typed, and gives the focus back', async () => {
  draw()
  const list = await open('Rename')
  const field = list.getByRole('textbox', { name: 'Name' })
  // A menu that closes may want the focus a moment later.
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(document.activeElement).toBe(field)
  expect(list.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
  await userEvent.clear(field)
  await userEvent.type(field, 'Post{Enter}')
  await waitFor(() => expect(list.queryByRole('textbox')).toBeNull())
  expect(told).toEqual(['rename Delivery to Post'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change Delivery' }))
})

test('a refused rename stays open and says why', async () => {
  act = () => Promise.reject(refusal)
  draw()
  const list = await open('Rename')
  await userEvent.type(list.getByRole('textbox', { name: 'Name' }), 's{Enter}')
  await list.findByText('There is one already.')
  await userEvent.click(list.getByRole('button', { name: 'Cancel' }))
  expect(list.queryByRole('textbox')).toBeNull()
})

test('one is merged into another that is chosen, never into itself', async () => {
  draw()
  const list = await open('Merge')
  const go = list.getByRole('button', { name: 'Merge' })
  expect(go).toHaveProperty('disabled', true)
  await userEvent.click(list.getByRole('combobox', { name: 'Merge into' }))
  const options = await screen.findAllByRole('option', { hidden: true })
  expect(options.map((option) => option.textContent)).toEqual(['Quality'])
  await userEvent.click(options[0] as HTMLElement)
  await userEvent.click(go)
  await waitFor(() => expect(told).toEqual(['merge Delivery into Quality']))
})

test('removing asks first, and says so when it did not work', async () => {
  act = () => Promise.reject(refusal)
  draw()
  const list = await open('Remove')
  list.getByText('It will be gone.')
  expect(document.activeElement).toBe(list.getByRole('button', { name: 'Cancel' }))
  await userEvent.click(list.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(sayFailure).toHaveBeenCalled())
  act = async (what) => {
    told.push(what)
    return what
  }
  await userEvent.click(list.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(told).toEqual(['remove Delivery']))
})

test('who may do nothing sees names alone', async () => {
  draw(false)
  await screen.findByText('Delivery')
  expect(screen.queryByRole('button', { name: 'Change Delivery' })).toBeNull()
})

test('no names at all, or none that can be read', async () => {
  read = () => Promise.reject(refusal)
  draw()
  const again = await screen.findByRole('button', { name: 'Try again' })
  read = async () => []
  await userEvent.click(again)
  await screen.findByText('None yet')
})
