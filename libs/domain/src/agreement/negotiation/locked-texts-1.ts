import type { PMemberEntry } from '../../rulesets/index.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import type { Bilingual, LockedTexts } from './template-1.js';

const pMemberPrerequisites: Readonly<Record<PMemberEntry, Bilingual>> = {
  P_AT_REGISTRATION: {
    en: 'From the registration of this twinning until its end both partners are participating members (P-members) of the committee. In this committee each of them takes part in one P-member twinning only.',
    fr: 'De l’enregistrement du présent jumelage jusqu’à son terme, les deux partenaires sont membres participants (membres (P)) du comité. Dans ce comité, chacun d’eux ne participe qu’à un seul jumelage entre membres (P).',
  },
  P_AS_OUTCOME: {
    en: 'The lead partner is a participating member (P-member) of the committee throughout. From the registration of this twinning the twinned partner is at least an observing member (O-member) of the committee; once it is a P-member it stays one until the end. In this committee each of them takes part in one P-member twinning only.',
    fr: 'Le partenaire pilote est membre participant (membre (P)) du comité pendant toute la durée. À compter de l’enregistrement du présent jumelage, le partenaire jumelé est au moins membre observateur (membre (O)) du comité ; une fois membre (P), il le reste jusqu’au terme. Dans ce comité, chacun d’eux ne participe qu’à un seul jumelage entre membres (P).',
  },
};

const leadershipPrerequisites: Readonly<Record<Exclude<TwinningType, 'P_MEMBER'>, Bilingual>> = {
  CONVENOR: {
    en: 'The lead partner is a P-member of the committee and its person is the convenor of the working group. The twinned partner is a P-member of the committee. The working group has one twinned convenor at most. The parent committee appoints both persons, each time for three years at most.',
    fr: 'Le partenaire pilote est membre (P) du comité et sa personne est l’animateur du groupe de travail. Le partenaire jumelé est membre (P) du comité. Le groupe de travail compte au plus un animateur jumelé. Le comité parent nomme les deux personnes, chaque fois pour trois ans au plus.',
  },
  CHAIR: {
    en: 'The lead partner nominated the sitting chair or the chair elect of the committee. The twinned partner is a P-member of the committee. The committee has one twinned chair at most. Appointment and term of the twinned chair follow the rules that hold for chairs, and the Technical Management Board has approved this twinning. Neither person represents a national body in the committee.',
    fr: 'Le partenaire pilote a proposé le Président en exercice ou le président désigné du comité. Le partenaire jumelé est membre (P) du comité. Le comité compte au plus un Président jumelé. La nomination et le mandat du Président jumelé suivent les règles valables pour les Présidents, et le Bureau de gestion technique a approuvé le présent jumelage. Aucune des deux personnes ne représente un organisme national au sein du comité.',
  },
  SECRETARIAT: {
    en: 'The lead partner holds the secretariat of the committee. The twinned partner is a P-member of the committee. The committee has one twinned secretariat at most. The rules on the allocation of secretariats hold for the twinned secretariat, and the Technical Management Board has approved this twinning. The end of this twinning transfers no secretariat.',
    fr: 'Le partenaire pilote détient le secrétariat du comité. Le partenaire jumelé est membre (P) du comité. Le comité compte au plus un secrétariat jumelé. Les règles d’attribution des secrétariats valent pour le secrétariat jumelé, et le Bureau de gestion technique a approuvé le présent jumelage. La fin du présent jumelage ne transfère aucun secrétariat.',
  },
};

const ownVote: Bilingual = {
  en: 'Each partner forms its own position and casts its own vote. Neither votes for the other, and neither expects the other to support its position. Nothing in this agreement or its collaboration plan may be read otherwise.',
  fr: 'Chaque partenaire arrête sa propre position et exprime son propre vote. Aucun ne vote pour l’autre, et aucun n’attend de l’autre qu’il soutienne sa position. Rien dans le présent accord ni dans son plan de collaboration ne peut être compris autrement.',
};

const viewsHeard: Bilingual = {
  en: 'The lead partner sees to it that the views of the twinned partner are made known to the committee and considered there.',
  fr: 'Le partenaire pilote veille à ce que les vues du partenaire jumelé soient portées à la connaissance du comité et y soient examinées.',
};

const votesOfAnObserver: Bilingual = {
  en: 'For as long as the twinned partner is an O-member it votes where an O-member may vote.',
  fr: 'Tant que le partenaire jumelé est membre (O), il vote là où un membre (O) peut voter.',
};

const review: Bilingual = {
  en: 'On each anniversary of the start both partners assess the past year together with the participating members’ opinion and the technical programme manager’s section. A missing or negative assessment goes to the Technical Management Board.',
  fr: 'À chaque anniversaire du début, les deux partenaires évaluent l’année écoulée, avec l’avis des membres participants et la partie du responsable de programme technique. Une évaluation manquante ou négative est portée devant le Bureau de gestion technique.',
};

const conduct: Bilingual = {
  en: 'The partners keep confidential what is marked so, use personal data of the persons concerned only for this twinning and delete them when they are no longer needed, and keep to the ISO code of conduct.',
  fr: 'Les partenaires gardent confidentiel ce qui est désigné comme tel, n’utilisent les données personnelles des personnes concernées que pour le présent jumelage, les effacent dès qu’elles ne sont plus nécessaires et respectent le code de conduite de l’ISO.',
};

const originals: Bilingual = {
  en: 'This agreement is signed in two originals, one for each signatory. A copy goes to the technical programme manager; the secretariat, the chair and the members of the committee and the ISO Central Secretariat are informed.',
  fr: 'Le présent accord est signé en deux originaux, un pour chaque signataire. Une copie est remise au responsable de programme technique ; le secrétariat, le Président et les membres du comité ainsi que le Secrétariat central de l’ISO sont informés.',
};

const joined = (...parts: readonly Bilingual[]): Bilingual => ({
  en: parts.map((p) => p.en).join(' '),
  fr: parts.map((p) => p.fr).join(' '),
});

function votingOf(type: TwinningType, entry: PMemberEntry): Bilingual {
  if (type !== 'P_MEMBER') return ownVote;
  return entry === 'P_AS_OUTCOME'
    ? joined(ownVote, viewsHeard, votesOfAnObserver)
    : joined(ownVote, viewsHeard);
}

/** The text of each locked clause, by type and ruleset (rules.md 3.2, 3.3); nobody may alter it. */
export const lockedOfFirst = (type: TwinningType, entry: PMemberEntry): LockedTexts => ({
  prerequisites: type === 'P_MEMBER' ? pMemberPrerequisites[entry] : leadershipPrerequisites[type],
  voting: votingOf(type, entry),
  review,
  conduct,
  originals,
});
