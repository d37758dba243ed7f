import { Button, ButtonLink } from '#ui/button.tsx';
import { Card, CardGrid } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { Hero, Landscape } from '#ui/landscape.tsx';
import type { Network } from '#modules/network/index.ts';
import { CommuneField } from '#modules/territories/ui.tsx';
import { addressed } from './addressed.ts';

/** `/{réseau}`: one thing to do next, from one's commune. */
export function NetworkHome({ network }: { readonly network: Network }) {
  const by = addressed(network.wording);
  const { ageMax, slotMinutes } = network.settings;
  const lead = [
    `Études, stage, petit boulot, volontariat, vacances : ${slotMinutes === 60 ? 'une heure' : `${slotMinutes} minutes`} avec quelqu’un qui connaît les façons de partir.`,
    `Gratuit, sans engagement${ageMax === null ? '' : `, jusqu’à ${ageMax} ans inclus`}.`,
  ].join(' ');
  return (
    <>
      <Hero
        eyebrow={network.name}
        title="Partir à l’étranger, ça se prépare à deux"
        lead={lead}
        picture={<Landscape />}
      >
        <Form
          method="get"
          action={`/${network.slug}/rendez-vous`}
          role="search"
          label="Chercher un rendez-vous"
        >
          <CommuneField
            label={by('Ta commune', 'Votre commune')}
            {...(network.territory.kind === 'region'
              ? { preferRegion: network.territory.code }
              : {})}
          />
          <Button size="large" icon="calendar">
            Prendre rendez-vous
          </Button>
        </Form>
      </Hero>
      <CardGrid as="ul">
        <Card
          as="li"
          level={2}
          title={by('Près de chez toi ou à distance', 'Près de chez vous ou à distance')}
          icon="place"
          tone="cool"
        >
          <p>
            Sur place, en visio ou par téléphone.{' '}
            {by(
              'Tu peux aller où tu veux dans la région.',
              'Vous pouvez aller où vous voulez dans la région.',
            )}
          </p>
        </Card>
        <Card as="li" level={2} title="Sans compte" icon="lock">
          <p>
            Un prénom ou un pseudonyme suffit.{' '}
            {by(
              'Tu reçois un lien pour déplacer ou annuler.',
              'Vous recevez un lien pour déplacer ou annuler.',
            )}
          </p>
        </Card>
        <Card as="li" level={2} title="Une vraie personne" icon="person">
          <p>Formée pour ça, dans un bureau fermé, rien que pour {by('toi', 'vous')}.</p>
        </Card>
      </CardGrid>
      <section class="stack" aria-labelledby="idees">
        <h2 id="idees">
          {by('Tu n’as pas encore d’idée précise ?', 'Pas encore d’idée précise ?')}
        </h2>
        <p class="prose">
          {by(
            'C’est le bon moment. Pas besoin d’avoir choisi un pays, ni d’être bon en langues, ni d’avoir de l’argent de côté : on regarde ensemble ce qui est possible pour toi.',
            'C’est le bon moment. Pas besoin d’avoir choisi un pays, ni d’être à l’aise en langues, ni d’avoir de l’argent de côté : on regarde ensemble ce qui est possible pour vous.',
          )}
        </p>
        <p>
          <ButtonLink href={`/${network.slug}/contact`} kind="secondary" icon="phone">
            {by('Tu préfères appeler ?', 'Vous préférez appeler ?')}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
