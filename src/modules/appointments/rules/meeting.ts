import type { AppointmentMode } from './calendar.ts';

/** How one meets at a distance, as an opening says it. */
export interface RemoteTerms {
  readonly videoKind: 'pattern' | 'room' | null;
  /** The adviser's own room, always the same. */
  readonly videoRoom: string | null;
  /** Called when the video fails. */
  readonly fallbackPhone: string | null;
  readonly phoneDirection: 'adviser-calls' | 'youth-calls' | null;
  /** The number that the young person calls. */
  readonly phoneNumber: string | null;
}

export interface MeetingTerms {
  readonly videoUrl: string | null;
  readonly fallbackPhone: string | null;
  readonly phoneDirection: 'adviser-calls' | 'youth-calls' | null;
  readonly phoneNumber: string | null;
}

const nothing: MeetingTerms = {
  videoUrl: null,
  fallbackPhone: null,
  phoneDirection: null,
  phoneNumber: null,
};

/**
 * Fixed when the interview is booked, so that a later change of the opening changes no interview already given. `code` is
 * drawn for the appointment and put in the network's pattern: a room nobody else knows.
 */
export function meetingOf(
  mode: AppointmentMode,
  terms: RemoteTerms | null,
  video: { readonly videoPattern: string | null; readonly code: string },
): MeetingTerms {
  switch (mode) {
    case 'in-person':
      return nothing;
    case 'video':
      return {
        ...nothing,
        videoUrl: videoUrlOf(terms, video),
        fallbackPhone: terms?.fallbackPhone ?? null,
      };
    case 'phone':
      return {
        ...nothing,
        phoneDirection: terms?.phoneDirection ?? 'adviser-calls',
        phoneNumber: terms?.phoneNumber ?? null,
      };
  }
}

function videoUrlOf(
  terms: RemoteTerms | null,
  video: { readonly videoPattern: string | null; readonly code: string },
): string | null {
  if (terms?.videoKind === 'room') return terms.videoRoom;
  return video.videoPattern?.replace('{code}', video.code) ?? null;
}
