import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page.tsx';
import type { Security } from '../../use-cases/read-security.ts';
import { accountPaths } from '../paths.ts';
import { deviceOf } from './device.ts';
import { sessionTexts as texts } from './texts.ts';

export function SessionsPage({ security }: { readonly security: Security }) {
  return (
    <>
      <PageTitle title={texts.title} lead={texts.lead} />
      <SessionsCard security={security} />
      <ApplicationCard security={security} />
      <PasskeysCard security={security} />
      <Card title={texts.close} as="section" tone="quiet">
        <p>{texts.closeText}</p>
        <p>
          <a href={accountPaths.close}>{texts.closeLink}</a>
        </p>
      </Card>
    </>
  );
}

function SessionsCard({ security: { sessions, signedIn } }: { readonly security: Security }) {
  return (
    <Card title={texts.sessions} as="section">
      <p>{texts.sessionsText}</p>
      <ul>
        {sessions.map(({ sessionId, userAgent, startedAt }) => {
          const device = deviceOf(userAgent) ?? texts.unknown;
          const since = `${texts.since} ${dayOf(startedAt)}`;
          return (
            <li key={sessionId}>
              <strong>{device}</strong> {sessionId === signedIn.sessionId && `(${texts.here})`}{' '}
              <span>{since}</span>
              <Form action={accountPaths.endSession(sessionId)} layout="line">
                <Button kind="secondary" size="small" about={`${device}, ${since}`}>
                  {texts.end}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Form action={accountPaths.endOtherSessions}>
          <Button kind="secondary">{texts.endOthers}</Button>
        </Form>
      )}
    </Card>
  );
}

function ApplicationCard({ security }: { readonly security: Security }) {
  const { hasApplication, hasPassword, mayEnrol } = security;
  return (
    <Card title={texts.secondFactor} as="section">
      <p>{hasApplication ? texts.hasApplication : texts.noApplication}</p>
      {!hasApplication && mayEnrol && (
        <ButtonLink href={accountPaths.enrol} kind="secondary">
          {texts.addApplication}
        </ButtonLink>
      )}
      {hasApplication && (
        <>
          <p>
            <a href={accountPaths.recoveryCodes}>{texts.showCodes}</a>
          </p>
          <Form action={accountPaths.renewRecoveryCodes}>
            {hasPassword && (
              <TextField
                name="password"
                type="password"
                autocomplete="current-password"
                label={texts.password}
              />
            )}
            <Button kind="secondary">{texts.renewCodes}</Button>
          </Form>
        </>
      )}
    </Card>
  );
}

function PasskeysCard({ security: { passkeys, mayEnrol } }: { readonly security: Security }) {
  return (
    <Card title={texts.passkeys} as="section">
      <p>{texts.passkeysText}</p>
      {passkeys.length === 0 && <p>{texts.passkeysNone}</p>}
      <ul>
        {passkeys.map(({ id, name, addedAt }) => (
          <li key={id}>
            {name ?? texts.passkeyName} {addedAt && `(${dayOf(addedAt)})`}
            <Form action={accountPaths.deletePasskey(id)} layout="line">
              <Button kind="secondary" size="small" about={name ?? texts.passkeyName}>
                {texts.deletePasskey}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {mayEnrol && (
        <>
          <noscript>
            <p>{texts.passkeyScript}</p>
          </noscript>
          <div data-passkey-add={accountPaths.passkeys} hidden>
            <Button type="button" kind="secondary" icon="plus">
              {texts.addPasskey}
            </Button>
            <p role="status" />
          </div>
        </>
      )}
    </Card>
  );
}

export function ClosePage() {
  return (
    <>
      <PageTitle title={texts.close} lead={texts.closeText} />
      <Form action={accountPaths.close}>
        <ButtonRow>
          <Button kind="danger">{texts.closeButton}</Button>
          <ButtonLink href={accountPaths.sessions} kind="secondary">
            {texts.closeCancel}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

function dayOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/Paris').toLocaleString('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}
