export { dropNotices, planNotices } from './use-cases/plan-notices.ts';
export type { NoticePlan } from './use-cases/plan-notices.ts';
export { deliverNotice } from './use-cases/deliver-notice.ts';
export type { Words } from './use-cases/deliver-notice.ts';
export { listReceipts, sweepNotices } from './use-cases/sweep-notices.ts';
export type { Notice, NoticeId } from './data/notices.ts';
