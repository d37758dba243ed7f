import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, PersonId, YouthFileId } from '#platform/kernel/actor.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Contact, YouthContact } from '../rules/contact.ts';
import type { YouthFile } from '../rules/youth-file.ts';
import { youthContactTable, youthFileTable } from './schema.ts';

type FileRow = typeof youthFileTable.$inferSelect;
type ContactRow = typeof youthContactTable.$inferSelect;

function fileOf(row: FileRow, contacts: readonly ContactRow[]): YouthFile {
  const { guardianName: name, guardianContact: contact, guardianAgreedAt: agreedAt } = row;
  const { id, networkId, firstName, birthDate, communeCode, accessNeeds, personId, createdAt } =
    row;
  return {
    ...{ id, networkId, firstName, birthDate, communeCode, accessNeeds, personId, createdAt },
    guardian: name !== null && contact !== null && agreedAt ? { name, contact, agreedAt } : null,
    contacts: contacts.map(({ channel, value, origin, verifiedAt }) => ({
      channel,
      value,
      origin,
      verifiedAt,
    })),
  };
}

async function listWhere(tx: Tx, where: SQL | undefined): Promise<YouthFile[]> {
  const rows = await tx
    .select({ file: youthFileTable, contact: youthContactTable })
    .from(youthFileTable)
    .leftJoin(youthContactTable, eq(youthContactTable.youthFileId, youthFileTable.id))
    .where(where)
    .orderBy(
      asc(youthFileTable.id),
      asc(youthContactTable.addedAt),
      sql`${youthContactTable.origin} = 'unproven'`,
      asc(youthContactTable.channel),
      asc(youthContactTable.value),
    );
  const files = new Map<YouthFileId, { file: FileRow; contacts: ContactRow[] }>();
  for (const { file, contact } of rows) {
    const entry = files.get(file.id) ?? { file, contacts: [] };
    if (contact) entry.contacts.push(contact);
    files.set(file.id, entry);
  }
  return [...files.values()].map(({ file, contacts }) => fileOf(file, contacts));
}

export async function findYouthFileRow(
  tx: Tx,
  networkId: NetworkId,
  id: YouthFileId,
): Promise<YouthFile | null> {
  const [file] = await listWhere(
    tx,
    and(eq(youthFileTable.networkId, networkId), eq(youthFileTable.id, id)),
  );
  return file ?? null;
}

export async function listYouthFileRows(
  tx: Tx,
  networkId: NetworkId,
  ids: readonly YouthFileId[],
): Promise<YouthFile[]> {
  if (ids.length === 0) return [];
  return listWhere(
    tx,
    and(eq(youthFileTable.networkId, networkId), inArray(youthFileTable.id, [...ids])),
  );
}

export async function listYouthFileRowsOf(
  tx: Tx,
  networkId: NetworkId,
  personId: PersonId,
): Promise<YouthFile[]> {
  return listWhere(
    tx,
    and(eq(youthFileTable.networkId, networkId), eq(youthFileTable.personId, personId)),
  );
}

export interface FileSearch {
  readonly networkId: NetworkId;
  readonly birthDate: Temporal.PlainDate;
  readonly contacts: readonly Contact[];
}

/** The oldest file of that birth date for which one of these contacts speaks. */
export async function findFileIdByContact(tx: Tx, search: FileSearch): Promise<YouthFileId | null> {
  const [row] = await tx
    .select({ id: youthFileTable.id })
    .from(youthContactTable)
    .innerJoin(youthFileTable, eq(youthFileTable.id, youthContactTable.youthFileId))
    .where(
      and(
        eq(youthContactTable.networkId, search.networkId),
        eq(youthFileTable.networkId, search.networkId),
        eq(youthFileTable.birthDate, search.birthDate),
        isNull(youthFileTable.anonymisedAt),
        anyOf(search.contacts),
        // The same as `speaksForFile`.
        or(ne(youthContactTable.origin, 'unproven'), isNotNull(youthContactTable.verifiedAt)),
      ),
    )
    .orderBy(asc(youthFileTable.createdAt), asc(youthFileTable.id))
    .limit(1);
  return row?.id ?? null;
}

function anyOf(contacts: readonly Contact[]): SQL | undefined {
  return or(
    ...contacts.map(({ channel, value }) =>
      and(eq(youthContactTable.channel, channel), eq(youthContactTable.value, value)),
    ),
  );
}

/** Whoever opens a file for the same network, birth date and one same contact waits for the end of this transaction. */
export async function lockOpening(tx: Tx, search: FileSearch): Promise<void> {
  const keys = search.contacts
    .map(({ value }) => `youth-file ${search.networkId} ${search.birthDate.toString()} ${value}`)
    .toSorted();
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from (select unnest(array[${list}]) as key order by 1) keys`,
  );
}

export interface NewContact extends Contact {
  readonly id: Id<'YouthContact'>;
  readonly origin: YouthContact['origin'];
}

export async function saveYouthFile(
  tx: Tx,
  file: Omit<YouthFile, 'contacts' | 'personId'>,
): Promise<void> {
  const { guardian, ...same } = file;
  await tx.insert(youthFileTable).values({
    ...same,
    guardianName: guardian?.name ?? null,
    guardianContact: guardian?.contact ?? null,
    guardianAgreedAt: guardian?.agreedAt ?? null,
  });
}

/** Contacts that the file has already are left as they are. */
export async function saveYouthContacts(
  tx: Tx,
  file: Pick<YouthFile, 'id' | 'networkId'>,
  added: { readonly at: Temporal.Instant; readonly contacts: readonly NewContact[] },
): Promise<void> {
  await tx
    .insert(youthContactTable)
    .values(
      added.contacts.map((contact) => ({
        ...contact,
        networkId: file.networkId,
        youthFileId: file.id,
        addedAt: added.at,
      })),
    )
    .onConflictDoNothing();
}

/** Files of the network not yet claimed for which that contact speaks become the person's; the contact is now proved. */
export async function claimFileRows(
  tx: Tx,
  proof: { readonly networkId: NetworkId; readonly personId: PersonId; readonly contact: Contact },
  at: Temporal.Instant,
): Promise<YouthFileId[]> {
  const { networkId, personId, contact } = proof;
  const spoken = tx
    .select({ id: youthContactTable.youthFileId })
    .from(youthContactTable)
    .where(
      and(
        eq(youthContactTable.networkId, networkId),
        anyOf([contact]),
        or(ne(youthContactTable.origin, 'unproven'), isNotNull(youthContactTable.verifiedAt)),
      ),
    );
  const claimed = await tx
    .update(youthFileTable)
    .set({ personId, claimedAt: at })
    .where(
      and(
        eq(youthFileTable.networkId, networkId),
        isNull(youthFileTable.personId),
        isNull(youthFileTable.anonymisedAt),
        inArray(youthFileTable.id, spoken),
      ),
    )
    .returning({ id: youthFileTable.id });
  const ids = claimed.map(({ id }) => id);
  if (ids.length > 0) {
    await tx
      .update(youthContactTable)
      .set({ verifiedAt: at })
      .where(
        and(
          inArray(youthContactTable.youthFileId, ids),
          anyOf([contact]),
          isNull(youthContactTable.verifiedAt),
        ),
      );
  }
  return ids;
}
