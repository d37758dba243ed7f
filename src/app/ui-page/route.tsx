import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { publicAccess } from '#platform/http/types.ts';
import { faviconSvg } from '#ui/favicon.ts';
import { UiGallery } from '#ui/gallery.tsx';
import { renderPage } from '#ui/page.tsx';
import type { Assets } from '../assets.ts';

const query = z.object({
  theme: z.enum(['light', 'dark', 'contrast']).optional().catch(undefined),
  surface: z.enum(['public', 'pro']).catch('pro'),
});

/** `/ui`: every part of the design system, for whoever draws pages. Not to be registered in production. */
export function registerUiPage(
  app: FastifyInstance,
  { assets }: { readonly assets: Assets },
): void {
  app.get('/ui', { config: { access: publicAccess } }, (request, reply) => {
    const { theme, surface } = query.parse(request.query);
    // The gallery shows the parts of both surfaces, the larger sheet holds them all.
    const page = (
      <UiGallery
        stylesheets={[assets.stylesheet('pro')]}
        surface={surface}
        theme={theme}
        self="/ui"
      />
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(renderPage(page));
  });
}

/** `/assets/cairn.svg`: the icon of the tab, on every page. */
export function registerFavicon(app: FastifyInstance): void {
  app.get(
    '/assets/cairn.svg',
    { config: { access: publicAccess, limit: 'none' } },
    (_request, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', 'public, max-age=604800')
        .send(faviconSvg),
  );
}
