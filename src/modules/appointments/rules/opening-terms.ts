import { accept, refuse } from '#platform/kernel/decision.ts';
import type { Decision } from '#platform/kernel/decision.ts';
import type { AppointmentMode, Block } from './calendar.ts';

/** How one meets in an opening, before it is saved. */
export interface OpeningTerms {
  readonly modes: readonly AppointmentMode[];
  readonly hasPlace: 'yes' | 'no';
  readonly blocks: readonly Block[];
  readonly slotMinutes: number;
  readonly videoKind: 'pattern' | 'room' | null;
  readonly videoRoom: string | null;
  readonly fallbackPhone: string | null;
  readonly phoneDirection: 'adviser-calls' | 'youth-calls' | null;
  readonly phoneNumber: string | null;
}

export type OpeningRefusal =
  | 'no-mode'
  | 'no-hours'
  | 'hours-reversed'
  | 'slot-too-long'
  | 'place-missing'
  | 'video-missing'
  | 'no-network-video'
  | 'fallback-missing'
  | 'phone-missing';

/**
 * An opening that does not say how one meets cannot be saved: a place in person; a link and a number to call when it fails in
 * video; who calls whom, on which number, by phone.
 */
export function decideOpeningTerms(
  terms: OpeningTerms,
  network: { readonly videoPattern: string | null },
): Decision<OpeningRefusal> {
  const { modes, blocks } = terms;
  if (modes.length === 0) return refuse('no-mode');
  if (blocks.length === 0) return refuse('no-hours');
  if (blocks.some((block) => block.end <= block.start)) return refuse('hours-reversed');
  if (blocks.every((block) => block.end - block.start < terms.slotMinutes))
    return refuse('slot-too-long');
  if (modes.includes('in-person') && terms.hasPlace === 'no') return refuse('place-missing');
  if (modes.includes('video')) return decideVideo(terms, network);
  return modes.includes('phone') ? decidePhone(terms) : accept();
}

function decideVideo(
  terms: OpeningTerms,
  network: { readonly videoPattern: string | null },
): Decision<OpeningRefusal> {
  if (terms.videoKind === null) return refuse('video-missing');
  if (terms.videoKind === 'room' && !terms.videoRoom) return refuse('video-missing');
  if (terms.videoKind === 'pattern' && !network.videoPattern) return refuse('no-network-video');
  if (!terms.fallbackPhone) return refuse('fallback-missing');
  return terms.modes.includes('phone') ? decidePhone(terms) : accept();
}

function decidePhone(terms: OpeningTerms): Decision<OpeningRefusal> {
  if (terms.phoneDirection === null) return refuse('phone-missing');
  return terms.phoneDirection === 'youth-calls' && !terms.phoneNumber
    ? refuse('phone-missing')
    : accept();
}
