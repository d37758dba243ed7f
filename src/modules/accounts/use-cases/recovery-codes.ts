import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { isProofFresh } from '../rules/standing.ts';
import { signInNow } from './accounts.ts';
import { answersYes } from './identity/answers.ts';
import { findSignedIn } from './visit.ts';
import type { Visit } from './visit.ts';

/** The codes left, to be written down; only within ten minutes of the second factor. */
export async function readRecoveryCodes(
  visit: Visit,
): Promise<Decision<'not-signed-in' | 'proof-too-old', readonly string[]>> {
  const { accounts } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!isProofFresh(signedIn.proof, signInNow())) return refuse('proof-too-old');
  const answer = await accounts.identity.api.viewBackupCodes({
    body: { userId: signedIn.loginId },
  });
  return accept(answer.backupCodes ?? []);
}

/** New codes in place of the old ones, which open nothing any more. */
export async function renewRecoveryCodes(
  visit: Visit,
  { password }: { readonly password: string | null },
): Promise<Decision<'not-signed-in' | 'proof-too-old' | 'wrong-password'>> {
  const { accounts, ctx, headers } = visit;
  const signedIn = await findSignedIn(accounts, headers);
  if (!signedIn) return refuse('not-signed-in');
  if (!isProofFresh(signedIn.proof, signInNow())) return refuse('proof-too-old');
  const body = password === null ? {} : { password };
  if (!(await answersYes(accounts.identity.api.generateBackupCodes({ body, headers })))) {
    return refuse('wrong-password');
  }
  await ctx.db.inInstallation((tx) =>
    record(ctx, tx, {
      verb: 'accounts.renew-recovery-codes',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
    }),
  );
  return accept();
}
