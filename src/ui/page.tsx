import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Horizon } from './drawing.tsx';

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface PageProps {
  /** The whole title of the tab, the most particular first: « Rendez-vous · So Mobilité ». */
  readonly title: string;
  readonly surface: 'public' | 'pro';
  readonly description?: string | undefined;
  /** Addresses, in order; a network's own sheet comes last. */
  readonly stylesheets: readonly string[];
  /** Addresses of module scripts (islands). */
  readonly scripts?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  /** Chosen by the person; without it the machine's preference holds. */
  readonly theme?: ThemeName | undefined;
  readonly bodyClass?: string | undefined;
  /** `none` keeps the page out of search engines (private links, professional pages). */
  readonly robots?: 'none' | undefined;
  readonly canonical?: string | undefined;
  /** Address of the icon of the tab. */
  readonly favicon?: string | undefined;
  /** Anything more for the head (alternate, JSON-LD link). */
  readonly head?: ComponentChildren;
  readonly skipLabel?: string | undefined;
  /** Inside `<header>`: usually a `SiteHead`. */
  readonly header: ComponentChildren;
  /** Between header and main, full width (demonstration strip, alert for all). */
  readonly banner?: ComponentChildren;
  /** Beside main on a wide screen, above it on a phone (professional sections). */
  readonly aside?: ComponentChildren;
  /** Inside `<footer>`. */
  readonly footer: ComponentChildren;
  /** `narrow` suits a form or an article, `wide` a calendar or a table. */
  readonly width?: 'narrow' | 'normal' | 'wide' | undefined;
  readonly children: ComponentChildren;
}

function Head(props: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5eddd" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171a26" />
      <meta name="format-detection" content="telephone=no" />
      {props.description && <meta name="description" content={props.description} />}
      {props.robots && <meta name="robots" content={props.robots} />}
      {props.canonical && <link rel="canonical" href={props.canonical} />}
      {props.favicon && <link rel="icon" href={props.favicon} />}
      {props.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {(props.scripts ?? []).map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {props.head}
    </head>
  );
}

/** The whole document: one `main` with id `contenu`, landmarks, skip link first. Render it with `renderPage`. */
export function Page(props: PageProps) {
  const { surface, bodyClass, width = 'normal' } = props;
  const body = bodyClass ? `surface-${surface} ${bodyClass}` : `surface-${surface}`;
  return (
    <html lang={props.lang ?? 'fr'} data-theme={props.theme}>
      <Head {...props} />
      <body class={body} id="haut">
        <a class="skip-link" href="#contenu">
          {props.skipLabel ?? 'Aller au contenu'}
        </a>
        <div class="dots" aria-hidden="true" />
        <header class="site-header">{props.header}</header>
        {props.banner}
        <div
          class={
            props.aside
              ? `site-body site-body--aside wrap wrap--${width}`
              : `site-body wrap wrap--${width}`
          }
        >
          {props.aside}
          <main id="contenu" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        <footer class="site-footer">
          <Horizon />
          <div class="site-footer__ground">
            <div class="wrap wrap--normal">{props.footer}</div>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The document's text, with its doctype. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}

interface PageTitleProps {
  /** The only h1 of the page. */
  readonly title: ComponentChild;
  readonly eyebrow?: ComponentChild;
  readonly lead?: ComponentChildren;
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren;
}

/** The page's opening: eyebrow, h1 over its dotted trail, one or two sentences. */
export function PageTitle({ title, eyebrow, lead, actions }: PageTitleProps) {
  return (
    <div class="page-title">
      <div class="page-title__words">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="page-title__actions button-row">{actions}</div>}
    </div>
  );
}
