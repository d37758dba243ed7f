import { renderToString } from 'preact-render-to-string';
import { deriveNetworkTheme, type AccentTokens, type NetworkColours } from './theme.ts';

/** A mail is a list of blocks; its HTML and its plain text say the same because both come from them. */
export type MailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'facts';
      readonly facts: readonly { readonly label: string; readonly value: string }[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'small'; readonly text: string };

export interface Mail {
  /** The first title, said again in the tab: usually close to the subject. */
  readonly title: string;
  /** The grey line that inboxes show after the subject; not shown in the mail itself. */
  readonly preview?: string | undefined;
  /** Who writes: the network's name, and its colours if it has its own. */
  readonly brand: { readonly name: string; readonly colours?: NetworkColours | undefined };
  readonly blocks: readonly MailBlock[];
  /** Why this was sent, who answers; one paragraph each. */
  readonly footer: readonly string[];
  readonly lang?: string | undefined;
}

const CAIRN_COLOURS: NetworkColours = { warm: '#c9401a', cool: '#0f727b' };
const FONT =
  "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:|sms:)/i;

/** Refuses an address that is not a web page, a mail, a call or an SMS. */
function safeUrl(url: string): string {
  if (!SAFE_URL.test(url)) throw new RangeError('A mail links only to https, mailto, tel or sms');
  return url;
}

/** Inline styles hold the light theme; clients that know dark mode take these rules. CSP does not apply to mails. */
function darkRules(dark: AccentTokens): string {
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    '.m-ground{background:#161a29!important;color:#f7efdf!important}',
    '.m-paper{background:#20253a!important;border-color:#3a4059!important}',
    '.m-soft{color:#c4c2c6!important}',
    `.m-link{color:${dark['cool-text']}!important}`,
    `.m-button{background:${dark.warm}!important;color:${dark['on-warm']}!important}`,
    `.m-notice{background:${dark['warm-soft']}!important;border-color:${dark.warm}!important}`,
    '.m-line{border-color:#3a4059!important}',
    '}',
  ].join('');
}

interface BlockProps {
  readonly block: MailBlock;
  readonly light: AccentTokens;
}

function Facts({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}) {
  return (
    <dl style="margin:0 0 20px">
      {facts.map((fact) => (
        <div
          key={fact.label}
          class="m-line"
          style="padding:10px 0;border-bottom:2px dotted #dccdb0"
        >
          <dt class="m-soft" style="margin:0;font-size:15px;color:#4c5168">
            {fact.label}
          </dt>
          <dd style="margin:0;font-size:18px;font-weight:700;overflow-wrap:anywhere">
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Action({
  label,
  url,
  light,
}: {
  readonly label: string;
  readonly url: string;
  readonly light: AccentTokens;
}) {
  return (
    <p style="margin:0 0 20px">
      <a
        class="m-button"
        href={safeUrl(url)}
        style={`display:inline-block;padding:14px 26px;border-radius:99px;background:${light.warm};color:${light['on-warm']};font-weight:700;text-decoration:none`}
      >
        {label}
      </a>
    </p>
  );
}

function Block({ block, light }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return <h2 style="margin:28px 0 10px;font-size:21px;line-height:1.25">{block.text}</h2>;
    case 'paragraph':
      return <p style="margin:0 0 16px">{block.text}</p>;
    case 'notice':
      return (
        <p
          class="m-notice"
          style={`margin:0 0 20px;padding:14px 18px;border:2px solid ${light.warm};border-radius:14px;background:${light['warm-soft']};font-weight:700`}
        >
          {block.text}
        </p>
      );
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'list':
      return (
        <ul style="margin:0 0 16px;padding-left:22px">
          {block.items.map((item) => (
            <li key={item} style="margin:0 0 6px">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'action':
      return <Action label={block.label} url={block.url} light={light} />;
    case 'link':
      return (
        <p style="margin:0 0 16px">
          <a
            class="m-link"
            href={safeUrl(block.url)}
            style={`color:${light['cool-text']};font-weight:700`}
          >
            {block.label}
          </a>
        </p>
      );
    case 'small':
      return (
        <p class="m-soft" style="margin:0 0 14px;font-size:15px;color:#4c5168">
          {block.text}
        </p>
      );
  }
}

function MailDocument({ mail }: { readonly mail: Mail }) {
  const { light, dark } = deriveNetworkTheme(mail.brand.colours ?? CAIRN_COLOURS);
  return (
    <html lang={mail.lang ?? 'fr'} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{mail.title}</title>
        <style dangerouslySetInnerHTML={{ __html: darkRules(dark) }} />
      </head>
      <body
        class="m-ground"
        style={`margin:0;padding:0;background:#f5eddd;color:#1e2440;font-size:17px;line-height:1.55;${FONT}`}
      >
        {mail.preview && (
          <div style="display:none;max-height:0;overflow:hidden">{mail.preview}</div>
        )}
        <div
          class="m-ground"
          style="max-width:600px;margin:0 auto;padding:24px 16px 40px;background:#f5eddd;color:#1e2440"
        >
          <p style="margin:0 0 14px;font-size:18px;font-weight:800">{mail.brand.name}</p>
          <div
            role="main"
            class="m-paper"
            style="padding:28px 24px 14px;border:1px solid #dccdb0;border-radius:22px;background:#fffcf5"
          >
            <h1 style="margin:0 0 18px;font-size:27px;line-height:1.2;letter-spacing:-0.02em">
              {mail.title}
            </h1>
            {mail.blocks.map((block, at) => (
              <Block key={at} block={block} light={light} />
            ))}
          </div>
          {mail.footer.map((line) => (
            <p key={line} class="m-soft" style="margin:16px 8px 0;font-size:15px;color:#4c5168">
              {line}
            </p>
          ))}
        </div>
      </body>
    </html>
  );
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(60, [...block.text].length))}`;
    case 'paragraph':
    case 'small':
      return block.text;
    case 'notice':
      return `! ${block.text}`;
    case 'facts':
      return block.facts.map((fact) => `${fact.label}\u00a0: ${fact.value}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'action':
    case 'link':
      return `${block.label}\u00a0:\n${safeUrl(block.url)}`;
  }
}

/** The plain-text twin, each block apart from the next by an empty line. */
export function mailText(mail: Mail): string {
  const parts = [
    mail.title,
    ...mail.blocks.map(textOf),
    ['-- ', mail.brand.name, ...mail.footer].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The HTML document. */
export function mailHtml(mail: Mail): string {
  return `<!doctype html>\n${renderToString(<MailDocument mail={mail} />)}`;
}

/** Both forms of a mail, from the same blocks. */
export function renderMail(mail: Mail): { readonly html: string; readonly text: string } {
  return { html: mailHtml(mail), text: mailText(mail) };
}
