/** Sentences about the people of a body; the keys are checked against the definitions by a test. */
interface PeopleTexts {
  readonly commands: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
}

export const textsEn: PeopleTexts = {
  commands: {
    InvitePerson: 'Invite a person',
    AcceptInvitation: 'Accept the invitation',
    ChangeRoles: 'Change the roles of a person',
    EndPerson: 'End the membership of a person',
    HandOver: 'Hand over the administration',
    Delegate: 'Let somebody act',
    EndDelegation: 'Take a delegation back',
  },
  events: {
    PersonInvited: '{person} was invited.',
    InvitationAccepted: '{person} accepted the invitation.',
    RolesChanged: 'The roles of {person} were changed.',
    PersonEnded: '{person} no longer acts for the body.',
    AdministrationHandedOver: '{from} handed the administration over to {to}.',
    DelegationGiven: '{to} may act for {from} from {start} to {end}.',
    DelegationEnded: '{to} no longer acts for {from}.',
  },
};

export const textsFr: PeopleTexts = {
  commands: {
    InvitePerson: 'Inviter une personne',
    AcceptInvitation: 'Accepter l’invitation',
    ChangeRoles: 'Modifier les rôles d’une personne',
    EndPerson: 'Mettre fin au mandat d’une personne',
    HandOver: 'Transmettre l’administration',
    Delegate: 'Laisser quelqu’un agir',
    EndDelegation: 'Retirer une délégation',
  },
  events: {
    PersonInvited: 'Une invitation a été adressée à {person}.',
    InvitationAccepted: '{person} a accepté l’invitation.',
    RolesChanged: 'Les rôles de {person} ont été modifiés.',
    PersonEnded: '{person} n’agit plus pour l’organisme.',
    AdministrationHandedOver: '{from} a transmis l’administration à {to}.',
    DelegationGiven: '{to} peut agir pour {from} du {start} au {end}.',
    DelegationEnded: '{to} n’agit plus pour {from}.',
  },
};
