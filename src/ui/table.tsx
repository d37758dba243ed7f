import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly align?: 'start' | 'end' | undefined;
  /** The link that sorts by this column, and how it is sorted now. */
  readonly sort?:
    | { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }
    | undefined;
}

export interface TableProps<Row> {
  readonly caption: ComponentChildren;
  /** `unseen` when a heading just above says the same. */
  readonly captionStyle?: 'seen' | 'unseen' | undefined;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** On a phone: `stack` turns each row into a card, `scroll` keeps figures side by side. */
  readonly narrow?: 'stack' | 'scroll' | undefined;
  /** Last row, for totals: cells by column key. */
  readonly foot?: Readonly<Record<string, ComponentChildren>> | undefined;
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { sort, header, align = 'start' } = column;
  return (
    <th scope="col" role="columnheader" class={`align-${align}`} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href}>
          {header}
          <span class={`sort sort--${sort.direction ?? 'none'}`}>
            <Icon name="chevron-down" />
          </span>
        </a>
      ) : (
        header
      )}
    </th>
  );
}

/** Rows read as a table by everyone: roles are repeated because a stacked display would take them away. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionStyle = 'seen', columns, rows, rowKey, narrow = 'stack', foot } = props;
  const table = (
    <table class={`table table--${narrow}`} role="table">
      <caption class={captionStyle === 'unseen' ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => (
              <BodyCell key={column.key} column={column} first={index === 0}>
                {column.cell(row)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <BodyCell key={column.key} column={column} first={index === 0}>
                {foot[column.key]}
              </BodyCell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    <div
      class="table-scroll"
      tabIndex={0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      {table}
    </div>
  );
}

interface BodyCellProps<Row> {
  readonly column: Column<Row>;
  readonly first: boolean;
  readonly children: ComponentChildren;
}

function BodyCell<Row>({ column, first, children }: BodyCellProps<Row>) {
  const align = `align-${column.align ?? 'start'}`;
  return first ? (
    <th scope="row" role="rowheader" class={align}>
      {children}
    </th>
  ) : (
    <td role="cell" class={align} data-label={column.header}>
      {children}
    </td>
  );
}
