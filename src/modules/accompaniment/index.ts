export type { Contact, YouthContact } from './rules/contact.ts';
export type {
  Exchange,
  ExchangeFacts,
  ExchangeId,
  HelpRequest,
  HelpRequestId,
} from './rules/help-request.ts';
export type { Guardian, OpenFileRefusal, YouthFile, YouthSaid } from './rules/youth-file.ts';
export type { OpenFileInput } from './use-cases/open-youth-file.ts';

export { findOrOpenYouthFile, openYouthFile } from './use-cases/open-youth-file.ts';
export { openHelpRequest } from './use-cases/open-help-request.ts';
export { closeHelpRequest } from './use-cases/close-help-request.ts';
export { writeExchange } from './use-cases/write-exchange.ts';
export { claimYouthFiles } from './use-cases/claim-youth-files.ts';
export {
  findHelpRequest,
  findYouthFile,
  findYouthFileByContact,
  listHelpRequests,
  listTimeline,
  listYouthFiles,
  listYouthFilesOf,
} from './use-cases/read-youth-files.ts';
export { personalData } from './use-cases/personal-data.ts';
