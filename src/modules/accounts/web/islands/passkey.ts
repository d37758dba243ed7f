// Sign in with a passkey, or add one. Without it the page offers the other ways; its blocks stay hidden.

const FAILED =
  'La clé d’accès n’a pas pu être utilisée. Recommence, ou choisis une autre façon de te connecter.';

interface JsonCredential {
  readonly type: 'public-key';
  readonly id: string;
  readonly transports?: AuthenticatorTransport[];
}

interface JsonRequest extends Omit<
  PublicKeyCredentialRequestOptions,
  'challenge' | 'allowCredentials'
> {
  readonly challenge: string;
  readonly allowCredentials?: readonly JsonCredential[];
}

interface JsonCreation extends Omit<
  PublicKeyCredentialCreationOptions,
  'challenge' | 'user' | 'excludeCredentials'
> {
  readonly challenge: string;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly excludeCredentials?: readonly JsonCredential[];
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer | null): string | undefined {
  if (!bytes) return undefined;
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const credentialsOf = (list: readonly JsonCredential[] = []) =>
  list.map((each) => ({ ...each, id: bytesOf(each.id) }));

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const read: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(messageOf(read));
  return read as Answer;
}

function messageOf(read: unknown): string {
  return typeof read === 'object' && read !== null && 'message' in read
    ? String(read.message)
    : FAILED;
}

async function present(options: JsonRequest): Promise<unknown> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: credentialsOf(options.allowCredentials),
  };
  const found = await navigator.credentials.get({ publicKey });
  if (!(found instanceof PublicKeyCredential)) throw new Error(FAILED);
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    found.response as AuthenticatorAssertionResponse;
  return {
    id: found.id,
    rawId: found.id,
    type: found.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
      userHandle: textOf(userHandle),
    },
  };
}

async function create(options: JsonCreation): Promise<unknown> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: credentialsOf(options.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  if (!(made instanceof PublicKeyCredential)) throw new Error(FAILED);
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: made.id,
    type: made.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

/** Shows a block and makes its button run a ceremony; what goes wrong is said beside it. */
function offer(box: HTMLElement, run: () => Promise<{ to: string }>): void {
  const button = box.querySelector('button');
  const status = box.querySelector('[role=status]');
  if (!button || !status) return;
  box.hidden = false;
  const attempt = async () => {
    status.textContent = '';
    button.disabled = true;
    try {
      location.assign((await run()).to);
    } catch (error) {
      // A DOMException is the browser's: cancelled, or no key here. Its words are not for the person.
      status.textContent =
        error instanceof DOMException || !(error instanceof Error) ? FAILED : error.message;
      button.disabled = false;
    }
  };
  button.addEventListener('click', () => void attempt());
}

if ('PublicKeyCredential' in globalThis) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey-sign-in]')) {
    const url = box.dataset['passkeySignIn'] ?? '';
    const suite = box.dataset['suite'] || undefined;
    offer(box, async () => {
      const response = await present(await post<JsonRequest>(`${url}/options`, {}));
      return post<{ to: string }>(url, { response, suite });
    });
  }
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey-add]')) {
    const url = box.dataset['passkeyAdd'] ?? '';
    offer(box, async () => {
      const response = await create(await post<JsonCreation>(`${url}/options`, {}));
      return post<{ to: string }>(url, { response });
    });
  }
}
