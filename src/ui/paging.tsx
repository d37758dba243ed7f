import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { formatCount, formatNumber, type Noun } from './format.ts';

/** Pages shown around the current one: first, last, and one neighbour each side; 0 stands for a gap. */
export function pagesShown(page: number, pages: number): readonly number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1] ?? one - 1;
    if (one - before === 2) return [one - 1, one];
    return one - before > 2 ? [0, one] : [one];
  });
}

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly noun: Noun;
  readonly hrefOf: (page: number) => string;
  readonly label?: string | undefined;
}

/** « 128 structures · page 2 sur 7 », then the links; the count alone when one page holds everything. */
export function Pagination({ page, pages, total, noun, hrefOf, label = 'Pages' }: PaginationProps) {
  const count = formatCount(total, noun);
  if (pages <= 1) return <p class="pagination__count">{count}</p>;
  return (
    <nav class="pagination" aria-label={label}>
      <p class="pagination__count">
        {count} · page {formatNumber(page)} sur {formatNumber(pages)}
      </p>
      <ul>
        {page > 1 && (
          <li>
            <a class="pagination__step" href={hrefOf(page - 1)} rel="prev">
              <Icon name="arrow-left" /> Précédente
              <span class="unseen"> : page {page - 1}</span>
            </a>
          </li>
        )}
        {pagesShown(page, pages).map((one, index) => (
          <li key={one === 0 ? `gap-${index}` : one} class="pagination__page">
            {one === 0 ? (
              <span class="pagination__gap">…</span>
            ) : (
              <a href={hrefOf(one)} aria-current={one === page ? 'page' : undefined}>
                <span class="unseen">Page </span>
                {one}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a class="pagination__step" href={hrefOf(page + 1)} rel="next">
              Suivante <Icon name="arrow-right" />
              <span class="unseen"> : page {page + 1}</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

interface Way {
  readonly href: string;
  readonly label: ComponentChildren;
}

interface ListNavProps {
  readonly label: string;
  readonly earlier?: Way | undefined;
  readonly later?: Way | undefined;
}

/** « Plus tôt », « Plus tard »: moving along time, when there is no last page. */
export function ListNav({ label, earlier, later }: ListNavProps) {
  return (
    <nav class="list-nav" aria-label={label}>
      {earlier && (
        <a class="button button--secondary" href={earlier.href} rel="prev">
          <Icon name="arrow-left" />
          <span>{earlier.label}</span>
        </a>
      )}
      {later && (
        <a class="button button--secondary list-nav__later" href={later.href} rel="next">
          <span>{later.label}</span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

/** Views of the same thing, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.icon && <Icon name={tab.icon} />}
              <span>{tab.label}</span>
              {tab.count !== undefined && <span class="count">{formatNumber(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface StepsProps {
  readonly label?: string | undefined;
  /** Their names, in order. */
  readonly steps: readonly string[];
  /** From 1. */
  readonly current: number;
}

/** Stones along a path: « Étape 1 sur 3 : Choisir ». */
export function Steps({ label = 'Étapes', steps, current }: StepsProps) {
  const stateOf = (index: number) => {
    if (index + 1 < current) return 'done';
    return index + 1 === current ? 'current' : 'ahead';
  };
  return (
    <div class="steps">
      <p class="steps__now">
        Étape {current} sur {steps.length} : <strong>{steps[current - 1]}</strong>
      </p>
      <ol aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step}
            class={`steps__${stateOf(index)}`}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            <span class="steps__stone">
              {stateOf(index) === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <span class="steps__name">
              {step}
              {stateOf(index) === 'done' && <span class="unseen"> (fait)</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
