import type { FastifyReply, FastifyRequest } from 'fastify';
import { oneValue, valuesOf } from '#platform/http/forms.ts';
import { dateOfEpochDay, localDateAt } from '#platform/kernel/time.ts';
import type { Network } from '#modules/network/index.ts';
import { listDepartements } from '#modules/territories/index.ts';
import { DIMENSIONS } from '../../../rules/statistics.ts';
import type { Dimension } from '../../../rules/statistics.ts';
import { readStatistics } from '../../../use-cases/read-statistics.ts';
import type { StatisticPeriod } from '../../../use-cases/read-statistics.ts';
import { readDay } from '../../pro/typed.ts';
import { coordinatedOf } from '../opened.ts';
import { statisticsCsv } from './csv.ts';
import { StatisticsPage } from './page.tsx';
import { DIMENSION_WORDS } from './words.ts';

/** GET: figures of a period, a year unless said, by one dimension. */
export async function showStatistics(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const coordinated = await coordinatedOf(request);
  const { network } = coordinated;
  const period = periodOf(request, network);
  return reply.page({
    title: 'Les rendez-vous en chiffres',
    surface: 'pro',
    networkSlug: network.slug,
    current: 'cockpit',
    content: (
      <StatisticsPage
        {...{ network, period }}
        dimension={dimensionOf(request)}
        interviews={await readStatistics(request.ctx, coordinated, period)}
        departements={await namesOf(request)}
      />
    ),
  });
}

/** GET: the same as a file, every dimension crossed. */
export async function downloadStatistics(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const coordinated = await coordinatedOf(request);
  const period = periodOf(request, coordinated.network);
  const interviews = await readStatistics(request.ctx, coordinated, period);
  return reply
    .type('text/csv; charset=utf-8')
    .header(
      'content-disposition',
      `attachment; filename="rendez-vous-${period.from.toString()}-${period.until.toString()}.csv"`,
    )
    .header('cache-control', 'no-store')
    .send(statisticsCsv(interviews, await namesOf(request)));
}

async function namesOf({ ctx }: FastifyRequest): Promise<ReadonlyMap<string, string>> {
  const departements = await listDepartements(ctx);
  return new Map(departements.map(({ code, name }) => [code, name]));
}

function dimensionOf(request: FastifyRequest): Dimension {
  const asked = oneValue(valuesOf(request.query), 'par');
  return DIMENSIONS.find((one) => DIMENSION_WORDS[one].word === asked) ?? 'month';
}

/** Twelve whole months, the next one included, where the address says nothing that makes sense. */
function periodOf(request: FastifyRequest, network: Network): StatisticPeriod {
  const values = valuesOf(request.query);
  const month = localDateAt(request.ctx.now(), network.settings.timeZone).with({ day: 1 });
  const from = readDay(oneValue(values, 'du'));
  const until = readDay(oneValue(values, 'au'));
  const period = {
    from: from === null ? month.subtract({ months: 10 }) : dateOfEpochDay(from),
    until: until === null ? month.add({ months: 2 }).subtract({ days: 1 }) : dateOfEpochDay(until),
  };
  const isBackwards = Temporal.PlainDate.compare(period.from, period.until) > 0;
  return isBackwards ? { from: period.until, until: period.from } : period;
}
