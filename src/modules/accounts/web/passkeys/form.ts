import { z } from 'zod';

const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') };

export const assertionBody = z.object({
  response: z.object({
    ...credential,
    response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  }),
  suite: z.string().max(500).optional(),
});

export const attestationBody = z.object({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
});
