import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

// Shows and serves the buttons marked data-passkey="sign-in" and "register". Without it the page works by mail alone.

const ways = {
  'sign-in': {
    address: '/werk/aanmelden/sleutel',
    answer: async (optionsJSON: Parameters<typeof startAuthentication>[0]['optionsJSON']) => startAuthentication({ optionsJSON }),
  },
  register: {
    address: '/werk/ik/sleutels',
    answer: async (optionsJSON: Parameters<typeof startRegistration>[0]['optionsJSON']) => startRegistration({ optionsJSON }),
  },
}

async function send(address: string, token: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Form-Token': token },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

async function go({ dataset: { passkey, token = '', back = '' } }: HTMLElement): Promise<void> {
  const way = ways[passkey === 'register' ? 'register' : 'sign-in']
  const options = await send(`${way.address}/vraag`, token, {})
  const response = await way.answer(options as never)
  const { to } = await send(way.address, token, { response, terug: back })
  location.assign(String(to))
}

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const button = part.querySelector('button')
  const failed = part.querySelector<HTMLElement>('[role=alert]')
  if (!button || !failed || !browserSupportsWebAuthn()) continue
  button.addEventListener('click', () => {
    failed.hidden = true
    button.disabled = true
    go(part)
      .catch(() => {
        failed.hidden = false
      })
      .finally(() => {
        button.disabled = false
      })
  })
  part.hidden = false
}
