import type { Tx } from '#platform/db/database.ts';
import type { NetworkId, YouthFileId } from '#platform/kernel/actor.ts';
import type { DataSubject } from '#platform/kernel/module.ts';
import { anonymiseFiles, listFileIdsOf, listForgottenFileIds } from '../data/forgetting.ts';
import { listExchangeRows, listHelpRequestRows } from '../data/help-requests.ts';
import { findYouthFileRow } from '../data/youth-files.ts';

interface Asked {
  readonly subject: DataSubject;
  /** The transaction's own network: row-level security shows no other. Ask once per network. */
  readonly networkId: NetworkId;
  readonly now: Temporal.Instant;
}

/** Columns that point to a person, claimed here. */
const COLUMNS = ['accompaniment.youth_file.person_id'] as const;

/**
 * Youth files of one network: a file, or all that a person has claimed. Erasing leaves dates and a year of birth,
 * which name nobody, so that figures stay true.
 */
export const personalData = {
  columns: COLUMNS,

  async export(tx: Tx, asked: Asked): Promise<Readonly<Record<string, unknown>> | null> {
    const files = [];
    for (const id of await filesOf(tx, asked.subject)) {
      const file = await exportFile(tx, asked.networkId, id);
      if (file) files.push(file);
    }
    return files.length > 0 ? { files } : null;
  },

  async erase(tx: Tx, asked: Asked): Promise<void> {
    await anonymiseFiles(tx, await filesOf(tx, asked.subject), asked.now);
  },

  /**
   * Anonymises the network's files on which nothing has happened since `before` (the network's `retention` setting
   * counted back from today) and says how many.
   */
  async retain(
    tx: Tx,
    limit: { readonly before: Temporal.Instant; readonly now: Temporal.Instant },
  ): Promise<number> {
    const ids = await listForgottenFileIds(tx, limit.before);
    await anonymiseFiles(tx, ids, limit.now);
    return ids.length;
  },
} as const;

async function filesOf(tx: Tx, subject: DataSubject): Promise<readonly YouthFileId[]> {
  return subject.kind === 'youth-file'
    ? [subject.youthFileId]
    : listFileIdsOf(tx, subject.personId);
}

async function exportFile(
  tx: Tx,
  networkId: NetworkId,
  id: YouthFileId,
): Promise<Readonly<Record<string, unknown>> | null> {
  const file = await findYouthFileRow(tx, networkId, id);
  if (!file) return null;
  const requests = await listHelpRequestRows(tx, networkId, [id]);
  const exchanges = await listExchangeRows(
    tx,
    networkId,
    requests.map((request) => request.id),
  );
  return {
    firstName: file.firstName,
    birthDate: file.birthDate.toString(),
    communeCode: file.communeCode,
    accessNeeds: file.accessNeeds,
    createdAt: file.createdAt.toString(),
    contacts: file.contacts.map(({ channel, value }) => ({ channel, value })),
    guardian: file.guardian && {
      name: file.guardian.name,
      contact: file.guardian.contact,
      agreedAt: file.guardian.agreedAt.toString(),
    },
    helpRequests: requests.map((request) => ({
      openedAt: request.openedAt.toString(),
      origin: request.origin,
      subject: request.subject,
      status: request.status,
      exchanges: exchanges
        .filter((exchange) => exchange.helpRequestId === request.id)
        .map(({ kind, at, summaryCode, facts }) => ({
          kind,
          at: at.toString(),
          summaryCode,
          facts,
        })),
    })),
  };
}
