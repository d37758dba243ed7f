import type { ReadFrom } from '#platform/db/reading.ts';
import { readInNetwork } from '#platform/db/reading.ts';
import type { NetworkId, PersonId, YouthFileId } from '#platform/kernel/actor.ts';
import {
  findHelpRequestRow,
  listExchangeRows,
  listHelpRequestRows,
} from '../data/help-requests.ts';
import type { FileSearch } from '../data/youth-files.ts';
import {
  findFileIdByContact,
  findYouthFileRow,
  listYouthFileRows,
  listYouthFileRowsOf,
} from '../data/youth-files.ts';
import type { Exchange, HelpRequest, HelpRequestId } from '../rules/help-request.ts';
import type { YouthFile } from '../rules/youth-file.ts';

export function findYouthFile(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly youthFileId: YouthFileId },
): Promise<YouthFile | null> {
  return readInNetwork(from, where.networkId, (tx) =>
    findYouthFileRow(tx, where.networkId, where.youthFileId),
  );
}

/** Those of these files that exist in the network; in no order that matters. */
export function listYouthFiles(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly ids: readonly YouthFileId[] },
): Promise<readonly YouthFile[]> {
  return readInNetwork(from, where.networkId, (tx) =>
    listYouthFileRows(tx, where.networkId, where.ids),
  );
}

/** The files that a person has claimed in the network. */
export function listYouthFilesOf(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly personId: PersonId },
): Promise<readonly YouthFile[]> {
  return readInNetwork(from, where.networkId, (tx) =>
    listYouthFileRowsOf(tx, where.networkId, where.personId),
  );
}

/** The file that `findOrOpenYouthFile` would find, without opening one: to say that an appointment is open already. */
export function findYouthFileByContact(
  from: ReadFrom,
  search: FileSearch,
): Promise<YouthFileId | null> {
  return readInNetwork(from, search.networkId, (tx) =>
    search.contacts.length === 0 ? Promise.resolve(null) : findFileIdByContact(tx, search),
  );
}

export function findHelpRequest(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly helpRequestId: HelpRequestId },
): Promise<HelpRequest | null> {
  return readInNetwork(from, where.networkId, (tx) =>
    findHelpRequestRow(tx, where.networkId, where.helpRequestId),
  );
}

/** The help requests of some files, latest first. */
export function listHelpRequests(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly youthFileIds: readonly YouthFileId[] },
): Promise<readonly HelpRequest[]> {
  return readInNetwork(from, where.networkId, (tx) =>
    listHelpRequestRows(tx, where.networkId, where.youthFileIds),
  );
}

/** What has been done about these help requests, oldest first. */
export function listTimeline(
  from: ReadFrom,
  where: { readonly networkId: NetworkId; readonly helpRequestIds: readonly HelpRequestId[] },
): Promise<readonly Exchange[]> {
  return readInNetwork(from, where.networkId, (tx) =>
    listExchangeRows(tx, where.networkId, where.helpRequestIds),
  );
}
