import { Disclosure } from './card.tsx';
import { formatNumber } from './format.ts';
import { Table } from './table.tsx';

export interface Bar {
  readonly label: string;
  /** Zero or more; a negative value is drawn as zero and written as it is. */
  readonly value: number;
}

interface BarChartProps {
  readonly title: string;
  readonly labelHeader: string;
  readonly valueHeader: string;
  readonly bars: readonly Bar[];
  /** Writes a value; whole numbers unless told. */
  readonly format?: ((value: number) => string) | undefined;
  readonly tone?: 'warm' | 'cool' | undefined;
  /** Words that open the table: « Voir les chiffres en tableau ». */
  readonly tableLabel: string;
}

const ROW = 44;
const LENGTH = 560;

function BarRow({
  bar,
  at,
  max,
  text,
}: {
  readonly bar: Bar;
  readonly at: number;
  readonly max: number;
  readonly text: string;
}) {
  const length = max > 0 ? Math.max(0, (bar.value / max) * LENGTH) : 0;
  return (
    <g transform={`translate(0 ${at * ROW})`}>
      <text class="chart__label" x="0" y="16">
        {bar.label}
      </text>
      <rect class="chart__ground" x="0" y="22" width={LENGTH} height="14" rx="7" />
      {length > 0 && (
        <rect
          class="chart__bar"
          x="0"
          y="22"
          width={Math.max(14, Math.round(length))}
          height="14"
          rx="7"
        />
      )}
      <text class="chart__value" x="640" y="35" text-anchor="end">
        {text}
      </text>
    </g>
  );
}

/** Bars drawn on the server, and the table that says the same. The drawing is hidden from readers: the table is theirs. */
export function BarChart({
  title,
  labelHeader,
  valueHeader,
  bars,
  format = (value) => formatNumber(value),
  tone = 'cool',
  tableLabel,
}: BarChartProps) {
  const max = Math.max(0, ...bars.map((bar) => bar.value));
  const height = Math.max(1, bars.length) * ROW;
  return (
    <figure class={`chart chart--${tone}`}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 640 ${height}`} aria-hidden="true" focusable="false">
        {bars.map((bar, at) => (
          <BarRow key={bar.label} bar={bar} at={at} max={max} text={format(bar.value)} />
        ))}
      </svg>
      <Disclosure summary={tableLabel}>
        <Table
          caption={title}
          captionStyle="unseen"
          narrow="scroll"
          rowKey={(bar) => bar.label}
          rows={bars}
          columns={[
            { key: 'label', header: labelHeader, cell: (bar) => bar.label },
            { key: 'value', header: valueHeader, align: 'end', cell: (bar) => format(bar.value) },
          ]}
        />
      </Disclosure>
    </figure>
  );
}
