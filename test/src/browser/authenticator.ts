import type { Visitor } from './visitor.js';

/** A device that makes passkeys, put into the browser of a visitor: it knows its person and answers at once. */
export async function withAuthenticator({ context, page }: Visitor) {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Does not know its person, or does again. */
    refuses: async (refuses: boolean) => {
      const isUserVerified = !refuses;
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    /** How many passkeys it has made and kept. */
    credentials: async () => {
      const kept = await session.send('WebAuthn.getCredentials', { authenticatorId });
      return kept.credentials.length;
    },
  };
}
