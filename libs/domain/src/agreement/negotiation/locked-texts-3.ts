import type { TwinningType } from '../../kernel/vocabulary.js';
import type { Bilingual } from './template-1.js';

const byReference: Bilingual = {
  en: 'The persons of this twinning stand here by reference. Their names stand in the annex, which is committed separately.',
  fr: 'Les personnes du présent jumelage figurent ici par référence. Leurs noms figurent dans l’annexe, consignée séparément.',
};

const contacts: Bilingual = {
  en: 'Contact person of the lead partner: {contactLead}.\nContact person of the twinned partner: {contactTwinned}.',
  fr: 'Personne de contact du partenaire pilote : {contactLead}.\nPersonne de contact du partenaire jumelé : {contactTwinned}.',
};

const successors: Bilingual = {
  en: 'Whoever is confirmed in the place of one of them takes that place without a change of this text, and the annex names them.',
  fr: 'Qui est confirmé à la place de l’une d’elles prend cette place sans modification du présent texte ; l’annexe en donne le nom.',
};

const lines = (...parts: readonly Bilingual[]): Bilingual => ({
  en: parts.map((p) => p.en).join('\n'),
  fr: parts.map((p) => p.fr).join('\n'),
});

const seats = (
  lead: Bilingual,
  twinned: Bilingual,
  directory: Bilingual,
  ...more: readonly Bilingual[]
): Bilingual =>
  lines(
    byReference,
    {
      en: `${lead.en}, of the lead partner: {nomineeLead}.\n${twinned.en}, of the twinned partner: {nomineeTwinned}.`,
      fr: `${lead.fr}, du partenaire pilote : {nomineeLead}.\n${twinned.fr}, du partenaire jumelé : {nomineeTwinned}.`,
    },
    contacts,
    directory,
    ...more,
    successors,
  );

const both = (en: string, fr: string): Bilingual => ({ en, fr });

/** The persons whom each type names and the role placed in the Global Directory (rules.md 3.3), by reference. */
export const personsText: Readonly<Record<TwinningType, Bilingual>> = {
  P_MEMBER: lines(
    byReference,
    contacts,
    both(
      'The twinned partner is entered in the Global Directory as a twinned P-member.',
      'Le partenaire jumelé est inscrit au Répertoire général comme membre (P) jumelé.',
    ),
  ),
  CONVENOR: seats(
    both('Convenor', 'Animateur'),
    both('Twinned convenor', 'Animateur jumelé'),
    both(
      'The twinned convenor is entered as such in the Global Directory.',
      'L’animateur jumelé est inscrit comme tel au Répertoire général.',
    ),
  ),
  CHAIR: seats(
    both('Chair', 'Président'),
    both('Twinned chair', 'Président jumelé'),
    both(
      'The twinned chair is entered as such in the Global Directory.',
      'Le Président jumelé est inscrit comme tel au Répertoire général.',
    ),
  ),
  SECRETARIAT: seats(
    both('Committee manager', 'Responsable de comité'),
    both('Twinned committee manager', 'Responsable de comité jumelé'),
    both(
      'The twinned partner is entered in the Global Directory as the twinned secretariat, and its person as the twinned committee manager.',
      'Le partenaire jumelé est inscrit au Répertoire général comme secrétariat jumelé, et sa personne comme responsable de comité jumelé.',
    ),
  ),
};

const ends: Bilingual = {
  en: 'This agreement ends on its end date at the latest; it is neither extended nor renewed. Both partners may end it together at any time. Either partner alone may end it by notice: it then ends {noticeDays} days after the notice, or on the end date where that comes first. The notice runs on while the agreement is suspended or under review, and only both partners together take it back. The Technical Management Board may cancel the twinning. The twinning also ends when the technical programme manager or the ISO Central Secretariat confirms that it has become impossible.',
  fr: 'Le présent accord prend fin au plus tard à sa date de fin ; il n’est ni prolongé ni renouvelé. Les deux partenaires peuvent y mettre fin ensemble à tout moment. Chacun d’eux seul peut y mettre fin par préavis : l’accord prend alors fin {noticeDays} jours après le préavis, ou à la date de fin si elle vient plus tôt. Le préavis continue de courir lorsque l’accord est suspendu ou en cours d’examen, et seuls les deux partenaires ensemble le retirent. Le Bureau de gestion technique peut annuler le jumelage. Le jumelage prend fin aussi lorsque le responsable de programme technique ou le Secrétariat central de l’ISO confirme qu’il est devenu impossible.',
};

const endOfOffice: Bilingual = {
  en: 'It ends as well when the twinned partner takes over the office itself by decision of the competent body. The end alone transfers no office.',
  fr: 'Il prend fin également lorsque le partenaire jumelé reprend lui-même la fonction par décision de l’organe compétent. La fin à elle seule ne transfère aucune fonction.',
};

const endOfMembership: Bilingual = {
  en: 'The end alone changes the status of neither partner in the committee.',
  fr: 'La fin à elle seule ne change le statut d’aucun des partenaires au sein du comité.',
};

/** How a twinning ends, and who decides it (ST.5.7; lifecycle.md E, OQ-17). The days of notice are the ruleset's. */
export function terminationText(type: TwinningType): Bilingual {
  const more = type === 'P_MEMBER' ? endOfMembership : endOfOffice;
  return { en: `${ends.en} ${more.en}`, fr: `${ends.fr} ${more.fr}` };
}
