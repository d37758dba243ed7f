import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { PersonId, YouthFileId } from '#platform/kernel/actor.ts';
import { exchangeTable, helpRequestTable, youthContactTable, youthFileTable } from './schema.ts';

/** The files a person has claimed, in the network of the transaction. */
export async function listFileIdsOf(tx: Tx, personId: PersonId): Promise<YouthFileId[]> {
  const rows = await tx
    .select({ id: youthFileTable.id })
    .from(youthFileTable)
    .where(eq(youthFileTable.personId, personId));
  return rows.map(({ id }) => id);
}

/** Files opened before that instant on which nothing has happened since, in the network of the transaction. */
export async function listForgottenFileIds(
  tx: Tx,
  before: Temporal.Instant,
): Promise<YouthFileId[]> {
  const limit = before.toString();
  const rows = await tx
    .select({ id: youthFileTable.id })
    .from(youthFileTable)
    .where(
      and(
        isNull(youthFileTable.anonymisedAt),
        sql`${youthFileTable.createdAt} < ${limit}::timestamptz`,
        sql`not exists (select from accompaniment.help_request r where r.network_id = ${youthFileTable.networkId}
          and r.youth_file_id = ${youthFileTable.id} and (r.opened_at >= ${limit}::timestamptz
            or exists (select from accompaniment.exchange e where e.network_id = r.network_id and e.help_request_id = r.id
              and greatest(e.at, e.written_at) >= ${limit}::timestamptz)))`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Names, contacts and words go; the year of birth and the dates of what happened stay, for figures. */
export async function anonymiseFiles(
  tx: Tx,
  ids: readonly YouthFileId[],
  at: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  const files = [...ids];
  await tx.delete(youthContactTable).where(inArray(youthContactTable.youthFileId, files));
  await tx
    .update(youthFileTable)
    .set({
      firstName: 'Dossier anonyme',
      birthDate: sql`date_trunc('year', ${youthFileTable.birthDate}::timestamp)::date`,
      communeCode: null,
      accessNeeds: null,
      personId: null,
      claimedAt: null,
      guardianName: null,
      guardianContact: null,
      guardianAgreedAt: null,
      anonymisedAt: at,
    })
    .where(inArray(youthFileTable.id, files));
  const requests = await tx
    .update(helpRequestTable)
    .set({ subject: null })
    .where(inArray(helpRequestTable.youthFileId, files))
    .returning({ id: helpRequestTable.id });
  if (requests.length === 0) return;
  const ofRequests = inArray(
    exchangeTable.helpRequestId,
    requests.map(({ id }) => id),
  );
  await tx.update(exchangeTable).set({ facts: {} }).where(ofRequests);
}
