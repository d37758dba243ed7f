import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/card.tsx';
import { formatCount, formatList, formatShortDate } from '#ui/format.ts';
import { Table } from '#ui/table.tsx';
import type { Column } from '#ui/table.tsx';
import { languageName } from '../../rules/languages.ts';
import type { StructureMember } from '../../use-cases/read-structures.ts';
import { fullName, roleTexts } from '../texts.ts';
import type { StructurePageProps } from './props.ts';

/** Who works there now, what may be changed of it, and who did. */
export function PeopleCard(props: StructurePageProps) {
  const { structure, paths, rights } = props;
  const { members, formerMembers } = structure;
  return (
    <section class="stack" aria-labelledby="personnes">
      <h2 id="personnes">Personnes</h2>
      {members.length === 0 ? (
        <p>Personne pour l’instant.</p>
      ) : (
        <Table
          caption="Personnes en poste"
          captionStyle="unseen"
          narrow="stack"
          rows={members}
          rowKey={({ id }) => id}
          columns={[...columns, ...(rights === 'read' ? [] : [actionsOf(props)])]}
        />
      )}
      {rights !== 'read' && (
        <p>
          <ButtonLink href={paths.newMember} kind="secondary" icon="plus">
            Ajouter une personne
          </ButtonLink>
        </p>
      )}
      {formerMembers.length > 0 && (
        <Disclosure summary={formatCount(formerMembers.length, FORMER)}>
          <Table
            caption="Personnes parties"
            captionStyle="unseen"
            narrow="stack"
            rows={formerMembers}
            rowKey={({ id }) => id}
            columns={columns}
          />
        </Disclosure>
      )}
    </section>
  );
}

const FORMER = { one: 'rôle terminé', many: 'rôles terminés' };

const columns: readonly Column<StructureMember>[] = [
  { key: 'name', header: 'Nom', cell: ({ person }) => fullName(person) },
  { key: 'role', header: 'Rôle', cell: ({ role }) => roleTexts[role] },
  { key: 'place', header: 'Où', cell: ({ placeName }) => placeName ?? 'partout' },
  {
    key: 'languages',
    header: 'Langues',
    cell: ({ role, profile }) =>
      role === 'adviser' && profile ? formatList(profile.languages.map(languageName)) : '–',
  },
  { key: 'from', header: 'Depuis le', cell: ({ from }) => formatShortDate(from) },
  {
    key: 'until',
    header: 'Jusqu’au',
    cell: ({ until, role }) => {
      if (!until) return 'sans fin prévue';
      const last = formatShortDate(until);
      return role === 'adviser' ? `${last} : ses créneaux s’arrêtent après ce jour` : last;
    },
  },
];

/** A manager changes the advisers only; who coordinates changes everyone (SM-93). */
function actionsOf({ paths, rights }: StructurePageProps): Column<StructureMember> {
  return {
    key: 'actions',
    header: 'Changer',
    cell: (member) =>
      rights === 'coordination' || member.role === 'adviser' ? (
        <div class="cluster">
          <ButtonLink
            href={paths.endMember(member.id)}
            kind="quiet"
            size="small"
            about={`au rôle de ${fullName(member.person)}`}
          >
            Mettre fin
          </ButtonLink>
          <form method="post" action={paths.invite(member.id)}>
            <Button kind="quiet" size="small" icon="mail" about={fullName(member.person)}>
              Inviter
            </Button>
          </form>
        </div>
      ) : (
        'par la coordination'
      ),
  };
}
