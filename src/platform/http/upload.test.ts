import fastifyForm from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeText, readUpload } from './upload.ts';

const app = fastify();

beforeAll(async () => {
  await app.register(fastifyForm);
  await app.register(fastifyMultipart, { limits: { fileSize: 5_000_000 } });
  app.post('/', async (request) => {
    const { values, file } = await readUpload(request, { most: 20 });
    return {
      values,
      file: file === null || file === 'too-large' ? file : [file.name, decodeText(file.bytes)],
    };
  });
  await app.ready();
});
afterAll(() => app.close());

async function send(parts: Readonly<Record<string, string | Blob>>): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.size === 0 ? '' : 'liste.csv');
  }
  const whole = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': whole.headers.get('content-type') ?? '' },
    payload: Buffer.from(await whole.arrayBuffer()),
  });
  return answer.json();
}

test('fields and file; no file chosen; a file at its bound and over it', async () => {
  expect(await send({ a: '1', f: new Blob(['é;b']) })).toEqual({
    values: { a: '1' },
    file: ['liste.csv', 'é;b'],
  });
  expect(await send({ a: '1', f: new Blob([]) })).toEqual({ values: { a: '1' }, file: null });
  expect(await send({ f: new Blob(['x'.repeat(20)]) })).toMatchObject({
    file: ['liste.csv', 'x'.repeat(20)],
  });
  expect(await send({ a: '1', f: new Blob(['x'.repeat(21)]) })).toMatchObject({
    file: 'too-large',
  });
});

test('a plain form too', async () => {
  const { body } = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'a=1',
  });
  expect(JSON.parse(body)).toEqual({ values: { a: '1' }, file: null });
});

test('what spreadsheets write is read', () => {
  expect(decodeText(new TextEncoder().encode('Guéret – été'))).toBe('Guéret – été');
  expect(decodeText(Uint8Array.from([0x47, 0x75, 0xe9, 0x72, 0x65, 0x74, 0x80]))).toBe('Guéret€');
  expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x47, 0, 0xe9, 0]))).toBe('Gé');
});
