import { createHmac } from 'node:crypto';
import { newId } from '#platform/chance.ts';
import { contextFor } from '#platform/context.ts';
import type { PersonId, ProfessionalRole } from '#platform/kernel/actor.ts';
import { inviteProfessional } from '#modules/accounts/index.ts';
import type { MembershipCard } from '#modules/accounts/index.ts';
import { Browser } from './kit.tsx';
import type { AccountsKit } from './kit.tsx';

export { contextFor, newId };

export const PASSWORD = 'trois canards bleus';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238 as an authentication application computes it; `step` 0 is now, 1 the next half-minute. */
export function totpOf(base32: string, step = 0): string {
  const bits = [...base32]
    .map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

export function aMembership(
  role: ProfessionalRole = 'adviser',
  label = 'Conseillère, Guéret',
): MembershipCard {
  const networkId = newId<'Network'>();
  const scope =
    role === 'administrator'
      ? ({ kind: 'installation' } as const)
      : ({ kind: 'network', networkId } as const);
  return { membershipId: newId<'Membership'>(), role, label, scope };
}

/** The path of the one link of the last mail to an address. */
export function pathMailed(kit: AccountsKit, to: string): string {
  const mail = kit.mails.findLast((each) => each.to === to.toLowerCase());
  const found = mail?.text.match(/http:\/\/localhost:3000(\S+)/)?.[1];
  if (!found) throw new Error(`no link was mailed to ${to}`);
  return found;
}

/** Sends the invitation as the installation itself would; answers its link's path. */
export async function invite(kit: AccountsKit, personId: PersonId, email: string): Promise<string> {
  const ctx = contextFor(kit.services, { kind: 'system', job: 'tests' });
  const memberships = kit.memberships.get(personId) ?? [];
  const decision = await inviteProfessional(ctx, { personId, memberships });
  if (!decision.ok) throw new Error(decision.refusal);
  await kit.runJobs();
  return pathMailed(kit, email);
}

export interface Professional {
  readonly personId: PersonId;
  readonly email: string;
  /** Of the authentication application. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly browser: Browser;
}

let serial = 0;

/** Someone invited, with password and application, signed in under their only role. Uses up the code of step -1. */
export async function anEnrolledProfessional(
  kit: AccountsKit,
  memberships: readonly MembershipCard[] = [aMembership()],
): Promise<Professional> {
  serial += 1;
  const email = `solene.garrigue.${serial}@missionlocale.example`;
  const personId = await kit.addPerson({ givenName: 'Solène', familyName: 'Garrigue', email });
  kit.memberships.set(personId, [...memberships]);
  const browser = new Browser(kit);
  await browser.post(await invite(kit, personId, email), { password: PASSWORD });
  const secret = secretOf((await browser.get('/connexion/code/application')).body);
  const done = await browser.post('/connexion/code/application', { code: totpOf(secret, -1) });
  if (done.statusCode !== 303) throw new Error(done.body);
  const page = await browser.get('/connexion/code/secours');
  await kit.runJobs();
  const recoveryCodes = [...page.body.matchAll(/<li><code>([^<]+)</g)].map(
    (found) => found[1] ?? '',
  );
  return { personId, email, secret, recoveryCodes, browser };
}

export function secretOf(page: string): string {
  const secret = page.match(/secret=([A-Z2-7]+)/)?.[1];
  if (!secret) throw new Error(`no secret on the page: ${page}`);
  return secret;
}

export async function signInWithPassword(
  kit: AccountsKit,
  email: string,
  password = PASSWORD,
): Promise<Browser> {
  const browser = new Browser(kit);
  await browser.post('/connexion', { email, password });
  return browser;
}

/** Asks for a link and reads it in the mailbox. */
export async function askForLink(kit: AccountsKit, email: string): Promise<string> {
  await new Browser(kit).post('/connexion/lien', { 'lien-email': email });
  await kit.runJobs();
  return pathMailed(kit, email);
}
