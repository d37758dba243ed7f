import type { ComponentChildren } from 'preact';

/** One stone around its own centre, about 120 wide and 44 high. */
const STONE = 'M-60 5C-64-13-38-23 3-21C42-20 64-11 60 6C57 20 33 23-3 21C-39 22-57 19-60 5Z';

const CAIRN = [
  { tone: 'a', x: 352, y: 318, size: 0.98, turn: 0 },
  { tone: 'b', x: 356, y: 283, size: 0.78, turn: 178 },
  { tone: 'warm', x: 350, y: 254, size: 0.62, turn: -3 },
  { tone: 'b', x: 354, y: 231, size: 0.46, turn: 182 },
  { tone: 'cool', x: 351, y: 213, size: 0.31, turn: -6 },
] as const;

const PINES = [
  { x: 58, y: 292, size: 1 },
  { x: 92, y: 284, size: 0.72 },
  { x: 436, y: 296, size: 0.86 },
] as const;

/** Hills, a dotted path, a cairn, someone walking: the picture of a network's first page. Decoration only. */
export function Landscape() {
  return (
    <svg class="landscape" viewBox="0 0 480 400" aria-hidden="true" focusable="false">
      <path class="landscape__sky" d="M0 0h480v400H0z" />
      <circle class="sun" cx="196" cy="112" r="46" />
      <path
        class="landscape__far"
        d="M0 236c60-52 108-84 172-46s92-66 152-54 98 52 156 30v234H0z"
      />
      <path class="landscape__mid" d="M0 286c80-58 150-40 222-20s158-52 258-12v146H0z" />
      <path class="trail" d="M206 326c34-14 6-40 44-58s66-22 58-50 20-44 26-66" />
      <path class="landscape__near" d="M0 344c90-52 190-46 272-18s148 8 208-16v90H0z" />
      {PINES.map(({ x, y, size }) => (
        <path
          key={x}
          class="landscape__pine"
          transform={`translate(${x} ${y}) scale(${size})`}
          d="M0-44 14-16H7L20 8H9l15 26H-24L-9 8H-20L-7-16H-14z"
        />
      ))}
      <path class="trail" d="M34 396c28-38 84-32 128-52s58-12 96-8" />
      {CAIRN.map(({ tone, x, y, size, turn }) => (
        <path
          key={y}
          class={`stone-${tone}`}
          d={STONE}
          transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`}
        />
      ))}
      <g class="walker" transform="translate(150 300)">
        <path class="walker__leg" d="M2 12-7 40M4 12l9 13-1 15" />
        <path class="walker__bag" d="M-17-16c0-5 4-7 8-7h6v30h-8c-5 0-7-3-7-7z" />
        <path
          class="walker__body"
          d="M-6-20c0-5 4-8 9-8s9 3 10 8l2 26c0 6-4 9-9 9H0c-5 0-7-3-7-8z"
        />
        <circle class="walker__head" cx="5" cy="-39" r="9.5" />
        <path class="walker__hat" d="M-7-42c3-10 20-11 25 0z" />
        <path class="walker__arm" d="M6-16l14 12M22-14l5 54" />
      </g>
    </svg>
  );
}

interface HeroProps {
  readonly eyebrow?: ComponentChildren;
  /** The page's h1. */
  readonly title: ComponentChildren;
  readonly lead?: ComponentChildren;
  /** A search form or the one button of what to do next. */
  readonly children?: ComponentChildren;
  /** Replaces the landscape. */
  readonly picture?: ComponentChildren;
}

/** The opening of a first page: words and what to do next on one side, the landscape on the other. */
export function Hero({ eyebrow, title, lead, children, picture }: HeroProps) {
  return (
    <div class="hero">
      <div class="hero__words">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </div>
      <div class="hero__picture">{picture ?? <Landscape />}</div>
    </div>
  );
}
