import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';
import type { FormValues } from './forms.ts';
import { valuesOf } from './forms.ts';

export interface Upload {
  readonly values: FormValues;
  /** The file chosen, if one was; `too-large` when it went over the limit. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | 'too-large' | null;
}

/**
 * The fields of a form and its one file, whether it was posted as multipart or not. `most` is in bytes, for each. What
 * comes after a file that is too large is not read.
 */
export async function readUpload(
  request: FastifyRequest,
  { most }: { readonly most: number },
): Promise<Upload> {
  if (!request.isMultipart()) return { values: valuesOf(request.body), file: null };
  const values: Record<string, string> = {};
  let file: Upload['file'] = null;
  const limits = { fileSize: most, fieldSize: most, files: 1, fields: 50 };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') values[part.fieldname] = part.value;
        continue;
      }
      const bytes = await part.toBuffer();
      // A file input left empty posts a nameless file of nothing.
      if (bytes.length > 0) file = { name: part.filename, bytes };
    }
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    file = 'too-large';
  }
  return { values, file };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
}

/** UTF-8; or what older spreadsheets write: UTF-16 with its mark, Windows-1252 otherwise. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
