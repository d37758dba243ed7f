export const OWN_TIME_ISLAND = 'appointments/own-time';

interface OwnTimeProps {
  /** Epoch milliseconds of an hour shown on the page. */
  readonly at: number;
  readonly zone: string;
  readonly wording: 'tu' | 'vous';
}

/** Empty and hidden until the island finds that the visitor's clock is not the place's. */
export function OwnTime({ at, zone, wording }: OwnTimeProps) {
  return <p data-own-time={zone} data-instant={String(at)} data-wording={wording} hidden />;
}
