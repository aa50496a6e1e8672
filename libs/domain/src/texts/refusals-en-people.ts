import type { SomeRefusalWordings } from './wording.js';

/** English wordings of what is refused in the people of a body. */
export const peopleRefusalsEn = {
  PERSON_KNOWN: {
    title: 'This person is already on the list of the body.',
    help: 'Change the roles of the person instead.',
  },
  PERSON_UNKNOWN: {
    title: 'This person is not on the list of the body.',
    help: 'Invite the person first.',
  },
  NOT_INVITED: {
    title: 'There is no invitation that you could accept here.',
    help: 'Ask the administrator of your body for an invitation.',
  },
  INVITATION_WAITS: {
    title: 'This person has not accepted the invitation yet.',
    help: 'Wait until the person has accepted, or choose a colleague who has.',
  },
  ROLE_NOT_YOURS_TO_GIVE: {
    title: 'This role is not yours to give or to take away.',
    help: 'Ask the ISO Central Secretariat, or leave the role out.',
  },
  TWO_SEATS: {
    title: 'One person would be both a party and a judge, or two of the bodies that decide.',
    help: 'Choose another person, or take the other role away first.',
  },
  NOT_FOR_ONESELF: {
    title: 'Nobody does this for themselves.',
    help: 'Ask a colleague who may do it, or name another person.',
  },
  ROLE_NOT_HELD: {
    title: 'This role is not held in one’s own right, or cannot be delegated.',
    help: 'Name a role that the person holds; what was delegated is not passed on.',
  },
  DELEGATE_NOT_OF_BODY: {
    title: 'The person is not on the list of this body.',
    help: 'Choose a colleague of the same body, or have the person invited first.',
  },
  DELEGATION_UNKNOWN: {
    title: 'There is no such delegation, or it has ended.',
    help: 'Read the list of delegations again.',
  },
  PERIOD_INVALID: {
    title: 'The period is not one that can be delegated.',
    help: 'Begin today or later, and stay within {days} days.',
  },
} satisfies SomeRefusalWordings;
