import type { Ctx } from '#platform/context.ts';
import type { YouthFileId } from '#platform/kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import { listYouthFiles } from '#modules/accompaniment/index.ts';
import type { YouthFile } from '#modules/accompaniment/index.ts';
import { ageOn } from '#modules/accompaniment/pure.ts';
import { departementCodeOf } from '#modules/territories/pure.ts';
import { listStatisticRows } from '../data/statistics.query.ts';
import type { StatisticRow } from '../data/statistics.query.ts';
import { ageBandOf, countedOutcome } from '../rules/statistics.ts';
import type { CountedInterview } from '../rules/statistics.ts';
import type { Coordinated } from './coordination-reach.ts';

/** Local days of the network, both included. */
export interface StatisticPeriod {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/** Files are asked for by so many, so that a statement stays of a reasonable length. */
const FILES_AT_ONCE = 5000;

/** Every interview of the period as figures see it. Ages are those of the day of the interview. */
export async function readStatistics(
  ctx: Ctx,
  { network, reach }: Coordinated,
  period: StatisticPeriod,
): Promise<readonly CountedInterview[]> {
  const { timeZone } = network.settings;
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  const window = { start: startOf(period.from), end: startOf(period.until.add({ days: 1 })) };
  const now = ctx.now().epochMilliseconds;
  return ctx.db.inNetwork(network.id, async (tx) => {
    const rows = await listStatisticRows(tx, { reach, window });
    const files = await filesOf(tx, network.id, rows);
    return rows.map((row) =>
      countedOf(row, row.youthFileId ? files.get(row.youthFileId) : undefined, now),
    );
  });
}

async function filesOf(
  tx: Tx,
  networkId: Coordinated['network']['id'],
  rows: readonly StatisticRow[],
): Promise<ReadonlyMap<YouthFileId, YouthFile>> {
  const ids = [...new Set(rows.flatMap((row) => row.youthFileId ?? []))];
  const files = new Map<YouthFileId, YouthFile>();
  for (let at = 0; at < ids.length; at += FILES_AT_ONCE) {
    const some = await listYouthFiles(tx, { networkId, ids: ids.slice(at, at + FILES_AT_ONCE) });
    for (const file of some) files.set(file.id, file);
  }
  return files;
}

function countedOf(row: StatisticRow, file: YouthFile | undefined, now: number): CountedInterview {
  const day = Temporal.Instant.fromEpochMilliseconds(row.period.start)
    .toZonedDateTimeISO(row.zone)
    .toPlainDate();
  return {
    month: day.toString().slice(0, 7),
    departement: file?.communeCode ? departementCodeOf(file.communeCode) : null,
    mode: row.mode,
    ageBand: ageBandOf(file ? ageOn(file.birthDate, day) : null),
    outcome: countedOutcome(
      { status: row.status, ...row.period, cancelledBy: row.cancelledBy },
      now,
    ),
  };
}
