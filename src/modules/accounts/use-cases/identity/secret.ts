import { symmetricDecrypt } from 'better-auth/crypto';
import type { Identity } from './identity.ts';

/** The bytes of an application's secret, from what the database holds. */
export async function secretOf(identity: Identity, encrypted: string): Promise<Uint8Array> {
  const { secretConfig } = await identity.$context;
  return new TextEncoder().encode(await symmetricDecrypt({ key: secretConfig, data: encrypted }));
}
