import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { unbuiltAssets } from '../assets.ts';
import { registerFavicon, registerUiPage } from './route.tsx';

function server() {
  const app = fastify();
  registerUiPage(app, { assets: unbuiltAssets });
  registerFavicon(app);
  return app;
}

describe('/ui', () => {
  it.each([
    ['/ui', '<html lang="fr">', 'surface-pro'],
    ['/ui?theme=contrast', '<html lang="fr" data-theme="contrast">', 'surface-pro'],
    ['/ui?theme=%22%3E&surface=x', '<html lang="fr">', 'surface-pro'],
    ['/ui?theme=dark&surface=public', '<html lang="fr" data-theme="dark">', 'surface-public'],
  ])('%s shows every part', async (url, root, body) => {
    const answer = await server().inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain(root);
    expect(answer.body).toContain(`<body class="${body}"`);
    expect(answer.body).toContain('href="/assets/pro.css"');
  });
});

describe('the icon of the tab', () => {
  it('is a drawing of ours that loads nothing', async () => {
    const answer = await server().inject('/assets/cairn.svg');
    expect(answer.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(answer.body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(answer.body).not.toMatch(/<script|<image|href=/);
    expect(answer.body.length).toBeLessThan(1_200);
  });
});
