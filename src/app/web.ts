import type { FastifyInstance } from 'fastify';
import { resolveActor } from '#modules/accounts/index.ts';
import { listNetworks } from '#modules/network/index.ts';
import { networkStylesheet } from '#ui/theme.ts';
import { registerAdmin } from './admin/routes.tsx';
import type { Assets } from './assets.ts';
import type { Config } from './config.ts';
import { registerDemonstration } from './demonstration/routes.tsx';
import type { Installation } from './installation.ts';
import { registerModuleRoutes } from './modules.ts';
import { NetworkDirectory } from './network-directory.ts';
import { registerSitePages } from './site/routes.tsx';
import { buildServer } from './server.ts';
import { registerFavicon, registerUiPage } from './ui-page/route.tsx';

/** The web server of an installation. */
export async function openWeb(
  config: Config,
  installation: Installation,
  assets: Assets,
): Promise<FastifyInstance> {
  const { services, accounts } = installation;
  const networks = new NetworkDirectory(
    async () => {
      const all = await services.db.inInstallation(listNetworks);
      return all.map((network) => ({
        id: network.id,
        slug: network.slug,
        name: network.name,
        controllerName: network.controllerName,
        warmColour: network.colours.warm,
        coolColour: network.colours.cool,
      }));
    },
    (network) => networkStylesheet({ warm: network.warmColour, cool: network.coolColour }),
  );
  return buildServer({
    config,
    services,
    assets,
    networks,
    identify: (request) => resolveActor(accounts, request.headers),
    refreshClock: () => installation.refreshClock(),
    ping: () => installation.ping(),
    registerRoutes: (app) => {
      registerFavicon(app);
      if (config.mode !== 'production') registerUiPage(app, { assets });
      registerModuleRoutes(app, accounts);
      registerSitePages(app);
      registerAdmin(app, networks);
      if (config.mode === 'demonstration') registerDemonstration(app, installation);
    },
  });
}
