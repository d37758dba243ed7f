import { hashToken } from '#platform/chance.ts';
import { record } from '#platform/audit/record.ts';
import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import { countTry, deleteUsedCodesBefore, forgetTries, useCode } from '../data/attempts.ts';
import { findLoginById } from '../data/logins.ts';
import { CODE_LIMIT } from '../rules/attempts.ts';
import { signInNow } from './accounts.ts';
import { answersYes } from './identity/answers.ts';
import { renewSession } from './renew-session.ts';
import type { SignInOutcome } from './sign-in-with-password.ts';
import { findSignedIn } from './visit.ts';
import type { SignedIn, Visit } from './visit.ts';

export interface CodeInput {
  readonly kind: 'totp' | 'recovery-code';
  /** As typed: spaces are dropped. */
  readonly code: string;
}

export type ProofRefusal = 'not-signed-in' | 'not-enrolled' | 'wrong' | 'too-many';

/** The second factor, by an application's code or a recovery code, each once. The session gets a new token. */
export async function proveSecondFactor(
  visit: Visit,
  input: CodeInput,
): Promise<Decision<ProofRefusal, SignInOutcome>> {
  const { accounts, ctx } = visit;
  const signedIn = await findSignedIn(accounts, visit.headers);
  if (!signedIn) return refuse('not-signed-in');
  const login = await ctx.db.inInstallation((tx) => findLoginById(tx, signedIn.loginId));
  if (!login?.hasApplication) return refuse('not-enrolled');
  const checked = await checkCode(visit, signedIn, input);
  if (!checked.ok) return checked;
  const outcome = await renewSession(visit, signedIn, { at: signInNow(), kind: input.kind });
  if (!outcome) return refuse('not-signed-in');
  await ctx.db.inInstallation((tx) =>
    record(ctx, tx, {
      verb: 'accounts.prove-second-factor',
      networkId: null,
      subject: { kind: 'person', id: signedIn.personId },
      facts: { kind: input.kind },
    }),
  );
  return accept(outcome);
}

/** Whether the code is right, now, for the first time, within the number of tries. */
export async function checkCode(
  visit: Visit,
  { loginId }: SignedIn,
  { kind, code }: CodeInput,
): Promise<Decision<'wrong' | 'too-many'>> {
  const { db } = visit.ctx;
  const subject = `second-factor:${loginId}`;
  const now = signInNow();
  const isAllowed = await db.inInstallation((tx) =>
    countTry(tx, { subject, limit: CODE_LIMIT, now }),
  );
  if (!isAllowed) return refuse('too-many');
  const typed = code.replace(/\s/g, '');
  const isRight = await (kind === 'totp' ? isTotp(visit, typed) : isRecoveryCode(visit, typed));
  if (!isRight) return refuse('wrong');
  return db.inInstallation(async (tx) => {
    await deleteUsedCodesBefore(tx, now.subtract({ minutes: 10 }));
    const codeHash = hashToken(`${loginId}:${typed}`);
    if (!(await useCode(tx, { loginId, codeHash, now }))) return refuse('wrong');
    await forgetTries(tx, subject);
    return accept();
  });
}

function isTotp({ accounts, headers }: Visit, code: string): Promise<boolean> {
  return answersYes(accounts.identity.api.verifyTOTP({ body: { code }, headers }));
}

function isRecoveryCode({ accounts, headers }: Visit, code: string): Promise<boolean> {
  const body = { code, disableSession: true };
  return answersYes(accounts.identity.api.verifyBackupCode({ body, headers }));
}
